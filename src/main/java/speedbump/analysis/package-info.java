/**
 * The verdicts: every claim's analysis, examined by the registered rules. Each claim has a package
 * of its own, named as its notebook, with one class a proposition or step of the model; what two
 * claims need lies in {@code shared}.
 */
package speedbump.analysis;
