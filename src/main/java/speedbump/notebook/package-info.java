/** What a cell shows: figures, tables, checks, verdicts. */
package speedbump.notebook;
