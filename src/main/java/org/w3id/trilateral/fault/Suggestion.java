package org.w3id.trilateral.fault;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest of the names that exist. */
public final class Suggestion {
    private Suggestion() {
    }

    /**
     * The candidate nearest to a mistyped name by edit distance, if one is near enough to be meant
     * (at most a third of its letters differ, or one contains the other).
     */
    public static Optional<String> nearest(String given, Collection<String> candidates) {
        String name = given.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> isNear(name, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt((String c) -> distance(name, c.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** {@code " Did you mean x?"} with a leading blank, or nothing. */
    public static String sentence(String given, Collection<String> candidates) {
        return nearest(given, candidates).map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    private static boolean isNear(String name, String candidate) {
        return name.length() > 2 && candidate.contains(name)
                || distance(name, candidate) <= Math.max(1, candidate.length() / 3);
    }

    /** Levenshtein distance over UTF-16 units, one row at a time. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
