package dev.secondsource.shell;

import java.util.Map;

/**
 * What data is shown on.
 *
 * @param terminal a person looks at it; else it is a file or a pipe
 * @param width columns, 20 or more
 * @param colour colour may be used
 */
public record Display(boolean terminal, int width, boolean colour) {
    /** Columns of a file or pipe, and of a terminal that does not tell. */
    static final int DEFAULT_WIDTH = 100;

    private static final int LEAST_WIDTH = 20;

    /** A file or a pipe. */
    static final Display FILE = new Display(false, DEFAULT_WIDTH, false);

    /**
     * A terminal.
     *
     * @param columns as the terminal tells them, 0 or less if it does not
     * @param environment {@code NO_COLOR} (set and not empty) and {@code TERM=dumb} forbid colour
     */
    static Display terminal(int columns, Map<String, String> environment) {
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Display(true, columns <= 0 ? DEFAULT_WIDTH : Math.max(LEAST_WIDTH, columns), colour);
    }

    Display withoutColour() {
        return new Display(terminal, width, false);
    }
}
