package speedbump.analysis.shared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import speedbump.data.Catalog;
import speedbump.model.SupplyChain;
import speedbump.model.SupplyChain.Holding;
import speedbump.model.SupplyChain.Link;

/**
 * The chip supply chain of one vintage of the data set of the Emerging Technology Observatory: its
 * leaves with the shares that countries hold of each world market, and how they go into one
 * another.
 *
 * <p>A leaf is an input (a tool, a material or a design resource) of which no other is a type, and
 * which is no sum of others. Processing steps and the finished chip are no inputs. A share is that
 * of firms with a seat in the country, of the world market.
 *
 * @param vintage the vintage
 * @param inputs every input and step of the vintage
 * @param edges how they go into one another
 */
public record ChipChain(Vintage vintage, List<Input> inputs, List<Edge> edges) {
  /**
   * The one parent that the taxonomy does not mark: the sum of dry and wet etching and cleaning.
   */
  private static final String SUM_OF_OTHERS = "N55";

  private static final String TYPE_OF = "is_type_of";

  /** A vintage of the data set. */
  public enum Vintage {
    /** Tools of 2025, most of them. */
    AUGUST_2026("August 2026", LocalDate.of(2026, 8, 12)),
    /** Tools of 2024, revised since spring. */
    JULY_2025("July 2025", LocalDate.of(2025, 7, 9)),
    /** Tools of 2019, from another data house. */
    DECEMBER_2022("December 2022", LocalDate.of(2022, 12, 16));

    private final String option;
    private final LocalDate day;

    Vintage(String option, LocalDate day) {
      this.option = option;
      this.day = day;
    }

    /**
     * The vintage as the registry names it.
     *
     * @return its words
     */
    public String option() {
      return option;
    }

    /**
     * Its day.
     *
     * @return the day of the version
     */
    public LocalDate day() {
      return day;
    }
  }

  /** What an input is, by its publisher. */
  public enum Kind {
    /** Machines, and the software that chips are designed with. */
    TOOL("tool_resource", "tools"),
    /** Materials, and the designs of others that chips are built on. */
    MATERIAL("material_resource", "materials"),
    /** Designs. */
    DESIGN("design_resource", "designs"),
    /** A step of processing: no input. */
    STEP("process", "steps"),
    /** The finished chip: no input. */
    CHIP("ultimate_output", "chips");

    private final String type;
    private final String words;

    Kind(String type, String words) {
      this.type = type;
      this.words = words;
    }

    static Kind of(String type) {
      for (Kind one : values()) {
        if (one.type.equals(type)) {
          return one;
        }
      }
      throw new IllegalArgumentException("no kind of input '%s'".formatted(type));
    }

    /**
     * The kind for a reader.
     *
     * @return a noun in the plural
     */
    public String words() {
      return words;
    }

    boolean isInput() {
      return this == TOOL || this == MATERIAL || this == DESIGN;
    }
  }

  /**
   * An input or a step.
   *
   * @param id its id, the same in all vintages
   * @param name its name
   * @param kind what it is
   * @param shareYear the year of its shares; empty where the publisher gives none
   * @param marketMillionUsd the size of its world market; empty where none is given
   * @param countries the countries that hold it
   * @param firms the firms that do
   */
  public record Input(
      String id,
      String name,
      Kind kind,
      OptionalInt shareYear,
      OptionalDouble marketMillionUsd,
      List<Holding> countries,
      List<Holding> firms) {
    /** Copies the holdings. */
    public Input {
      countries = List.copyOf(countries);
      firms = List.copyOf(firms);
    }

    /**
     * The share of a country.
     *
     * @param country its code
     * @return the stated share; empty where none is stated
     */
    public OptionalDouble share(String country) {
      return byCountry().share(country);
    }

    /**
     * Its holders by country, as an input of a chain.
     *
     * @return the input
     */
    public SupplyChain.Input byCountry() {
      return new SupplyChain.Input(id, countries);
    }
  }

  /**
   * How an input goes into another.
   *
   * @param from the input
   * @param typeOf whether it is a type of the other, rather than part of its making
   * @param to the other
   */
  public record Edge(String from, boolean typeOf, String to) {}

  private record InputRow(
      LocalDate vintage,
      String inputId,
      String inputName,
      Kind type,
      OptionalInt shareYear,
      OptionalDouble marketSizeUsdM) {}

  private record EdgeRow(LocalDate vintage, String inputId, String relation, String targetId) {}

  private record ShareRow(
      LocalDate vintage,
      String inputId,
      String country,
      OptionalDouble share,
      OptionalInt shareYear) {}

  private record FirmRow(
      LocalDate vintage, String providedId, String providerId, OptionalDouble share) {}

  private record ProviderRow(LocalDate vintage, String providerId, String providerName) {}

  /** Copies the lists. */
  public ChipChain {
    inputs = List.copyOf(inputs);
    edges = List.copyOf(edges);
  }

  /**
   * Reads a vintage.
   *
   * @param catalog the collection's tables
   * @param vintage the vintage
   * @return its chain
   */
  public static ChipChain of(Catalog catalog, Vintage vintage) {
    Map<String, List<Holding>> countries = new LinkedHashMap<>();
    Map<String, OptionalInt> years = new LinkedHashMap<>();
    for (ShareRow row : catalog.rows("noncommercial/chip_country_shares", ShareRow.class)) {
      if (row.vintage().equals(vintage.day)) {
        countries
            .computeIfAbsent(row.inputId(), id -> new ArrayList<>())
            .add(new Holding(row.country(), row.share()));
        years.put(row.inputId(), row.shareYear());
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (ProviderRow row : catalog.rows("noncommercial/chip_providers", ProviderRow.class)) {
      if (row.vintage().equals(vintage.day)) {
        names.put(row.providerId(), row.providerName());
      }
    }
    Map<String, List<Holding>> firms = new LinkedHashMap<>();
    for (FirmRow row : catalog.rows("noncommercial/chip_firm_shares", FirmRow.class)) {
      if (row.vintage().equals(vintage.day)) {
        firms
            .computeIfAbsent(row.providedId(), id -> new ArrayList<>())
            .add(new Holding(names.get(row.providerId()), row.share()));
      }
    }
    List<Input> inputs = new ArrayList<>();
    for (InputRow row : catalog.rows("noncommercial/chip_inputs", InputRow.class)) {
      if (row.vintage().equals(vintage.day)) {
        inputs.add(
            new Input(
                row.inputId(),
                row.inputName(),
                row.type(),
                years.getOrDefault(row.inputId(), row.shareYear()),
                row.marketSizeUsdM(),
                countries.getOrDefault(row.inputId(), List.of()),
                firms.getOrDefault(row.inputId(), List.of())));
      }
    }
    List<Edge> edges =
        catalog.rows("noncommercial/chip_edges", EdgeRow.class).stream()
            .filter(row -> row.vintage().equals(vintage.day))
            .map(row -> new Edge(row.inputId(), row.relation().equals(TYPE_OF), row.targetId()))
            .toList();
    return new ChipChain(vintage, inputs, edges);
  }

  /**
   * An input or a step.
   *
   * @param id its id
   * @return it
   * @throws IllegalArgumentException if there is none of the id
   */
  public Input input(String id) {
    return inputs.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no input '%s'".formatted(id)));
  }

  /**
   * The leaves: inputs of which no other is a type, and which are no sum of others.
   *
   * @return the leaves in the order of the table, those without a stated share among them
   */
  public List<Input> leaves() {
    Set<String> parents = new HashSet<>(Set.of(SUM_OF_OTHERS));
    edges.stream().filter(Edge::typeOf).map(Edge::to).forEach(parents::add);
    return inputs.stream()
        .filter(one -> one.kind().isInput() && !parents.contains(one.id()))
        .toList();
  }

  /**
   * The leaves of some kinds as a chain, by country.
   *
   * @param wanted which leaves
   * @return the chain, without links
   */
  public SupplyChain byCountry(Predicate<Input> wanted) {
    return new SupplyChain(
        leaves().stream().filter(wanted).map(Input::byCountry).toList(), List.of());
  }

  /**
   * The leaves as a chain, by firm.
   *
   * @return the chain, without links
   */
  public SupplyChain byFirm() {
    return new SupplyChain(
        leaves().stream().map(one -> new SupplyChain.Input(one.id(), one.firms())).toList(),
        List.of());
  }

  /**
   * A firm and what it holds.
   *
   * @param firm its name
   * @param cut leaves that lose at least a threshold of their stated supply without it
   */
  public record Firm(String firm, int cut) {}

  /**
   * The firms without which leaves are cut.
   *
   * @param threshold the share of its stated supply that a leaf has to lose
   * @return the firms without which at least one is, those with most first
   */
  public List<Firm> firms(double threshold) {
    SupplyChain chain = byFirm();
    return chain.inputs().stream()
        .flatMap(one -> one.holdings().stream().map(Holding::holder))
        .distinct()
        .map(firm -> new Firm(firm, chain.without(Set.of(firm), threshold).cut()))
        .filter(one -> one.cut() > 0)
        .sorted(Comparator.comparingInt(Firm::cut).reversed().thenComparing(Firm::firm))
        .toList();
  }

  /**
   * How far an input or a step lies between the others.
   *
   * @param name its name
   * @param betweenness the share of the shortest ways between two others on which it lies
   */
  public record Between(String name, double betweenness) {}

  /**
   * The inputs and steps by betweenness, links followed forwards.
   *
   * @return those that lie between others, the highest first
   */
  public List<Between> between() {
    return graph().betweenness(true).entrySet().stream()
        .filter(one -> one.getValue() > 0)
        .map(one -> new Between(input(one.getKey()).name(), one.getValue()))
        .sorted(Comparator.comparingDouble(Between::betweenness).reversed())
        .toList();
  }

  /**
   * The graph of making: what goes into what, types into their parents, each link as wide as any
   * other.
   *
   * @return a chain of links alone
   */
  public SupplyChain graph() {
    Map<List<String>, Link> links = new LinkedHashMap<>();
    for (Edge edge : edges) {
      links.putIfAbsent(List.of(edge.from(), edge.to()), new Link(edge.from(), edge.to(), 1));
    }
    return new SupplyChain(List.of(), List.copyOf(links.values()));
  }

  /**
   * The leaves below an input: itself where it is one.
   *
   * @param id its id
   * @return the leaves in the order of the table
   */
  public List<Input> leavesBelow(String id) {
    Set<String> below = new HashSet<>(Set.of(id));
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Edge edge : edges) {
        boolean part = edge.typeOf() || edge.to().equals(SUM_OF_OTHERS);
        grew |= part && below.contains(edge.to()) && below.add(edge.from());
      }
    }
    return leaves().stream().filter(one -> below.contains(one.id())).toList();
  }
}
