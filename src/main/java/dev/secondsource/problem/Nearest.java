package dev.secondsource.problem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds what somebody who misspelt a word probably meant. */
public final class Nearest {
    private static final int LONGEST = 80;
    private static final int FEW = 16;

    private Nearest() {}

    /**
     * The one known word that is closest, unless it is far: more than a third of the letters wrong, at least two. Else
     * the only one that begins like the given. Case and punctuation do not count, a swap of neighbours counts once.
     */
    public static Optional<String> to(String given, Collection<String> known) {
        if (given.length() > LONGEST) return Optional.empty();
        String word = squashed(given);
        int reach = Math.max(2, given.length() / 3);
        int fewest = Integer.MAX_VALUE;
        String nearest = null;
        boolean tie = false;
        for (String candidate : known) {
            int edits = edits(word, squashed(candidate));
            if (edits > reach || edits >= Math.max(2, candidate.length() - 1) || edits > fewest) continue;
            tie = edits == fewest;
            fewest = edits;
            nearest = candidate;
        }
        return nearest == null || tie ? onlyOneBegunBy(word, known) : Optional.of(nearest);
    }

    /** A mend in words: the word that was meant, or all there are if they are few, or how many there are. */
    public static String suggestion(String given, Collection<String> known) {
        return to(given, known).map(meant -> "did you mean " + meant + "?").orElseGet(() -> known.size() <= FEW
                ? "use one of " + String.join(", ", known.stream().sorted().toList())
                : "there are " + known.size() + " to choose from");
    }

    private static Optional<String> onlyOneBegunBy(String start, Collection<String> known) {
        if (start.length() < 3) return Optional.empty();
        List<String> begun = known.stream().filter(name -> squashed(name).startsWith(start)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    private static String squashed(String name) {
        StringBuilder squashed = new StringBuilder(name.length());
        name.chars().filter(Character::isLetterOrDigit).map(Character::toLowerCase).forEach(c -> squashed.append((char) c));
        return squashed.toString();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    static int edits(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
        return d[a.length()][b.length()];
    }
}
