package dev.secondsource;

import dev.secondsource.shell.Start;
import java.util.List;

/** Starts the shell, or one command of it. */
public final class SecondSource {
    private SecondSource() {}

    public static void main(String[] args) {
        System.exit(Start.run(List.of(args)));
    }
}
