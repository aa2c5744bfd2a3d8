/** The domain models, from the frontier lag to the learning curve. */
package speedbump.model;
