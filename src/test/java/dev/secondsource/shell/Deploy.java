package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import java.nio.file.Path;
import java.util.List;

/** A command with one of everything, for tests. It writes down what it was given. */
final class Deploy implements ShellCommand {
    enum Format {
        TABLE,
        WIDE_TABLE
    }

    static final Argument<Path> SOURCE = Argument.one(Value.FILE, "what to send");
    static final Argument<Integer> COPIES = Argument.any(Value.COUNT, "how many");
    static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "what to print").letter('o').byDefault(Format.TABLE);
    static final Option<Path> TARGET = Option.of("target", Value.FILE, "where to").mandatory();
    static final Option<String> LABEL = Option.of("label", Value.TEXT, "a mark").manyTimes();
    static final Option<Boolean> DRY = Option.flag("dry", "does nothing");

    private final Outcome outcome;

    Deploy(Outcome outcome) {
        this.outcome = outcome;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "cargo deploy",
                        Usage.Group.MARKET,
                        "Sends cargo.",
                        example("cargo deploy x.yaml --target y", "one copy"),
                        example("cargo deploy x.yaml 2 3 --target y --dry", "none"))
                .taking(SOURCE, COPIES)
                .with(OUTPUT, TARGET, LABEL, DRY);
    }

    @Override
    public Outcome run(Words words, Output output) {
        output.data(String.join(
                "|",
                List.of(
                        words.get(SOURCE).toString(),
                        words.all(COPIES).toString(),
                        words.get(OUTPUT).toString(),
                        words.get(TARGET).toString(),
                        words.all(LABEL).toString(),
                        words.get(DRY).toString())));
        return outcome;
    }
}
