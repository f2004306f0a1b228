package dev.secondsource.batch;

/** Is told how far a batch has come. */
public interface Progress extends AutoCloseable {
    /** Tells nobody. */
    Progress SILENT = () -> {};

    /** One more file is done. */
    void step();

    @Override
    default void close() {}
}
