package dev.secondsource.shell;

/** What was typed is not a command, or not one with these words. Not a fault of the program: it has no stack trace. */
public final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /**
     * @param message what is wrong, in one line
     * @param hint a command that helps, without the program's name: {@code help evaluate}
     */
    public UsageError(String message, String hint) {
        super(message, null, false, false);
        this.hint = hint;
    }

    String hint() {
        return hint;
    }
}
