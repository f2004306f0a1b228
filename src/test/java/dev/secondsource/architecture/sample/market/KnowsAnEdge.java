package dev.secondsource.architecture.sample.market;

/** Bad: knows an edge. */
public final class KnowsAnEdge {
    public dev.secondsource.architecture.sample.files.MayTouchTheDisk edge;
}
