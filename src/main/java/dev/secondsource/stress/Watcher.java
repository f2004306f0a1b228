package dev.secondsource.stress;

/** Is told how far a stress test has come: it decides a dozen times. */
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
