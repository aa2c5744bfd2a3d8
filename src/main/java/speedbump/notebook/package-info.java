/**
 * What a cell shows: figures, tables, checks, verdicts, each in a rich form and as plain text.
 *
 * <p>Cells call {@link speedbump.notebook.Show}; the kernel that runs is known by name only.
 */
package speedbump.notebook;
