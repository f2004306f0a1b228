package dev.secondsource.architecture.sample.allocation;

/** Good. */
public final class MayKnowTheSolver {
    public org.ojalgo.optimisation.Optimisation.Result result;
}
