package speedbump.data;

import java.util.Optional;

/**
 * A licence under which a table may be used.
 *
 * @param name the short name, e.g. CC-BY-4.0, or {@code facts} for single cited figures
 * @param title the licence in words
 * @param url where its text stands; empty where there is no such text
 */
public record Licence(String name, String title, Optional<String> url) {}
