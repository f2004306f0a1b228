package dev.secondsource.decision;

/** Is told how far something has come that decides many times. */
public interface Watcher {
    /** Tells nobody. */
    Watcher NOBODY = decisions -> () -> {};

    /**
     * It begins to decide.
     *
     * @param decisions how many there will be
     * @return run after each, on any thread
     */
    Runnable begin(int decisions);
}
