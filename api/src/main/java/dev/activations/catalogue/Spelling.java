package dev.activations.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that a misspelt one may have meant. */
public final class Spelling {
  private static final int SUGGESTIONS = 3;

  /** Names of so many letters may have two of them wrong. */
  private static final int LONG = 7;

  private Spelling() {}

  /**
   * The known names that differ from a given one by a slip of the hand: one letter left out, put
   * in, wrong or swapped with its neighbour, in long names two. Digits are no slip: relu6 is not
   * relu.
   *
   * @param name what was written
   * @param known what could have been meant
   * @return the closest first, at most three, possibly none
   */
  public static List<String> nearest(String name, Collection<String> known) {
    String wanted = plain(name);
    return known.stream()
        .filter(candidate -> digits(wanted).equals(digits(plain(candidate))))
        .filter(candidate -> distance(wanted, plain(candidate)) <= most(wanted))
        .sorted(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))))
        .limit(SUGGESTIONS)
        .collect(Collectors.toList());
  }

  /** How many slips there may be; a name of two letters has none that could be told. */
  private static int most(String wanted) {
    return wanted.length() < 3 ? 0 : wanted.length() < LONG ? 1 : 2;
  }

  /**
   * What names are compared by: people write LeakyReLU, leaky-relu and leakyrelu.
   *
   * @param name any spelling
   * @return the name in lower case, without {@code -} and {@code _}
   */
  public static String plain(String name) {
    return name.trim().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static String digits(String name) {
    return name.replaceAll("[^0-9]", "");
  }

  /** How many letters are left out, put in, wrong or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          rows[i][j] = Math.max(i, j);
          continue;
        }
        int differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(rows[i - 1][j], rows[i][j - 1]) + 1;
        rows[i][j] = Math.min(least, rows[i - 1][j - 1] + differs);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
