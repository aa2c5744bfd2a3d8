package speedbump.claim;

/**
 * A group that the rules name, and whether it votes.
 *
 * @param name name of the group
 * @param decides true: it votes; false: it is shown
 * @param per what there is one group of (series, ruler, source) where the data say how many; empty
 *     where the rules name the group itself
 * @param text the words of the rule
 */
public record RegisteredGroup(String name, boolean decides, String per, String text) {}
