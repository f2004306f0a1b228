package dev.secondsource.knowledge;

import dev.secondsource.evidence.Evidence;
import java.util.List;

/** Something rules speak of. Its parts may be null where unknown. */
public interface Subject {
    /** Names it for people and in the record. */
    String id();

    /**
     * Where a value comes from.
     *
     * @param path as a rule reads it: {@code price.ageDays}
     */
    List<Evidence> evidence(String path);

    /** Currency code of every amount it holds, for the sentences; empty if it holds none. */
    default String moneyUnit() {
        return "";
    }
}
