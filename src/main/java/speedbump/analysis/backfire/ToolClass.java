package speedbump.analysis.backfire;

import java.util.OptionalDouble;

/**
 * A kind of chip-making tool: a leaf of the tree of tools.
 *
 * @param id its id
 * @param name its name
 * @param family its parent in the tree; itself where it has none
 * @param levelA how far US rules restrict it for China, 0 to 2, as the first coder has it
 * @param levelB the same as the second coder has it
 * @param metUnasked whether the first coder had met a market share of it
 * @param marketMillionUsd the size of its world market in 2025; empty where none is given
 */
public record ToolClass(
    String id,
    String name,
    String family,
    int levelA,
    int levelB,
    boolean metUnasked,
    OptionalDouble marketMillionUsd) {}
