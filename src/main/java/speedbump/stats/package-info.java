/**
 * Estimators on arrays and records, thin over Hipparchus: least squares with robust covariances,
 * regressions of counts and of yes and no, structural breaks, first-order autoregressive noise,
 * trend tests, block bootstrap, permutation tests, survival curves, agreement of coders. Arrays go
 * in and are copied, immutable results come out, and input that cannot carry an estimate is refused
 * by an {@link java.lang.IllegalArgumentException} that names what is wrong. Random results depend
 * on their seed alone.
 */
package speedbump.stats;
