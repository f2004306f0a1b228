package dev.secondsource.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The candidate with the fewest edits, if at most a third of the word (at least two letters) would change. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        int most = Math.max(2, word.length() / 3);
        return candidates.stream()
                .filter(c -> edits(word.toLowerCase(Locale.ROOT), c.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.<String>comparingInt(c -> edits(word.toLowerCase(Locale.ROOT), c.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A mend in words: the nearest candidate, or how to find one. */
    public static String suggestion(String word, Collection<String> candidates) {
        return to(word, candidates).map(c -> "did you mean " + c + "?")
                .orElseGet(() -> candidates.size() <= 12 ? "use one of " + String.join(", ", candidates.stream().sorted().toList())
                        : "there are " + candidates.size() + " to choose from");
    }

    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) previous[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
