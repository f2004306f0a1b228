package dev.secondsource.catalogue;

import java.util.EnumMap;
import java.util.Map;

/** Counts what is read of one file. */
final class Count {
    private final String file;
    private final Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
    private int rows;
    private int passedOver;
    private int found;
    private int taken;

    Count(String file) {
        this.file = file;
    }

    void row() {
        rows++;
    }

    void passedOver() {
        passedOver++;
    }

    void found() {
        found++;
    }

    void taken(int more) {
        taken += more;
    }

    void refused(Reason reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    Imported.FromFile end() {
        return new Imported.FromFile(file, rows, passedOver, found, taken, Map.copyOf(refused));
    }
}
