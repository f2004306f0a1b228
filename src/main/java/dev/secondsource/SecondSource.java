package dev.secondsource;

import dev.secondsource.shell.Start;
import java.util.List;

/** Starts the shell, or one command of it. */
public final class SecondSource {
    private SecondSource() {}

    public static void main(String[] args) {
        // Pictures are drawn to text; where there is a screen, AWT would otherwise open a connection to it.
        System.setProperty("java.awt.headless", "true");
        System.exit(Start.run(List.of(args)));
    }
}
