package speedbump.claim;

/**
 * One registered size of a simulated world.
 *
 * @param world the world
 * @param variant number of the variant of the world, from 1; where T has two, both must pass
 * @param name name of the parameter, snake_case
 * @param value its value; not a number where the world is a draw from the data
 * @param unit unit of the value; empty where there is none
 * @param text the world in the words of the rule
 */
public record WorldParameter(
    World world, int variant, String name, double value, String unit, String text) {}
