package speedbump.data;

import java.util.List;
import java.util.Optional;

/**
 * One column of a table, as the data package declares it.
 *
 * @param name the column's header, snake_case, with the unit in the name where there is one
 * @param type the type of its cells
 * @param title a short label for tables and charts
 * @param description what the column holds
 * @param unit the unit of measure; empty where the column has none
 * @param required whether an empty cell is an error; where it is not, an empty cell is a missing
 *     value, never zero
 * @param allowed the only values that a cell may have; empty where any value of the type may stand
 */
public record Field(
    String name,
    FieldType type,
    String title,
    String description,
    Optional<String> unit,
    boolean required,
    List<String> allowed) {}
