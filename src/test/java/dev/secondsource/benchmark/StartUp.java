package dev.secondsource.benchmark;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Times a command against the empty application, in turn, so that a machine that slows down slows both. Run from its
 * source by {@code .ci/startup}; needs nothing but the JDK.
 */
public final class StartUp {
    private static final int RUNS = 11;
    private static final int WARM_UPS = 2;

    private StartUp() {}

    /** Words: the largest ratio allowed, the empty application's jar, and the command. Exits with 1 if it is slower. */
    public static void main(String[] words) throws IOException, InterruptedException {
        double most = Double.parseDouble(words[0]);
        List<String> empty = List.of("java", "-jar", words[1], "version");
        List<String> command = Arrays.asList(words).subList(2, words.length);
        double[] ours = new double[RUNS];
        double[] theirs = new double[RUNS];
        for (int run = -WARM_UPS; run < RUNS; run++) {
            double our = seconds(command);
            double their = seconds(empty);
            if (run < 0) continue;
            ours[run] = our;
            theirs[run] = their;
        }
        double ratio = median(ours) / median(theirs);
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s; empty Spring Shell application: %.2f s; ratio %.2f, at most %.2f (medians of %d)%n",
                String.join(" ", command), median(ours), median(theirs), ratio, most, RUNS);
        if (ratio > most) System.exit(1);
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exitCode = process.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exitCode != 0) throw new IllegalStateException(command + " ended with " + exitCode);
        return seconds;
    }

    private static double median(double[] values) {
        return DoubleStream.of(values).sorted().skip(values.length / 2).findFirst().orElseThrow();
    }
}
