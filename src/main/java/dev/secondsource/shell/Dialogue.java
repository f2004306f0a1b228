package dev.secondsource.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks whoever gives the commands, a person or a script. */
final class Dialogue {
    private Lines lines = (prompt, choices) -> null;
    private BooleanSupplier personal = () -> false;

    /** Gives lines typed in answer. */
    interface Lines {
        /**
         * The next line, null if there is none.
         *
         * @param choices what may be proposed, possibly nothing
         */
        @Nullable String next(String prompt, List<String> choices) throws IOException;
    }

    /** @param personal whether a person answers, who can be asked again; asked late, for it costs time */
    void through(Lines source, BooleanSupplier personal) {
        this.lines = source;
        this.personal = personal;
    }

    /** A person answers, who can be asked again. */
    boolean isPersonal() {
        return personal.getAsBoolean();
    }

    /** The answer; empty if there will be none. */
    Optional<String> ask(String prompt, List<String> choices) {
        try {
            return Optional.ofNullable(lines.next(prompt, choices));
        } catch (IOException e) {
            throw new UncheckedIOException("the answers cannot be read", e);
        }
    }
}
