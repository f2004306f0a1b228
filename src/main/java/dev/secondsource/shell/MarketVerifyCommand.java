package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.MarketFiles;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.Staleness;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Checked;
import dev.secondsource.report.Page;
import dev.secondsource.report.VerifyReport;
import java.nio.file.Path;
import java.time.LocalDate;

/** Looks for mistakes in a market folder. */
final class MarketVerifyCommand implements ShellCommand {
    private static final int ROWS = 50;

    private enum Print {
        TABLE,
        JSON
    }

    private static final Argument<Path> DIR = Argument.one(Value.FOLDER, "a market folder");
    private static final Option<LocalDate> AS_OF = Option.of("as-of", Value.DATE, "the day on which the age of prices is told, today if not given");
    private static final Option<Print> OUTPUT = Option.of("output", Value.oneOf(Print.class).called("FORMAT"), "how to print the outcome").letter('o').byDefault(Print.TABLE);

    private final Sources sources;

    public MarketVerifyCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "market verify",
                        Usage.Group.MARKET,
                        "Looks for mistakes in a market folder: what is wrong with file and line, what looks wrong by the measures of an import, what is stale or unknown; exit code 3 if something is wrong.",
                        example("market verify my-market", "before anything is decided on it"),
                        example("market verify my-market -o json --as-of 2026-11-20", "for a program, prices as old as they were on that day"))
                .taking(DIR)
                .with(AS_OF, OUTPUT, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Path folder = words.find(DIR).orElseThrow();
        LocalDate asOf = words.find(AS_OF).orElseGet(LocalDate::now);
        MarketFiles.Verified verified = MarketFiles.verify(folder);
        boolean table = words.get(OUTPUT) == Print.TABLE;
        if (table || verified.sound() == null) output.problems(verified.problems());
        if (verified.sound() == null) return Outcome.INVALID_INPUT;
        Checked<Policy> policy = sources.rules(words, output).then(base -> MarketImportCommand.policy(base, asOf));
        output.problems(policy.problems());
        if (!(policy instanceof Checked.Valid<Policy> limits)) return Outcome.INVALID_INPUT;
        VerifyReport report = new VerifyReport(folder.toString(), verified.problems(), verified.sound(), MarketFiles.odd(verified.sound(), Plausible.ofMarket(limits.value()::number)), verified.places(),
                Staleness.of(limits.value()::number), asOf);
        Display display = output.display();
        output.data(table ? report.text(new Page(display.width(), display.colour(), ROWS)) : report.json());
        return verified.problems().isEmpty() ? Outcome.DECIDED : Outcome.INVALID_INPUT;
    }
}
