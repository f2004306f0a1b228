package dev.secondsource.shell;

/** One command, the same in the interactive shell, in a script and as a single call. */
public interface ShellCommand {

    /** What it says of itself; the same at every call. */
    Usage usage();

    /**
     * Does it.
     *
     * @param words what was typed, already checked against the usage
     * @param output data and notes; nothing else prints
     */
    Outcome run(Words words, Output output);
}
