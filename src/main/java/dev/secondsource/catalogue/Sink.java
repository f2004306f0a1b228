package dev.secondsource.catalogue;

/** Takes what a reader finds, row by row, so that no reader holds a file. Each row ends in exactly one call of {@link #row}. */
interface Sink {
    /** A row of the list was read. */
    void row();

    /** The row is about nothing the market could hold: a machine without accelerators, another service. */
    void passOver();

    void quote(Quote quote);

    void result(Result result);

    void refuse(Refusal refusal);

    /** The market, or the table of names, knows this machine as one that holds accelerators. */
    boolean knowsMachine(String machine);
}
