package speedbump.analysis.chokepointsorintegration;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import speedbump.analysis.chokepointsorintegration.CriticalMinerals.Edition;
import speedbump.analysis.chokepointsorintegration.CriticalMinerals.Mineral;
import speedbump.analysis.shared.ChipChain;
import speedbump.analysis.shared.ChipChain.Input;
import speedbump.analysis.shared.ChipChain.Kind;
import speedbump.analysis.shared.ChipChain.Vintage;
import speedbump.claim.Evidence;
import speedbump.claim.Examination;
import speedbump.claim.Option;
import speedbump.claim.Outcome;
import speedbump.claim.Proposition;
import speedbump.claim.Trial;
import speedbump.data.Catalog;
import speedbump.model.SupplyChain;
import speedbump.model.SupplyChain.Removal;

/**
 * Proposition 12c: removing the US bloc cuts more of the chip chain than removing China, and the
 * other way round in critical minerals. A leaf is cut where it loses at least half of its stated
 * supply.
 */
public final class Removals {
  /** China's code. */
  public static final String CHINA = "CHN";

  /** The code of the United States. */
  public static final String US = "USA";

  private static final YearMonth NEWEST = YearMonth.of(2025, 12);

  private final Proposition proposition;
  private final Map<Vintage, ChipChain> chips = new EnumMap<>(Vintage.class);
  private final Map<Edition, CriticalMinerals> minerals = new EnumMap<>(Edition.class);
  private final Option<Double> lostSupply;
  private final Option<Vintage> chipData;
  private final Option<Edition> mineralData;

  Removals(Proposition proposition, Catalog catalog) {
    this.proposition = proposition;
    for (Vintage one : Vintage.values()) {
      chips.put(one, ChipChain.of(catalog, one));
    }
    for (Edition one : Edition.values()) {
      minerals.put(one, CriticalMinerals.of(catalog, one));
    }
    this.lostSupply = Option.numbers(proposition, "lost supply");
    this.chipData = Option.of(proposition, "chip data", Vintage.values(), Vintage::option);
    this.mineralData = Option.of(proposition, "mineral data", Edition.values(), Edition::option);
  }

  /** What is removed. */
  public enum Bloc {
    /** The United States alone. */
    US_ALONE("US alone", "the US", Set.of(US)),
    /** With the two whose export rules follow for chip tools. */
    US_JAPAN_NETHERLANDS(
        "US with Japan and the Netherlands",
        "the US, Japan and the Netherlands",
        Set.of(US, "JPN", "NLD")),
    /** China. */
    CHINA_ALONE("", "China", Set.of(CHINA));

    private final String group;
    private final String words;
    private final Set<String> members;

    Bloc(String group, String words, Set<String> members) {
      this.group = group;
      this.words = words;
      this.members = members;
    }

    /**
     * The bloc for a reader.
     *
     * @return its members in words
     */
    public String words() {
      return words;
    }

    /**
     * Its members.
     *
     * @return their codes
     */
    public Set<String> members() {
      return members;
    }

    /**
     * The registered group that removes it.
     *
     * @return its name; empty for China, which every group removes
     */
    public String group() {
      return group;
    }
  }

  /**
   * The chain of a vintage.
   *
   * @param vintage the vintage
   * @return its chain
   */
  public ChipChain chips(Vintage vintage) {
    return chips.get(vintage);
  }

  /**
   * The chain of the default.
   *
   * @return the newest vintage
   */
  public ChipChain chips() {
    return chips(Vintage.AUGUST_2026);
  }

  /**
   * The minerals of an edition.
   *
   * @param edition the edition
   * @return its minerals
   */
  public CriticalMinerals minerals(Edition edition) {
    return minerals.get(edition);
  }

  /**
   * The minerals of the default.
   *
   * @return the newest edition
   */
  public CriticalMinerals minerals() {
    return minerals(Edition.OF_2026);
  }

  /**
   * The default threshold.
   *
   * @return the share of stated supply that a leaf has to lose
   */
  public double threshold() {
    return proposition.definition("lost_supply_share");
  }

  /**
   * The strict threshold.
   *
   * @return the share of the other option
   */
  public double strictThreshold() {
    return proposition.definition("lost_supply_share_strict");
  }

  /**
   * One removal as a row.
   *
   * @param chain what is cut
   * @param removed the bloc
   * @param leaves leaves with a stated share
   * @param cut leaves that lose at least half
   * @param cutShare their share
   * @param cutStrictly leaves that lose at least nine tenths
   * @param cutAtLeast leaves that lose at least half whoever holds what is not stated, of all; of
   *     minerals only those of which the output of all others is told
   * @param cutAtMost leaves that may; of minerals also those of which output of the bloc is not
   *     told, as if it were more than that of all others
   * @param silent leaves without a stated share
   */
  public record Row(
      String chain,
      String removed,
      int leaves,
      int cut,
      double cutShare,
      int cutStrictly,
      int cutAtLeast,
      int cutAtMost,
      int silent) {}

  /**
   * A removal from a chain.
   *
   * @param name the chain for a reader
   * @param chain the chain
   * @param bloc what is removed
   * @return the row
   */
  public Row row(String name, SupplyChain chain, Bloc bloc) {
    Removal half = chain.without(bloc.members(), threshold());
    Removal most = chain.without(bloc.members(), strictThreshold());
    return new Row(
        name,
        bloc.words(),
        half.inputs(),
        half.cut(),
        half.share(),
        most.cut(),
        half.leastCut(),
        half.mostCut(),
        half.silent());
  }

  /**
   * Every removal of the newest data: all leaves of chips, tools, materials and designs apart, and
   * minerals.
   *
   * @return one row a chain and bloc
   */
  public List<Row> rows() {
    return Stream.of(
            rows("chips", chips().byCountry(one -> true)),
            rows("chips: tools", chips().byCountry(of(Kind.TOOL))),
            rows("chips: materials", chips().byCountry(of(Kind.MATERIAL))),
            rows("chips: designs", chips().byCountry(of(Kind.DESIGN))),
            Stream.of(Bloc.values()).map(this::ofMinerals).toList())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A removal from the minerals of the default. Output that is not told is in no total, so that no
   * bound follows from the shares: it may be more than all that is told.
   *
   * @param bloc what is removed
   * @return the row
   */
  public Row ofMinerals(Bloc bloc) {
    Row told = row("critical minerals", minerals().byCountry(), bloc);
    int less = 0;
    int more = 0;
    for (Mineral one : minerals().minerals()) {
      boolean cut = one.byCountry().without(bloc.members()).cut(threshold());
      less += cut && one.untold(holder -> !bloc.members().contains(holder)) ? 1 : 0;
      more += !cut && one.untold(bloc.members()::contains) ? 1 : 0;
    }
    return new Row(
        told.chain(),
        told.removed(),
        told.leaves(),
        told.cut(),
        told.cutShare(),
        told.cutStrictly(),
        told.cutAtLeast() - less,
        told.cutAtMost() + more,
        told.silent());
  }

  private record SupplyRow(
      String material, String stage, String country, double shareOfWorldSupply, String bound) {}

  /**
   * How many raw materials hang on one country at a stage.
   *
   * @param materials all materials of the stage
   * @param half those of which the country has at least half
   * @param nineTenths those of which it has at least nine tenths
   */
  public record Hold(int materials, int half, int nineTenths) {}

  /**
   * How many raw materials hang on a country in the European study of 2023, which tells the mine
   * from the plant. It is shown and does not vote.
   *
   * @param catalog the collection's tables
   * @param stage extraction or processing
   * @param country code of the country
   * @return the counts, at the registered thresholds; a printed "less than" counts as none
   */
  public Hold european(Catalog catalog, String stage, String country) {
    List<SupplyRow> rows =
        catalog.rows("minerals/eu_supply_shares_2023", SupplyRow.class).stream()
            .filter(row -> row.stage().equals(stage))
            .toList();
    List<Double> held =
        rows.stream()
            .filter(row -> row.country().equals(country) && row.bound().isEmpty())
            .map(SupplyRow::shareOfWorldSupply)
            .toList();
    return new Hold(
        (int) rows.stream().map(SupplyRow::material).distinct().count(),
        (int) held.stream().filter(share -> share >= threshold()).count(),
        (int) held.stream().filter(share -> share >= strictThreshold()).count());
  }

  private static Predicate<Input> of(Kind kind) {
    return one -> one.kind() == kind;
  }

  private List<Row> rows(String name, SupplyChain chain) {
    return Stream.of(Bloc.values()).map(bloc -> row(name, chain, bloc)).toList();
  }

  /**
   * The difference between two cuts as the rule counts it: none where it is smaller than the
   * registered number of leaves.
   *
   * @param more the cut that the claim says is larger
   * @param less the other, of the same leaves
   * @return difference of the shares of the leaves that are cut
   */
  double difference(Removal more, Removal less) {
    int leaves = more.cut() - less.cut();
    return Math.abs(leaves) < proposition.definition("least_difference_leaves")
        ? 0
        : leaves / (double) more.inputs();
  }

  /** What one specification removes from: the leaves of both chains. */
  record Chains(SupplyChain chips, SupplyChain minerals) {}

  Outcome estimate(Chains chains, Bloc bloc, double threshold) {
    Set<String> china = Bloc.CHINA_ALONE.members();
    return Outcome.of(
        Evidence.of(
                "chips_us_minus_china_cut",
                difference(
                    chains.chips().without(bloc.members(), threshold),
                    chains.chips().without(china, threshold)))
            .and(
                "minerals_china_minus_us_cut",
                difference(
                    chains.minerals().without(china, threshold),
                    chains.minerals().without(bloc.members(), threshold))));
  }

  Examination examination() {
    return Examination.of(
        proposition, List.of(trial(Bloc.US_ALONE), trial(Bloc.US_JAPAN_NETHERLANDS)));
  }

  private Trial<Removals> trial(Bloc bloc) {
    return Trial.of(
        proposition,
        bloc.group(),
        this,
        NEWEST,
        (data, specification) ->
            data.estimate(
                new Chains(
                    data.chips(chipData.in(specification)).byCountry(one -> true),
                    data.minerals(mineralData.in(specification)).byCountry()),
                bloc,
                lostSupply.in(specification)));
  }
}
