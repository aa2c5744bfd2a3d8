package speedbump.analysis.twoinnovationsystems;

import java.util.Map;

/** What readers call economies. */
final class Economies {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("ARG", "Argentina"),
          Map.entry("AUS", "Australia"),
          Map.entry("AUT", "Austria"),
          Map.entry("BEL", "Belgium"),
          Map.entry("CAN", "Canada"),
          Map.entry("CHE", "Switzerland"),
          Map.entry("CHL", "Chile"),
          Map.entry("CHN", "China"),
          Map.entry("COL", "Colombia"),
          Map.entry("CRI", "Costa Rica"),
          Map.entry("CZE", "Czechia"),
          Map.entry("DEU", "Germany"),
          Map.entry("DNK", "Denmark"),
          Map.entry("ESP", "Spain"),
          Map.entry("EST", "Estonia"),
          Map.entry("FIN", "Finland"),
          Map.entry("FRA", "France"),
          Map.entry("GBR", "UK"),
          Map.entry("GRC", "Greece"),
          Map.entry("HUN", "Hungary"),
          Map.entry("IND", "India"),
          Map.entry("IRL", "Ireland"),
          Map.entry("ISL", "Iceland"),
          Map.entry("ISR", "Israel"),
          Map.entry("ITA", "Italy"),
          Map.entry("JPN", "Japan"),
          Map.entry("KOR", "South Korea"),
          Map.entry("LTU", "Lithuania"),
          Map.entry("LUX", "Luxembourg"),
          Map.entry("LVA", "Latvia"),
          Map.entry("MEX", "Mexico"),
          Map.entry("NLD", "Netherlands"),
          Map.entry("NOR", "Norway"),
          Map.entry("NZL", "New Zealand"),
          Map.entry("POL", "Poland"),
          Map.entry("PRT", "Portugal"),
          Map.entry("ROU", "Romania"),
          Map.entry("RUS", "Russia"),
          Map.entry("SGP", "Singapore"),
          Map.entry("SVK", "Slovakia"),
          Map.entry("SVN", "Slovenia"),
          Map.entry("SWE", "Sweden"),
          Map.entry("TUR", "Turkey"),
          Map.entry("TWN", "Taiwan"),
          Map.entry("USA", "US"),
          Map.entry("ZAF", "South Africa"));

  private Economies() {}

  /** The name; the code itself where it has none. */
  static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }
}
