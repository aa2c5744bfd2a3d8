/**
 * Claim 8: who has an export edge in how many products, in the hardest of them, and where new ones
 * come from; and who makes how much.
 */
package speedbump.analysis.wholeindustrialsystem;
