package speedbump.claim;

/**
 * The grade that a flag of a source table gives.
 *
 * @param flag the flag, in capitals
 * @param grade the grade
 * @param precedence of several flags that with the lowest number decides
 * @param decides whether a figure of that grade may decide a verdict
 * @param text what the flag says
 */
public record GradeRule(String flag, Grade grade, int precedence, boolean decides, String text) {}
