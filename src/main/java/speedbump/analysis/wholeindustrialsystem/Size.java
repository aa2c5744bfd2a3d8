package speedbump.analysis.wholeindustrialsystem;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.data.Catalog;

/** Proposition 8b: no economy is bigger in making, by value added, electricity and robots. */
public final class Size {
  private static final String WORLD = "WLD";
  private static final String EUROPE = "EUU";
  private static final double MILLION = 1e6;
  private static final int DECEMBER = 12;

  private final Proposition proposition;
  private final Catalog catalog;
  private final Option<Boolean> provenOnly;

  Size(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
    this.provenOnly =
        Option.of(proposition, "rank", Map.of("first of those held", false, "proven", true));
  }

  /**
   * A year of one measure of size.
   *
   * @param name what is measured
   * @param unit its unit
   * @param year calendar year
   * @param world the world's figure
   * @param economies the figures of the economies that are held, the largest first
   */
  public record Measure(
      String name, String unit, int year, double world, Map<String, Double> economies) {
    /** Keeps its own copy, the largest first. */
    public Measure {
      economies =
          economies.entrySet().stream()
              .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      Map.Entry::getValue,
                      (a, b) -> a,
                      java.util.LinkedHashMap::new));
    }

    /**
     * China's share of the world.
     *
     * @return a fraction of one
     */
    public double chinaShare() {
      return economies.get(Breadth.CHINA) / world;
    }

    /**
     * The world less the economies that are held: no other can be larger.
     *
     * @return in the unit of the measure
     */
    public double rest() {
      return world - economies.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Whether China is first of those held.
     *
     * @return whether none of them is larger
     */
    public boolean firstOfHeld() {
      return economies.keySet().iterator().next().equals(Breadth.CHINA);
    }

    /**
     * Whether no economy at all can be larger.
     *
     * @return whether China is first of those held and exceeds all that is not held together
     */
    public boolean proven() {
      return firstOfHeld() && economies.get(Breadth.CHINA) > rest();
    }
  }

  /**
   * A year of value added in manufacturing, World Bank.
   *
   * @param economy code of the economy
   * @param year calendar year
   * @param valueAddedUsd current dollars
   */
  public record ValueAdded(String economy, int year, double valueAddedUsd) {}

  /**
   * A year of electricity.
   *
   * @param country code of the economy
   * @param year calendar year
   * @param generationTwh generation
   */
  public record Electricity(String country, int year, double generationTwh) {}

  /**
   * A figure on robots.
   *
   * @param series what is measured
   * @param country code of the economy
   * @param year calendar year
   * @param value the figure
   * @param grade its grade
   */
  public record Robots(
      String series, String country, OptionalInt year, OptionalDouble value, String grade) {}

  /**
   * Value added by industry, by another publisher and over other economies.
   *
   * @param economy code of the economy
   * @param industry what it holds
   * @param year calendar year
   * @param valueAddedMillionUsd millions of current dollars
   */
  public record ByIndustry(
      String economy, String industry, int year, double valueAddedMillionUsd) {}

  /**
   * The three registered measures, each of its newest year.
   *
   * @return value added, electricity, robots
   */
  public List<Measure> measures() {
    List<Robots> installed =
        catalog.rows("ai/cited_figures", Robots.class).stream()
            .filter(one -> one.series().equals("robot_installations") && !one.grade().equals("S"))
            .toList();
    return List.of(
        newest(
            "manufacturing value added",
            "USD",
            catalog.rows("industry/manufacturing_value_added", ValueAdded.class),
            ValueAdded::economy,
            ValueAdded::year,
            ValueAdded::valueAddedUsd),
        newest(
            "electricity",
            "TWh",
            catalog.rows("energy/electricity_generation", Electricity.class),
            Electricity::country,
            Electricity::year,
            Electricity::generationTwh),
        newest(
            "robots installed",
            "robots",
            installed,
            Robots::country,
            one -> one.year().getAsInt(),
            one -> one.value().getAsDouble()));
  }

  /**
   * Value added in manufacturing over the 75 economies of another publisher, beside the registered
   * one and never in one chart with it.
   *
   * @return the measure of its newest year
   */
  public Measure overSeventyFive() {
    return newest(
        "manufacturing value added, 75 economies",
        "USD",
        catalog.rows("industry/value_added", ByIndustry.class).stream()
            .filter(one -> one.industry().equals("All manufacturing"))
            .toList(),
        ByIndustry::economy,
        ByIndustry::year,
        one -> MILLION * one.valueAddedMillionUsd());
  }

  private static <T> Measure newest(
      String name,
      String unit,
      List<T> rows,
      Function<T, String> economy,
      ToIntFunction<T> year,
      ToDoubleFunction<T> value) {
    int newest =
        rows.stream()
            .filter(one -> economy.apply(one).equals(WORLD))
            .mapToInt(year)
            .max()
            .orElseThrow();
    Map<String, Double> held =
        rows.stream()
            .filter(one -> year.applyAsInt(one) == newest && !economy.apply(one).equals(EUROPE))
            .collect(Collectors.toMap(economy, value::applyAsDouble));
    double world = held.remove(WORLD);
    return new Measure(name, unit, newest, world, held);
  }

  private static Outcome estimate(List<Measure> measures, boolean provenOnly) {
    List<String> unproven =
        measures.stream()
            .filter(one -> one.firstOfHeld() && !one.proven())
            .map(Measure::name)
            .toList();
    if (provenOnly && !unproven.isEmpty()) {
      return Outcome.unusable(
          "first of those held and not proven: " + String.join(" and ", unproven));
    }
    return Outcome.of(
        Evidence.of(
                "first_ranks_share",
                share(measures.stream().filter(Measure::firstOfHeld).count(), measures))
            .and(
                "proven_first_share",
                share(measures.stream().filter(Measure::proven).count(), measures)));
  }

  private static double share(long some, List<Measure> all) {
    return some / (double) all.size();
  }

  Examination examination() {
    List<Measure> measures = measures();
    int newest = measures.stream().map(Measure::year).max(Comparator.naturalOrder()).orElseThrow();
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                proposition.groups().get(0).name(),
                measures,
                YearMonth.of(newest, DECEMBER),
                (data, specification) -> estimate(data, provenOnly.in(specification)))));
  }
}
