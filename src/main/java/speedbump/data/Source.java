package speedbump.data;

/**
 * Where a table comes from.
 *
 * @param title publisher, work and the attribution that the licence asks for
 * @param url the public address
 */
public record Source(String title, String url) {}
