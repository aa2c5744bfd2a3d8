/** Claim 6: did DeepSeek (January 2025) break what was assumed about China's limits? */
package speedbump.analysis.deepseek;
