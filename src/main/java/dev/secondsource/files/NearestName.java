package dev.secondsource.files;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody who misspelt a name probably meant. */
final class NearestName {
    private static final int LONGEST = 80;

    private NearestName() {}

    /**
     * The one closest of the known names, unless it is far: more than a third of the letters wrong, at least two. Else
     * the only one that begins like the given.
     */
    static Optional<String> to(String given, Collection<String> known) {
        if (given.length() > LONGEST) return Optional.empty();
        int reach = Math.max(2, given.length() / 3);
        List<Distance> near = known.stream()
                .map(name -> new Distance(name, between(squashed(given), squashed(name))))
                .filter(d -> d.edits <= reach && d.edits < Math.max(2, d.name.length() - 1))
                .sorted(Comparator.comparingInt(Distance::edits))
                .toList();
        boolean tie = near.size() > 1 && near.get(0).edits == near.get(1).edits;
        return near.isEmpty() || tie ? onlyOneBegunBy(given, known) : Optional.of(near.get(0).name);
    }

    private static Optional<String> onlyOneBegunBy(String given, Collection<String> known) {
        String start = squashed(given);
        List<String> begun = known.stream().filter(name -> start.length() > 2 && squashed(name).startsWith(start)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    private record Distance(String name, int edits) {}

    private static String squashed(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Edits with neighbouring letters swapped counted once (optimal string alignment). */
    static int between(String a, String b) {
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
