package dev.secondsource.shell;

/** The person at the terminal interrupted a command. */
final class Interruption extends RuntimeException {
    /** As shells have it: 128 and the number of the signal. */
    static final int EXIT_CODE = 130;

    private static final long serialVersionUID = 1L;

    Interruption() {
        super("interrupted", null, false, false);
    }
}
