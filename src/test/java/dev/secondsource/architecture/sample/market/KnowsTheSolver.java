package dev.secondsource.architecture.sample.market;

/** Bad. */
public final class KnowsTheSolver {
    public org.ojalgo.optimisation.Optimisation.Result result;
}
