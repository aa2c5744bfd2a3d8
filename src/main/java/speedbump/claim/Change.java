package speedbump.claim;

import java.time.LocalDate;

/**
 * A row of the change log of the rules.
 *
 * @param number number of the change, from 1
 * @param date day of the change
 * @param proposition id of the proposition; empty where it concerns the machinery or several rows
 * @param what what was changed
 * @param thresholdMoved whether a threshold, an estimand or the size of a world moved
 * @param reason why
 * @param proposerKnewResults yes, partly or no; empty where this is not stated
 * @param text the sentence of the change log that names it
 */
public record Change(
    int number,
    LocalDate date,
    String proposition,
    String what,
    boolean thresholdMoved,
    String reason,
    String proposerKnewResults,
    String text) {}
