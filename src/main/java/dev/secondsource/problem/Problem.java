package dev.secondsource.problem;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with one input, in one line.
 *
 * @param file name of the file as the user gave it
 * @param line 1-based line, or null if the problem has no line (a missing file, a missing key at the top)
 * @param path where inside the file, {@code workloads[0].model.layers} or a rule's name; empty for the whole file
 * @param what what is wrong: {@code "fp9" is not a numeric format}
 * @param mend what would be right: {@code use one of fp32, bf16, fp8}
 */
public record Problem(String file, @Nullable Integer line, String path, String what, String mend) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparing(Problem::line, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Problem::path)
            .thenComparing(Problem::what);

    public static Problem in(String file, String what, String mend) {
        return new Problem(file, null, "", what, mend);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code file:line: path: what; mend}. */
    @Override
    public String toString() {
        String place = line == null ? file : file + ":" + line;
        return place + ": " + (path.isEmpty() ? "" : path + ": ") + what + (mend.isEmpty() ? "" : "; " + mend);
    }
}
