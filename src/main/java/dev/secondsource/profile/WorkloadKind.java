package dev.secondsource.profile;

/** The kinds of demand the market is asked to meet. */
public enum WorkloadKind {
    PRE_TRAINING,
    FINE_TUNING,
    ONLINE_SERVING,
    BATCH_INFERENCE;

    public boolean isTraining() {
        return this == PRE_TRAINING || this == FINE_TUNING;
    }
}
