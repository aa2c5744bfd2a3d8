package speedbump.claim;

/**
 * A number that a row of the rules fixes beside its bounds: eligibility, tolerance, code.
 *
 * @param name name of the number, snake_case
 * @param value the number
 * @param unit its unit
 * @param text the words of the rule
 */
public record Definition(String name, double value, String unit, String text) {}
