package dev.secondsource.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The JSON Schemas (2020-12) of what is written as data; each names the version it is of. */
public enum RecordSchema {
    /** Of evaluate. */
    DECISION_RECORD,
    /** Of stress. */
    STRESS_RECORD,
    /** Of flip. */
    FLIP,
    /** Of sensitivity. */
    SENSITIVITY,
    /** Of simulate. */
    SIMULATION,
    /** Of whatif. */
    WHATIF,
    /** Of compare. */
    COMPARISON,
    /** Of break-even. */
    BREAK_EVEN,
    /** Of exposure. */
    EXPOSURE,
    /** Of frontier. */
    FRONTIER;

    /** The schema, ended by a line feed. */
    public String text() {
        String name = "/record/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".schema.json";
        try (InputStream in = RecordSchema.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("not in the program: " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
