/** The catalog of the collection's tables, and nothing else in the module parses a file. */
package speedbump.data;
