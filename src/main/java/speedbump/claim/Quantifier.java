package speedbump.claim;

import java.util.Collection;
import java.util.Locale;

/**
 * How the votes of the groups make the word of the proposition. Groups that do not vote are left
 * out before; where none votes the word is {@link PropositionWord#CANNOT_TELL}.
 */
public enum Quantifier {
  /** Holds if all voting groups hold, fails if all fail. */
  EVERY {
    @Override
    PropositionWord of(int voting, int hold, int fail, double majorityShare) {
      if (hold == voting) {
        return PropositionWord.HOLDS;
      }
      if (fail == voting) {
        return PropositionWord.FAILS;
      }
      return hold > 0 && fail > 0 ? PropositionWord.SPLIT : PropositionWord.OPEN;
    }
  },
  /** Holds if all voting groups hold, fails if any fails: never split. */
  NONE {
    @Override
    PropositionWord of(int voting, int hold, int fail, double majorityShare) {
      if (fail > 0) {
        return PropositionWord.FAILS;
      }
      return hold == voting ? PropositionWord.HOLDS : PropositionWord.OPEN;
    }
  },
  /** Holds if more than half of the voting groups hold and none fails; the mirror for fails. */
  MOST {
    @Override
    PropositionWord of(int voting, int hold, int fail, double majorityShare) {
      if (hold > 0 && fail > 0) {
        return PropositionWord.SPLIT;
      }
      if (hold > majorityShare * voting) {
        return PropositionWord.HOLDS;
      }
      return fail > majorityShare * voting ? PropositionWord.FAILS : PropositionWord.OPEN;
    }
  };

  /**
   * The quantifier for a reader.
   *
   * @return a sentence
   */
  String rule() {
    return switch (this) {
      case EVERY -> "All that can tell must say the same.";
      case NONE -> "It holds if all that can tell say so, and fails if one of them says \"fails\".";
      case MOST ->
          "More than half of those that can tell must say the same, and none the opposite.";
    };
  }

  abstract PropositionWord of(int voting, int hold, int fail, double majorityShare);

  /**
   * The word that the votes make.
   *
   * @param votes one vote a group; {@link Standing#UNUSABLE} is left out
   * @param majorityShare share of the voting groups that {@link #MOST} must exceed
   * @return holds, fails, split, open, or cannot tell where no group votes
   */
  public PropositionWord join(Collection<Standing> votes, double majorityShare) {
    int hold = 0;
    int fail = 0;
    int voting = 0;
    for (Standing vote : votes) {
      hold += vote == Standing.HOLDS ? 1 : 0;
      fail += vote == Standing.FAILS ? 1 : 0;
      voting += vote == Standing.UNUSABLE ? 0 : 1;
    }
    return voting == 0 ? PropositionWord.CANNOT_TELL : of(voting, hold, fail, majorityShare);
  }

  /**
   * The quantifier that the registry spells so.
   *
   * @param words every, none or most
   * @return the quantifier
   * @throws IllegalArgumentException if there is no such quantifier
   */
  public static Quantifier of(String words) {
    for (Quantifier quantifier : values()) {
      if (quantifier.words().equals(words)) {
        return quantifier;
      }
    }
    throw new IllegalArgumentException("expected every, none or most, found " + words);
  }

  /**
   * The quantifier as the registry spells it.
   *
   * @return every, none or most
   */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
