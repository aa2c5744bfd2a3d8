package speedbump.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.jgrapht.graph.SimpleGraph;
import speedbump.stats.Argument;

/**
 * A supply chain: inputs with the shares of world supply that countries or firms hold of each, and
 * links between the inputs and the steps that they go into.
 *
 * <p>Removing a bloc takes its stated share of the stated supply of each input, {@code sum of the
 * bloc's stated shares / sum of all stated shares}. What is not stated is missing, never zero: its
 * bounds come from giving the whole unstated remainder to the bloc or to the others.
 *
 * @param inputs the inputs, each once
 * @param links the links, each once
 */
public record SupplyChain(List<Input> inputs, List<Link> links) {
  /** Shares of one input add up to one but for rounding by the publisher. */
  private static final double MOST_SUM = 1.1;

  /**
   * What one holder has of an input.
   *
   * @param holder a country or a firm
   * @param share its share of world supply, a fraction; empty where it is known to supply and the
   *     share is not stated
   */
  public record Holding(String holder, OptionalDouble share) {
    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if the share lies outside 0 to 1
     */
    public Holding {
      Argument.given("holder", holder);
      Argument.given("share", share);
      share.ifPresent(
          value ->
              Argument.require(
                  value >= 0 && value <= 1, "the share of %s is %s, not 0 to 1", holder, value));
    }
  }

  /**
   * An input.
   *
   * @param id its id
   * @param holdings who holds it, no holder twice
   */
  public record Input(String id, List<Holding> holdings) {
    /**
     * Copies the holdings.
     *
     * @throws IllegalArgumentException if a holder stands twice, or the shares add up to more than
     *     1.1
     */
    public Input {
      Argument.given("id", id);
      holdings = Argument.givenAll("holdings", holdings);
      Set<String> seen = new HashSet<>();
      for (Holding one : holdings) {
        Argument.require(
            seen.add(one.holder()), "the holder %s of %s stands twice", one.holder(), id);
      }
      Argument.require(
          sum(holdings, seen) <= MOST_SUM, "the shares of %s add up to more than %s", id, MOST_SUM);
    }

    /**
     * The share of a holder.
     *
     * @param holder a country or a firm
     * @return the stated share, a fraction; empty where none is stated
     */
    public OptionalDouble share(String holder) {
      return holdings.stream()
          .filter(one -> one.holder().equals(holder))
          .findFirst()
          .map(Holding::share)
          .orElse(OptionalDouble.empty());
    }

    /**
     * Whether a holder is named, with a share or without.
     *
     * @param holder a country or a firm
     * @return true if it is
     */
    public boolean names(String holder) {
      return holdings.stream().anyMatch(one -> one.holder().equals(holder));
    }

    /**
     * The stated supply.
     *
     * @return the sum of the stated shares; zero where none is stated
     */
    public double stated() {
      return holdings.stream().mapToDouble(one -> one.share().orElse(0)).sum();
    }

    /**
     * What the input loses without a bloc.
     *
     * @param bloc the holders that are removed
     * @return the loss, with its bounds over what is not stated
     */
    public Loss without(Set<String> bloc) {
      double known = stated();
      double held = sum(holdings, bloc);
      double rest = Math.max(0, 1 - known);
      double all = Math.max(1, known);
      long silent = holdings.stream().filter(one -> one.share().isEmpty()).count();
      long silentInBloc =
          holdings.stream()
              .filter(one -> one.share().isEmpty() && bloc.contains(one.holder()))
              .count();
      boolean mayBeAll = silent == 0 || silentInBloc > 0;
      boolean mustBeAll = silent > 0 && silentInBloc == silent;
      return new Loss(
          id,
          known > 0 ? OptionalDouble.of(held / known) : OptionalDouble.empty(),
          (held + (mustBeAll ? rest : 0)) / all,
          (held + (mayBeAll ? rest : 0)) / all);
    }

    private static double sum(List<Holding> holdings, Set<String> of) {
      return holdings.stream()
          .filter(one -> of.contains(one.holder()))
          .mapToDouble(one -> one.share().orElse(0))
          .sum();
    }
  }

  /**
   * A link: the one goes into the other.
   *
   * @param from what goes in
   * @param to what it goes into
   * @param capacity how much can pass, above 0
   */
  public record Link(String from, String to, double capacity) {
    /**
     * Checks the ends and the capacity.
     *
     * @throws IllegalArgumentException if both ends are one, or the capacity is not finite and
     *     above 0
     */
    public Link {
      Argument.given("from", from);
      Argument.given("to", to);
      Argument.require(!from.equals(to), "%s goes into itself", from);
      Argument.require(
          Argument.finite("capacity", capacity) > 0 && capacity <= Argument.LARGEST,
          "the capacity from %s to %s is %s",
          from,
          to,
          capacity);
    }
  }

  /**
   * What an input loses without a bloc, as shares of its supply.
   *
   * @param input id of the input
   * @param stated the bloc's part of the stated supply; empty where no share is stated
   * @param least the least that it can be whoever holds what is not stated: holders that are listed
   *     without a share have it, or anybody where none is
   * @param most the most
   */
  public record Loss(String input, OptionalDouble stated, double least, double most) {
    /**
     * Whether the input is cut.
     *
     * @param threshold the share of its stated supply that it has to lose
     * @return true if so; false also where no share is stated
     */
    public boolean cut(double threshold) {
      return stated.orElse(0) >= threshold;
    }
  }

  /**
   * What removing a bloc cuts.
   *
   * @param losses one an input that has a stated share, in the order of the inputs
   * @param cut inputs that lose at least the threshold of their stated supply
   * @param leastCut inputs that lose at least as much whoever holds what is not stated, out of all
   *     inputs, those without a stated share among them
   * @param mostCut inputs that may lose as much
   * @param silent inputs without a stated share
   */
  public record Removal(List<Loss> losses, int cut, int leastCut, int mostCut, int silent) {
    /** Copies the losses. */
    public Removal {
      losses = List.copyOf(losses);
    }

    /**
     * Inputs with a stated share.
     *
     * @return their number
     */
    public int inputs() {
      return losses.size();
    }

    /**
     * The share of the inputs with a stated share that are cut.
     *
     * @return a fraction; not a number where there is no such input
     */
    public double share() {
      return cut / (double) losses.size();
    }
  }

  /**
   * A minimum cut between two nodes.
   *
   * @param capacity the least capacity that has to be taken away to part them, which is the largest
   *     flow
   * @param sourceSide the nodes that are still reached from the first
   */
  public record Cut(double capacity, Set<String> sourceSide) {
    /** Copies the nodes. */
    public Cut {
      sourceSide = Collections.unmodifiableSet(new TreeSet<>(sourceSide));
    }
  }

  /**
   * Copies inputs and links.
   *
   * @throws IllegalArgumentException if an input or a link stands twice
   */
  public SupplyChain {
    inputs = Argument.givenAll("inputs", inputs);
    links = Argument.givenAll("links", links);
    Set<String> ids = new HashSet<>();
    for (Input one : inputs) {
      Argument.require(ids.add(one.id()), "the input %s stands twice", one.id());
    }
    Set<List<String>> ends = new HashSet<>();
    for (Link one : links) {
      Argument.require(
          ends.add(List.of(one.from(), one.to())),
          "the link from %s to %s stands twice",
          one.from(),
          one.to());
    }
  }

  /**
   * Removes a bloc.
   *
   * @param bloc the holders that are removed
   * @param threshold the share of its stated supply that an input has to lose to count as cut,
   *     above 0 and at most 1; a share that reaches it but for rounding in binary counts
   * @return what is cut
   * @throws IllegalArgumentException if the threshold lies outside
   */
  public Removal without(Set<String> bloc, double threshold) {
    Argument.given("bloc", bloc);
    Argument.require(
        threshold > 0 && threshold <= 1, "the threshold is %s, not above 0 to 1", threshold);
    double reached = threshold - Argument.ROUNDING;
    List<Loss> losses = new ArrayList<>();
    int cut = 0;
    int least = 0;
    int most = 0;
    for (Input one : inputs) {
      Loss loss = one.without(bloc);
      least += loss.least() >= reached ? 1 : 0;
      most += loss.most() >= reached ? 1 : 0;
      if (loss.stated().isPresent()) {
        losses.add(loss);
        cut += loss.cut(reached) ? 1 : 0;
      }
    }
    return new Removal(losses, cut, least, most, inputs.size() - losses.size());
  }

  /**
   * Betweenness: on what share of the shortest ways between two others a node lies, {@code sum over
   * pairs of (shortest ways through the node / shortest ways)} over the number of pairs of others.
   *
   * @param directed whether links are followed forwards alone
   * @return a share for each node of the links, by name
   * @see <a href="https://doi.org/10.2307/3033543">Freeman 1977, A Set of Measures of Centrality
   *     Based on Betweenness</a>
   */
  public Map<String, Double> betweenness(boolean directed) {
    Graph<String, DefaultEdge> graph =
        directed
            ? new SimpleDirectedGraph<>(DefaultEdge.class)
            : new SimpleGraph<>(DefaultEdge.class);
    for (Link one : links) {
      graph.addVertex(one.from());
      graph.addVertex(one.to());
      graph.addEdge(one.from(), one.to());
    }
    Map<String, Double> scores = new BetweennessCentrality<>(graph).getScores();
    int others = graph.vertexSet().size() - 1;
    double pairs = others * (others - 1.0) / (directed ? 1 : 2);
    Map<String, Double> shares = new TreeMap<>();
    scores.forEach((node, score) -> shares.put(node, pairs > 0 ? score / pairs : 0));
    return shares;
  }

  /**
   * A minimum cut, by the largest flow.
   *
   * @param from where flow starts
   * @param to where it ends
   * @return the cut
   * @throws IllegalArgumentException if no link names one of the two, or both are one
   * @see <a href="https://doi.org/10.4153/CJM-1956-045-5">Ford and Fulkerson 1956, Maximal Flow
   *     through a Network</a>
   */
  public Cut minimumCut(String from, String to) {
    Graph<String, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    // capacities of any unit: the algorithm's tolerance is absolute
    double unit = links.stream().mapToDouble(Link::capacity).max().orElse(1);
    for (Link one : links) {
      graph.addVertex(one.from());
      graph.addVertex(one.to());
      graph.setEdgeWeight(graph.addEdge(one.from(), one.to()), one.capacity() / unit);
    }
    for (String end : new String[] {from, to}) {
      Argument.require(
          end != null && graph.containsVertex(end), "no link names %s", String.valueOf(end));
    }
    Argument.require(!from.equals(to), "%s cannot be parted from itself", from);
    PushRelabelMFImpl<String, DefaultWeightedEdge> flow = new PushRelabelMFImpl<>(graph);
    double capacity = flow.calculateMinCut(from, to);
    return new Cut(capacity * unit, flow.getSourcePartition());
  }
}
