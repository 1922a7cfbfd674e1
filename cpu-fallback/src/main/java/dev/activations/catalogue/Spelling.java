package dev.activations.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that a misspelt one may have meant. */
public final class Spelling {
  private static final int SUGGESTIONS = 3;

  private Spelling() {}

  /**
   * The known names closest to a given one: those that contain it or are contained in it, and those
   * with few letters wrong.
   *
   * @param name what was written
   * @param known what could have been meant
   * @return the closest first, at most three, possibly none
   */
  public static List<String> nearest(String name, Collection<String> known) {
    String wanted = plain(name);
    return known.stream()
        .filter(candidate -> distance(wanted, plain(candidate)) <= most(wanted))
        .sorted(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))))
        .limit(SUGGESTIONS)
        .collect(Collectors.toList());
  }

  /** The letters that may be wrong: two, a third of a long name, and never all of them. */
  private static int most(String wanted) {
    return Math.min(wanted.length() - 1, Math.max(2, wanted.length() / 3));
  }

  /** People write LeakyReLU, leaky-relu and leakyrelu. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Levenshtein distance, or 1 where one name begins with the other. */
  private static int distance(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Math.max(a.length(), b.length());
    }
    if (!a.equals(b) && (a.startsWith(b) || b.startsWith(a))) {
      return 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
