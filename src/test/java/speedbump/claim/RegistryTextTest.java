package speedbump.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import speedbump.data.Catalog;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The registry held against the text of the amendments and readings of 2026-11-28, in both
 * directions for the change log, and line by line for the facts that the tables carry.
 */
class RegistryTextTest {
  private static final String DAY = "2026-11-28";
  private static final String TEXT = "/registry/rules_2026_11_28.md";
  private static final int FIRST_CHANGE = 59;
  private static final List<String> WITH_AWAITING_ROWS =
      List.of("conditions", "groups", "choices", "worlds", "definitions", "minimums", "machinery");

  /** Claims with an analysis that was committed before that day. */
  private static final Set<String> ANALYSED = Set.of("2", "6", "7", "10");

  private static final Set<String> TALLIES_SEEN = Set.of("3", "4", "8", "11", "12");

  private static List<Map<String, String>> rows(String name) {
    Table table = Catalog.shared().table("claims/" + name);
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < table.rowCount(); i++) {
      Map<String, String> row = new LinkedHashMap<>();
      for (Column<?> column : table.columns()) {
        row.put(column.name(), column.isMissing(i) ? "" : column.getString(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, String>> changesOfThatDay() {
    return rows("changes").stream().filter(row -> row.get("date").equals(DAY)).toList();
  }

  private static String claim(Map<String, String> row) {
    return row.get("proposition").replaceAll("[a-z]", "");
  }

  private static boolean inForce(Map<String, String> row) {
    return row.get("awaits").isEmpty();
  }

  /** The lines of the two sections, without headings and heads of tables. */
  private static List<String> lines() {
    try (InputStream in = RegistryTextTest.class.getResourceAsStream(TEXT)) {
      assertNotNull(in, TEXT);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .filter(line -> !line.startsWith("| row |") && !line.startsWith("|---"))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String plain(String text) {
    return text.replace("**", "");
  }

  /** One amended row or reading of the text: what stands before it in bold or in the first cell. */
  private record Line(String of, String words) {
    String proposition() {
      return of.matches("1?[0-9][a-d]") ? of : "";
    }
  }

  private static List<Line> amendedRows() {
    return lines().stream()
        .filter(line -> line.startsWith("| "))
        .map(line -> line.substring(2, line.length() - 2).split(" \\| ", 2))
        .map(cells -> new Line(cells[0].replace("†", ""), cells[1]))
        .toList();
  }

  private static List<Line> readings() {
    String text =
        lines().stream().filter(line -> line.startsWith("**")).reduce("", (a, b) -> a + "\n" + b);
    List<MatchResult> heads =
        Pattern.compile("\\*\\*([^*]+)\\*\\*").matcher(text).results().toList();
    List<Line> readings = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? heads.get(i + 1).start() : text.length();
      readings.add(
          new Line(heads.get(i).group(1), text.substring(heads.get(i).end(), end).strip()));
    }
    return readings.stream()
        .filter(line -> Character.isDigit(line.of().charAt(0)))
        .filter(line -> !line.of().contains(". "))
        .toList();
  }

  @Test
  void everyClauseOfTheTextIsRegistered() {
    List<String> registered = changesOfThatDay().stream().map(row -> row.get("text")).toList();
    int clauses = 0;
    for (String line : lines()) {
      String words =
          line.startsWith("| ") ? line.substring(2, line.length() - 2).split(" \\| ", 2)[1] : line;
      String withoutHeads = words.replaceAll("\\*\\*(?:[0-9, a-d-]+|General\\.)\\*\\*", "");
      for (String clause : plain(withoutHeads).split("(?<=[.;:?]) +| \\| ")) {
        clauses++;
        assertTrue(registered.stream().anyMatch(text -> text.contains(clause.strip())), clause);
      }
    }
    assertTrue(clauses > 200, "clauses: " + clauses);
  }

  @Test
  void everyChangeHasItsWordsInTheText() {
    String text = plain(String.join("\n", lines()));
    for (Map<String, String> row : changesOfThatDay()) {
      assertTrue(text.contains(row.get("text")), row.get("change"));
      assertFalse(row.get("what").isBlank() || row.get("reason").isBlank(), row.get("change"));
    }
  }

  @Test
  void everyAmendedRowAndEveryReadingIsOneChangeOfItsProposition() {
    List<Line> all = new ArrayList<>(amendedRows());
    assertEquals(15, all.size());
    all.addAll(readings());
    assertEquals(15 + 29, all.size());
    for (Line line : all) {
      assertEquals(
          1,
          changesOfThatDay().stream()
              .filter(row -> row.get("text").equals(line.words()))
              .filter(row -> row.get("proposition").equals(line.proposition()))
              .count(),
          line.of());
    }
    // beside them: two openings, amendments 12 to 14, three that confirm or keep, five in general
    assertEquals(all.size() + 2 + 3 + 3 + 5, changesOfThatDay().size());
  }

  @Test
  void changesAreNumberedOnFromThoseOfTheFirstDay() {
    List<Map<String, String>> changes = rows("changes");
    assertEquals(DAY, changes.get(FIRST_CHANGE - 1).get("date"));
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(String.valueOf(i + 1), changes.get(i).get("change"));
      if (i < FIRST_CHANGE - 1) {
        assertEquals("2026-11-24", changes.get(i).get("date"), "change " + (i + 1));
      }
    }
  }

  @Test
  void thresholdsMoveIn5bAnd9bOnly() {
    assertEquals(
        List.of("5b", "9b"),
        changesOfThatDay().stream()
            .filter(row -> row.get("threshold_moved").equals("true"))
            .map(row -> row.get("proposition"))
            .toList());
    changesOfThatDay().stream()
        .filter(row -> row.get("threshold_moved").equals("true"))
        .forEach(row -> assertTrue(row.get("what").startsWith("threshold moved:")));
  }

  @Test
  void whatTheProposerKnewIsSaidAsTheTextSaysIt() {
    List<String> ofSeveral = new ArrayList<>();
    for (Map<String, String> row : changesOfThatDay()) {
      String knew = row.get("proposer_knew_results");
      if (row.get("proposition").isEmpty()) {
        ofSeveral.add(knew);
        continue;
      }
      String due =
          ANALYSED.contains(claim(row))
              ? "yes"
              : TALLIES_SEEN.contains(claim(row)) ? "partly" : "no";
      assertEquals(due, knew, row.get("proposition"));
    }
    assertEquals(
        // opening, 12 to 14; 5a and 5c; opening, general; 1a to 1c; 3a, 3b and 3d
        "yes yes yes yes no partly partly partly partly partly partly no partly",
        String.join(" ", ofSeveral));
  }

  @Test
  void rowsAwaitAChangeOfThatDayAndOnlyWhereAnAnalysisIsCommitted() {
    Set<String> changes =
        changesOfThatDay().stream().map(row -> row.get("change")).collect(Collectors.toSet());
    for (String table : WITH_AWAITING_ROWS) {
      for (Map<String, String> row : rows(table)) {
        if (inForce(row)) {
          continue;
        }
        assertTrue(changes.contains(row.get("awaits")), table + ": " + row);
        assertTrue(table.equals("machinery") || ANALYSED.contains(claim(row)), table + ": " + row);
      }
    }
  }

  /** The options of a choice that a group has: its own and those that every group has. */
  @Test
  void everyChoiceInForceHasOneDefaultInEachGroupAndItIsTheFirst() {
    Map<String, Set<String>> groups = new HashMap<>();
    for (Map<String, String> row : rows("groups")) {
      groups
          .computeIfAbsent(row.get("proposition"), id -> new LinkedHashSet<>())
          .add(row.get("group"));
    }
    Map<List<String>, List<Map<String, String>>> choices =
        rows("choices").stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.get("proposition"), row.get("choice")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    choices.forEach(
        (choice, all) -> {
          for (int i = 0; i < all.size(); i++) {
            Map<String, String> row = all.get(i);
            assertEquals(String.valueOf(i + 1), row.get("seq"), choice.toString());
            assertTrue(inForce(row) || row.get("is_default").equals("false"), choice.toString());
            assertTrue(
                row.get("group").isEmpty() || groups.get(choice.get(0)).contains(row.get("group")),
                row.toString());
          }
          for (String group : groups.get(choice.get(0))) {
            List<Map<String, String>> has =
                all.stream()
                    .filter(RegistryTextTest::inForce)
                    .filter(row -> Set.of("", group).contains(row.get("group")))
                    .toList();
            if (has.isEmpty()) {
              continue;
            }
            assertEquals(has.size(), has.stream().map(row -> row.get("option")).distinct().count());
            assertEquals(
                1,
                has.stream().filter(row -> row.get("is_default").equals("true")).count(),
                choice + ", " + group);
            assertEquals("true", has.get(0).get("is_default"), choice + ", " + group);
            assertEquals("true", has.get(0).get("votes"), choice + ", " + group);
          }
        });
  }

  /** What will be the default stands before the others and says so. */
  @Test
  void everyChoiceWithAwaitingOptionsSaysWhichWillBeTheDefault() {
    rows("choices").stream()
        .filter(row -> !inForce(row))
        .map(row -> List.of(row.get("proposition"), row.get("choice")))
        .distinct()
        .forEach(
            choice -> {
              Map<String, String> first =
                  rows("choices").stream()
                      .filter(row -> row.get("proposition").equals(choice.get(0)))
                      .filter(row -> row.get("choice").equals(choice.get(1)))
                      .findFirst()
                      .orElseThrow();
              assertFalse(inForce(first), choice.toString());
              assertTrue(first.get("text").endsWith("; becomes the default"), choice.toString());
            });
  }

  @Test
  void everyPropositionWithNoiseNamesItsStatistic() {
    for (Map<String, String> row : rows("propositions")) {
      boolean noise = row.get("noise").equals("true");
      assertEquals(noise, row.get("statistic").matches("[a-z][a-z0-9_]*"), row.get("proposition"));
      assertEquals(noise, !row.get("statistic_unit").isEmpty(), row.get("proposition"));
    }
  }

  private static List<Map<String, String>> found(String table, String keys) {
    Map<String, String> wanted =
        Arrays.stream(keys.split("; "))
            .map(key -> key.split("=", 2))
            .collect(Collectors.toMap(key -> key[0], key -> key[1]));
    return rows(table).stream()
        .filter(
            row ->
                wanted.entrySet().stream().allMatch(e -> e.getValue().equals(row.get(e.getKey()))))
        .toList();
  }

  private static Object value(String cell) {
    return cell.matches("-?[0-9]+(\\.[0-9]+)?") ? (Object) Double.valueOf(cell) : cell;
  }

  /** Facts read line by line off the text: table, row, column, value. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 12
        "machinery | constant=fit_coverage | value | 0.95",
        "machinery | constant=weight_hardly_worth_a_mention_up_to | value | 3",
        "machinery | constant=weight_positive_up_to | value | 20",
        "machinery | constant=weight_strong_up_to | value | 150",
        "machinery | constant=leaning_least_weight | value | 3",
        "machinery | constant=leaning_groups_share | value | 0.5",
        // 13, and in general
        "machinery | constant=rho_correction_added | value | 2",
        "machinery | constant=rho_correction_subtracted | value | 4",
        "machinery | constant=rho_least | value | -0.5",
        "machinery | constant=rho_greatest | value | 0.97",
        "machinery | constant=rho_options_below_points | value | 8",
        "machinery | constant=rho_option_low | value | 0",
        "machinery | constant=rho_option_high | value | 0.5",
        "machinery | constant=least_simulated_series | value | 2000",
        "machinery | constant=newey_west_lag_factor | value | 4",
        "machinery | constant=newey_west_lag_points | value | 100",
        "machinery | constant=newey_west_lag_exponent | value | 0.2222222222222222",
        "machinery | constant=newey_west_least_lag | value | 1",
        "machinery | constant=least_dispersion | value | 1",
        // 14
        "machinery | constant=source_break_jump | value | 10",
        // table of amendments
        "worlds | proposition=2a; world=T; variant=3; parameter=growth_after_over_before | value | 0.5",
        "worlds | proposition=2a; world=T; variant=3; parameter=shift_months | value | 0",
        "choices | proposition=2a; choice=selection; option=the first ten left out | number | 10",
        "choices | proposition=2b; choice=earlier bend; option=no earlier bend | seq | 1",
        "choices | proposition=2b; choice=interval; option=Prais-Winsten | seq | 1",
        "choices | proposition=7a; choice=interval; option=Newey-West | votes | false",
        "choices | proposition=2c; choice=vintage; option=July 2026 | seq | 1",
        "choices | proposition=6a; choice=closeness; option=score | seq | 2",
        "choices | proposition=6a; choice=vintage; option=July 2026 | seq | 1",
        "choices | proposition=6b; choice=vintage; option=July 2026 | seq | 1",
        "choices | proposition=6b; choice=models; option=all models | seq | 1",
        "choices | proposition=6c; choice=vintage; option=December 2025 | seq | 3",
        "choices | proposition=7c; choice=output counted; option=to the start of the year | seq | 1",
        "definitions | proposition=7c; definition=left_out_technologies | value | 3",
        "groups | proposition=7c; group=effective number of technologies | decides | false",
        "choices | proposition=10d; choice=rows flagged weak; seq=1 | option | September and October 2025 as one block",
        "choices | proposition=4b; choice=rows beyond three; option=out | is_default | true",
        "choices | proposition=4b; choice=scenario projections; option=in | is_default | true",
        "choices | proposition=4b; choice=clusters; option=as named | is_default | true",
        "choices | proposition=9a; choice=restricted; option=level 1 or 2 | is_default | true",
        "choices | proposition=9a; choice=restricted; option=level 2 alone | votes | false",
        "choices | proposition=9a; choice=coding of the restricted list; option=second | votes | false",
        "choices | proposition=9a; choice=shares of 2024; option=as revised in 2025 | is_default | true",
        "choices | proposition=9a; choice=leaves met unasked; option=out | votes | true",
        "groups | proposition=11c; group=2017 to last | decides | true",
        "definitions | proposition=11c; definition=short_window_first_year | value | 2017",
        // readings: 1
        "definitions | proposition=1a; definition=pair_percentile_tolerance | value | 0.75",
        "groups | proposition=1c; group=all pairs on the US-China categories | decides | false",
        "choices | proposition=1b; choice=categories; option=thirteen shares | is_default | true",
        "choices | proposition=1c; choice=category other; option=in | is_default | true",
        "choices | proposition=1d; choice=interval; option=Prais-Winsten | is_default | true",
        "choices | proposition=1d; choice=interval; option=block bootstrap | votes | false",
        // 8
        "choices | proposition=8a; choice=year; group=Atlas headings; option=2023 | is_default | true",
        "definitions | proposition=8a; definition=left_out_code | value | 9999",
        "groups | proposition=8a; group=Open Trade Statistics 2017 | decides | false",
        "groups | proposition=8a; group=headings added up to chapters | decides | false",
        "choices | proposition=8c; choice=complexity; group=BACI 2018 at six digits; option=our own second eigenvector | is_default | true",
        "choices | proposition=8c; choice=complexity; group=Atlas 2016 headings; option=the Atlas' index, later release | is_default | true",
        "definitions | proposition=8c; definition=complexity_cut | value | 1",
        "choices | proposition=8d; choice=pair of years; option=1980 and 2017 | is_default | true",
        "definitions | proposition=8d; definition=advantage_cut | value | 1",
        "propositions | proposition=8d | stands_on_year | 2017",
        "propositions | proposition=8d | proposition_class | S",
        // 3
        "choices | proposition=3a; choice=entity measure; option=days with first-cited Chinese entries | is_default | true",
        "choices | proposition=3a; choice=coverage of months; option=strictly complete | is_default | true",
        "choices | proposition=3a; choice=unit of time; option=years with log months as offset | is_default | true",
        "choices | proposition=3b; choice=documents without a text; option=china, tighten | is_default | true",
        "choices | proposition=3b; choice=validated end users; option=none | is_default | true",
        "choices | proposition=3b; choice=validated end users; option=one a year | number | 1",
        "worlds | proposition=3b; world=T; parameter=technology_wide_lost_share | value | 0",
        "worlds | proposition=3b; world=F; parameter=share_change_over_span | value | 0",
        // 4
        "minimums | proposition=4b; of=voting clusters after ties | least | 9",
        "minimums | proposition=4b; of=voting clusters after ties | level | specification",
        "choices | proposition=4b; choice=bounds; option=as points | is_default | true",
        "choices | proposition=4b; choice=weak outcomes; option=out | is_default | true",
        "choices | proposition=4b; choice=Hong Kong forecasters; option=in | is_default | true",
        "propositions | proposition=4c | quantifier | most",
        "choices | proposition=4c; choice=near control; option=all points | is_default | true",
        // 5
        "choices | proposition=5a; choice=dose; option=level | is_default | true",
        "choices | proposition=5a; choice=items on the list before 2018; option=counted | is_default | true",
        "definitions | proposition=5a; definition=hinge_year | value | 2018",
        "definitions | proposition=5a; definition=hinge_month | value | 4",
        "definitions | proposition=5a; definition=last_year_before | value | 2017",
        "definitions | proposition=5a; definition=first_year_after | value | 2019",
        "definitions | proposition=5a; definition=greatest_window_years | value | 6",
        "definitions | proposition=5a; definition=placebo_year | value | 2014",
        "definitions | proposition=5a; definition=attainable_p_below | value | 0.05",
        "minimums | proposition=5a; of=different doses | least | 3",
        "minimums | proposition=5a; of=different doses | level | examination",
        "conditions | proposition=5b; side=holds; quantity=mean_break_lower90; comparison=>= | bound | -0.02",
        "conditions | proposition=5b; side=holds; quantity=mean_break_upper90; comparison=<= | bound | 0.02",
        "conditions | proposition=5b; side=fails; quantity=mean_break_lower90; comparison=> | bound | 0.02",
        "conditions | proposition=5b; side=fails; quantity=mean_break_upper90; comparison=< | alternative | 2",
        "conditions | proposition=5b; side=fails; alternative=2 | bound | -0.02",
        "definitions | proposition=5b; definition=hardly_touched_dose_below | value | 0.5",
        "worlds | proposition=5b; world=T; parameter=mean_break_per_year | value | 0",
        "worlds | proposition=5b; world=F; parameter=mean_break_per_year | value | 0.04",
        "definitions | proposition=5c; definition=reference_year | value | 2018",
        "minimums | proposition=5d; of=studies | least | 9",
        // 9
        "choices | proposition=9a; choice=permuting; option=families | is_default | true",
        "choices | proposition=9a; choice=no Chinese row; option=missing | is_default | true",
        "definitions | proposition=9a; definition=shares_close_at | value | 99.5",
        "minimums | proposition=9a; of=restricted leaves | least | 5",
        "minimums | proposition=9a; of=restricted leaves | level | specification",
        "definitions | proposition=9b; definition=control_year | value | 2018",
        "definitions | proposition=9b; definition=control_month | value | 4",
        "definitions | proposition=9b; definition=least_share_of_points_on_either_side | value | 0.15",
        "conditions | proposition=9b; side=holds; quantity=upward_break_p; comparison=< | bound | 0.05",
        "conditions | proposition=9b; side=fails; alternative=1; quantity=downward_break_p; comparison=< | bound | 0.05",
        "conditions | proposition=9b; side=fails; alternative=2; quantity=slope_change_upper95_over_world_t; comparison=< | bound | 0.5",
        "definitions | proposition=9d; definition=years_on_either_side | value | 2",
        "minimums | proposition=9d; of=firms with figures on either side | least | 3",
        // 11
        "choices | proposition=11a; choice=batteries; option=by value | is_default | true",
        "choices | proposition=11a; choice=year; option=common years | votes | false",
        "choices | proposition=11b; choice=last year; option=2023 | is_default | true",
        "choices | proposition=11b; choice=interval; option=Newey-West | votes | false",
        "choices | proposition=11c; choice=first-order coefficient; option=0.5 | group | 2017 to last",
        // 12
        "choices | proposition=12a; choice=source; group=foreign value added in exports; option=ADB | is_default | true",
        "choices | proposition=12a; choice=source; group=foreign value added in exports; option=OECD | seq | 2",
        "choices | proposition=12a; choice=source; group=foreign value added in exports; option=WIOD"
            + " 2016 | seq | 3",
        "definitions | proposition=12c; definition=least_stated_shares | value | 1",
        "definitions | proposition=12c; definition=least_difference_leaves | value | 2",
        "definitions | proposition=12c; definition=critical_minerals_year | value | 2025",
        "groups | proposition=12c; group=tools | decides | false",
        "choices | proposition=12a; choice=source; group=foreign share of inputs to manufacturing;"
            + " option=OECD | is_default | true",
        "choices | proposition=12c; choice=chip data; option=August 2026 | is_default | true",
        "choices | proposition=12c; choice=mineral data; option=edition of 2026 | is_default | true",
        "choices | proposition=12d; choice=shares of 2024; option=as revised | is_default | true",
        "definitions | proposition=12d; definition=weights_year | value | 2025"
      })
  void tablesCarryWhatTheTextSays(String table, String keys, String column, String value) {
    List<Map<String, String>> found = found(table, keys);
    assertEquals(1, found.size(), keys);
    assertEquals(value(value), value(found.get(0).get(column)), keys);
  }

  /** What the text strikes or replaces is gone where no committed analysis needs it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "definitions | proposition=5a; definition=least_years_in_force",
        "conditions | proposition=5b; quantity=placebo_break_p",
        "worlds | proposition=5b; parameter=growth_change_over_earlier",
        "conditions | proposition=9b; side=fails; alternative=1; seq=1; quantity=upward_break_p",
        "conditions | proposition=5d; quantity=positive_share_of_data_sets",
        "groups | proposition=11c; group=2016 to last",
        "groups | proposition=8a; group=Atlas 2016 headings"
      })
  void whatIsReplacedIsGone(String row) {
    String[] parts = row.split(" \\| ");
    assertEquals(List.of(), found(parts[0], parts[1]));
  }
}
