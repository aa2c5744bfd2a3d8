/**
 * Benchmarks of the estimators beside the same work in Python, run by {@code mvn -Pbench}, which
 * writes {@code src/jmh/results.csv}, the table that a page of the site shows. A case is a class
 * with one benchmark and its figures, a line in {@link speedbump.bench.Bench#CASES}, and a function
 * in {@code src/jmh/python/peers.py}.
 */
package speedbump.bench;
