/** Estimators on arrays and records, thin over Hipparchus. */
package speedbump.stats;
