package speedbump.analysis.chokepointsorintegration;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.InputOutput;
import tech.tablesaw.api.Table;

/**
 * Proposition 12b: looked through the chain, the US leans on China more than China on the US. The
 * inputs behind what a buyer's manufacturing makes, direct and indirect, are {@code (L - I) w} with
 * {@code w} its output; the dependence on a partner is the partner's part of them. The newest world
 * table that is held with the origin of inputs is of 2011.
 */
public final class LookThrough {
  /** Years of which a world table is held. */
  public static final List<Integer> YEARS = List.of(1995, 2000, 2005, 2008, 2011);

  /** The newest of them. */
  public static final int NEWEST = 2011;

  private static final int SECTORS = 35;
  private static final String SEPARATOR = " ";
  private static final Set<String> GROUPS = Set.of("EUX", "ROW");

  private final Proposition proposition;
  private final Catalog catalog;
  private final List<Sector> sectors;

  /** World tables are read when they are asked for: the rule asks for the newest alone. */
  private final Map<Integer, World> worlds = new ConcurrentHashMap<>();

  /** A sector by its code, and whether it is manufacturing. */
  private record Sector(String code, boolean manufacturing, String label) {}

  private record CodeRow(
      String classification, String code, String kind, boolean manufacturing, String label) {}

  private record OutputRow(int year, String region, String sector, double outputMillionUsd) {}

  /**
   * The world in one year: who sells what to whom, and what each region finally buys, by sector.
   */
  private record World(
      List<String> regions, InputOutput table, double[][] flows, Map<String, double[]> bought) {
    /** Value added of the sectors of a region for a unit of output, others nothing. */
    double[] valueAdded(String region) {
      double[] output = table.output();
      double[] added = new double[output.length];
      for (int j = 0; j < added.length; j++) {
        if (regions.get(j / SECTORS).equals(region) && output[j] > 0) {
          double inputs = 0;
          for (double[] row : flows) {
            inputs += row[j];
          }
          added[j] = 1 - inputs / output[j];
        }
      }
      return added;
    }
  }

  LookThrough(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    this.catalog = catalog;
    Map<String, Sector> known = new HashMap<>();
    catalog.rows("industry/io_codes", CodeRow.class).stream()
        .filter(row -> row.classification().equals("wiod_2013") && row.kind().equals("industry"))
        .forEach(
            row -> known.put(row.code(), new Sector(row.code(), row.manufacturing(), row.label())));
    this.sectors = IntStream.rangeClosed(1, SECTORS).mapToObj(i -> known.get("c" + i)).toList();
  }

  private World world(int year) {
    if (!YEARS.contains(year)) {
      throw new IllegalArgumentException(
          "no world table of %d; held are %s".formatted(year, YEARS));
    }
    return worlds.computeIfAbsent(year, this::read);
  }

  private World read(int year) {
    List<String> regions =
        catalog.rows("industry/world_io_output", OutputRow.class).stream()
            .filter(row -> row.year() == year)
            .map(OutputRow::region)
            .distinct()
            .toList();
    int n = regions.size() * SECTORS;
    double[] output = new double[n];
    for (OutputRow row : catalog.rows("industry/world_io_output", OutputRow.class)) {
      if (row.year() == year) {
        output[place(regions, row.region(), row.sector())] = row.outputMillionUsd();
      }
    }
    double[][] flows = new double[n][n];
    Map<String, double[]> bought = new HashMap<>();
    regions.forEach(region -> bought.put(region, new double[n]));
    Table cells = catalog.table("industry/world_io_" + year);
    List<String> from = cells.stringColumn("from_region").asList();
    List<String> sector = cells.stringColumn("from_sector").asList();
    List<String> to = cells.stringColumn("to_region").asList();
    for (int j = 0; j < SECTORS; j++) {
      double[] column = cells.doubleColumn("c" + (j + 1)).asDoubleArray();
      for (int k = 0; k < column.length; k++) {
        int seller = place(regions, from.get(k), sector.get(k));
        flows[seller][regions.indexOf(to.get(k)) * SECTORS + j] = column[k];
      }
    }
    double[] last = cells.doubleColumn("final_demand").asDoubleArray();
    for (int k = 0; k < last.length; k++) {
      bought.get(to.get(k))[place(regions, from.get(k), sector.get(k))] = last[k];
    }
    List<String> names = new ArrayList<>();
    for (String region : regions) {
      sectors.forEach(one -> names.add(region + SEPARATOR + one.code()));
    }
    return new World(regions, InputOutput.of(names, flows, output), flows, bought);
  }

  private static int place(List<String> regions, String region, String sector) {
    return regions.indexOf(region) * SECTORS + Integer.parseInt(sector.substring(1)) - 1;
  }

  /** The output of some of a region's sectors, and nothing else. */
  private double[] made(World world, String region, Predicate<Sector> wanted) {
    double[] made = world.table().output();
    for (int i = 0; i < made.length; i++) {
      boolean own = world.regions().get(i / SECTORS).equals(region);
      made[i] = own && wanted.test(sectors.get(i % SECTORS)) ? made[i] : 0;
    }
    return made;
  }

  private double[] byRegion(World world, double[] inputs, Predicate<Sector> counted) {
    double[] sums = new double[world.regions().size()];
    for (int i = 0; i < inputs.length; i++) {
      sums[i / SECTORS] += counted.test(sectors.get(i % SECTORS)) ? inputs[i] : 0;
    }
    return sums;
  }

  private static double share(World world, double[] sums, String region) {
    double all = Arrays.stream(sums).sum();
    return sums[world.regions().indexOf(region)] / all;
  }

  /**
   * How much of the inputs behind a buyer's manufacturing a partner makes, direct and indirect.
   *
   * @param year a year of {@link #YEARS}
   * @param buyer code of the buyer's region
   * @param partner code of the partner's
   * @return the partner's part of {@code (L - I) w}
   * @throws IllegalArgumentException if no table of the year is held
   */
  public double dependence(int year, String buyer, String partner) {
    World world = world(year);
    double[] inputs = world.table().inputsBehind(made(world, buyer, Sector::manufacturing));
    return share(world, byRegion(world, inputs, one -> true), partner);
  }

  /**
   * The dependence of the US on China over that of China on the US.
   *
   * @param year a year of {@link #YEARS}
   * @return the ratio
   * @throws IllegalArgumentException if no table of the year is held
   */
  public double ratio(int year) {
    return dependence(year, Removals.US, Removals.CHINA)
        / dependence(year, Removals.CHINA, Removals.US);
  }

  /**
   * What one industry buys of a partner.
   *
   * @param industry the buyer
   * @param faceValue the partner's part of what it buys directly
   * @param lookedThrough the partner's part of all that stands behind it
   */
  public record Exposure(String industry, double faceValue, double lookedThrough) {}

  /**
   * What each manufacturing industry of a buyer buys of a partner.
   *
   * @param year a year of {@link #YEARS}
   * @param buyer code of the buyer's region
   * @param partner code of the partner's
   * @return one row an industry, in the order of the table
   * @throws IllegalArgumentException if no table of the year is held
   */
  public List<Exposure> exposures(int year, String buyer, String partner) {
    World world = world(year);
    List<Exposure> rows = new ArrayList<>();
    for (Sector one : sectors) {
      if (one.manufacturing()) {
        double[] behind = world.table().inputsBehind(made(world, buyer, one::equals));
        double[] direct = direct(world, buyer, one::equals);
        rows.add(
            new Exposure(
                one.label(),
                share(world, byRegion(world, direct, each -> true), partner),
                share(world, byRegion(world, behind, each -> true), partner)));
      }
    }
    return List.copyOf(rows);
  }

  /** What some sectors of a region buy of every sector of the world. */
  private double[] direct(World world, String buyer, Predicate<Sector> wanted) {
    double[] inputs = new double[world.flows().length];
    for (int j = 0; j < inputs.length; j++) {
      if (world.regions().get(j / SECTORS).equals(buyer) && wanted.test(sectors.get(j % SECTORS))) {
        for (int i = 0; i < inputs.length; i++) {
          inputs[i] += world.flows()[i][j];
        }
      }
    }
    return inputs;
  }

  /**
   * In how many industries of a buyer's manufacturing each single country is the first foreign
   * supplier of industrial inputs.
   *
   * @param year a year of {@link #YEARS}
   * @param country the supplier
   * @param faceValue industries in which it is first at face value
   * @param lookedThrough industries in which it is first through the chain
   * @param industries industries in all
   */
  public record First(int year, String country, int faceValue, int lookedThrough, int industries) {}

  /**
   * In how many industries a country is the first foreign supplier of industrial inputs. Groups of
   * countries (the rest of the European Union, the rest of the world) are no country.
   *
   * @param year a year of {@link #YEARS}
   * @param buyer code of the buyer's region
   * @param country the supplier
   * @return the counts
   * @throws IllegalArgumentException if no table of the year is held
   */
  public First first(int year, String buyer, String country) {
    World world = world(year);
    int face = 0;
    int through = 0;
    int all = 0;
    for (Sector one : sectors) {
      if (one.manufacturing()) {
        all++;
        face += first(world, buyer, direct(world, buyer, one::equals)).equals(country) ? 1 : 0;
        through +=
            first(world, buyer, world.table().inputsBehind(made(world, buyer, one::equals)))
                    .equals(country)
                ? 1
                : 0;
      }
    }
    return new First(year, country, face, through, all);
  }

  private String first(World world, String buyer, double[] inputs) {
    double[] sums = byRegion(world, inputs, Sector::manufacturing);
    return IntStream.range(0, sums.length)
        .filter(k -> !GROUPS.contains(world.regions().get(k)))
        .filter(k -> !world.regions().get(k).equals(buyer))
        .boxed()
        .max((a, b) -> Double.compare(sums[a], sums[b]))
        .map(world.regions()::get)
        .orElseThrow();
  }

  /**
   * The foreign part of the inputs to a region's manufacturing, four ways, as {@link
   * InputTable#foreign()} has it; what is made at home and comes back is no foreign part here.
   *
   * @param year a year of {@link #YEARS}
   * @param buyer code of the buyer's region
   * @return four shares
   * @throws IllegalArgumentException if no table of the year is held
   */
  public InputTable.Foreign foreign(int year, String buyer) {
    World world = world(year);
    double[] made = world.table().embodied(world.valueAdded(buyer));
    double[] inputs = direct(world, buyer, Sector::manufacturing);
    double[] all = new double[3];
    double[] industrial = new double[3];
    for (int i = 0; i < inputs.length; i++) {
      double crossed = world.regions().get(i / SECTORS).equals(buyer) ? 0 : inputs[i];
      double[] parts = {crossed, inputs[i] * (1 - made[i]), inputs[i]};
      for (int k = 0; k < parts.length; k++) {
        all[k] += parts[k];
        industrial[k] += sectors.get(i % SECTORS).manufacturing() ? parts[k] : 0;
      }
    }
    return new InputTable.Foreign(
        all[0] / all[2],
        all[1] / all[2],
        industrial[0] / industrial[2],
        industrial[1] / industrial[2]);
  }

  /**
   * Three ways in which one side's manufacturing hangs on the other.
   *
   * @param side code of the side
   * @param partner code of the partner
   * @param inputs the partner's part of all inputs behind it: what 12b asks
   * @param carried what of its output is value added of the partner, run forward from the partner's
   *     primary inputs by Ghosh's inverse
   * @param sold what of its output falls away where the partner neither buys nor sells, by
   *     hypothetical extraction
   */
  public record Ties(String side, String partner, double inputs, double carried, double sold) {}

  /**
   * How a side's manufacturing hangs on a partner: what it takes in, what of it the partner made,
   * and what it sells.
   *
   * @param year a year of {@link #YEARS}
   * @param side code of the side's region
   * @param partner code of the partner's
   * @return three shares
   * @throws IllegalArgumentException if no table of the year is held
   */
  public Ties ties(int year, String side, String partner) {
    World world = world(year);
    double[] own = made(world, side, Sector::manufacturing);
    double[] output = world.table().output();
    double[] primary = world.valueAdded(partner);
    for (int i = 0; i < primary.length; i++) {
      primary[i] *= output[i];
    }
    double[] forward = world.table().pushed(primary);
    double[] demand = new double[output.length];
    double[] left = new double[output.length];
    world
        .bought()
        .forEach(
            (region, bought) -> {
              for (int i = 0; i < demand.length; i++) {
                demand[i] += bought[i];
                left[i] += region.equals(partner) ? 0 : bought[i];
              }
            });
    List<String> extracted =
        world.table().sectors().stream()
            .filter(name -> name.startsWith(partner + SEPARATOR))
            .toList();
    double[] before = world.table().outputFor(demand);
    double[] after = world.table().outputWithout(extracted, left);
    double made = 0;
    double carried = 0;
    double lost = 0;
    double base = 0;
    for (int i = 0; i < own.length; i++) {
      if (own[i] > 0) {
        made += own[i];
        carried += forward[i];
        base += before[i];
        lost += before[i] - after[i];
      }
    }
    return new Ties(side, partner, dependence(year, side, partner), carried / made, lost / base);
  }

  Examination examination() {
    return Examination.of(
        proposition,
        List.of(
            Trial.of(
                proposition,
                "look-through 2011",
                this,
                YearMonth.of(NEWEST, 12),
                (data, specification) ->
                    Outcome.of(Evidence.of("us_over_china_dependence", data.ratio(NEWEST))))));
  }
}
