package dev.secondsource.architecture.sample.shell;

/** Good. */
public final class KnowsAnotherEdge {
    public dev.secondsource.architecture.sample.files.MayTouchTheDisk edge;
}
