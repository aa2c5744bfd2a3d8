/** Claim 3: has American pressure grown from single firms to whole technologies? */
package speedbump.analysis.fromtargetedtobroad;
