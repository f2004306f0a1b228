package dev.secondsource.shell;

/** How a command ended; the exit code of the process. */
public enum Outcome {
    /** The question was answered. */
    DECIDED(0),
    /** Second Source is at fault. */
    INTERNAL_ERROR(1),
    /** The command was not understood. */
    USAGE(2),
    /** A file that was read is wrong. */
    INVALID_INPUT(3),
    /** The inputs are right and nothing on offer meets them. */
    NOT_FEASIBLE(4),
    /** A gate named by {@code --fail-on} tripped. */
    GATE_TRIPPED(5);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** 0 to 5, as the help and the README list them. */
    public int exitCode() {
        return exitCode;
    }
}
