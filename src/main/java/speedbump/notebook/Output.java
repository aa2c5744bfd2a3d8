package speedbump.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a cell shows, in several forms of which a viewer takes the richest that it knows.
 *
 * @param data content by MIME type; binary content in base 64
 * @param metadata hints by MIME type, for instance the width of a picture
 */
public record Output(Map<String, String> data, Map<String, Map<String, Integer>> metadata) {

  public Output {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  static Output of(String html, String text) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("text/html", html);
    data.put("text/plain", text);
    return new Output(data, Map.of());
  }

  /** The readable form. */
  @Override
  public String toString() {
    return data.getOrDefault("text/plain", "");
  }
}
