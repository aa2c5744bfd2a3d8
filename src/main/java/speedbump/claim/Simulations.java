package speedbump.claim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the registered default made of every draw of the simulated worlds, by proposition and group.
 * An examiner that is given one fills it, so that the figures of a test can be taken anew under
 * other bounds without another draw.
 */
public final class Simulations {
  private final Map<String, List<OfWorld>> kept = new ConcurrentHashMap<>();

  /**
   * The draws of one world.
   *
   * @param sizes the world
   * @param outcomes what the registered default made of each draw, in the order of the draws
   */
  public record OfWorld(Proposition.WorldSizes sizes, List<Outcome> outcomes) {}

  void keep(String proposition, String group, List<OfWorld> worlds) {
    kept.put(key(proposition, group), List.copyOf(worlds));
  }

  /**
   * The draws behind the power of a group.
   *
   * @param proposition id of the proposition
   * @param group name of the group, as its result has it
   * @return every variant of T, then F; empty where no world was run
   */
  public List<OfWorld> of(String proposition, String group) {
    return kept.getOrDefault(key(proposition, group), List.of());
  }

  private static String key(String proposition, String group) {
    return proposition + "/" + group;
  }
}
