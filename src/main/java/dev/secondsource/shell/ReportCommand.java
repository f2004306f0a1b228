package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.allocation.Frontier;
import dev.secondsource.decision.Alternatives;
import dev.secondsource.decision.Decision;
import dev.secondsource.files.RecordFiles;
import dev.secondsource.files.Recorded;
import dev.secondsource.files.TextFiles;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Analyses;
import dev.secondsource.report.CsvReport;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.HtmlReport;
import dev.secondsource.report.MarkdownReport;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Levers;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.Trials;
import dev.secondsource.sensitivity.WeightRobustness;
import dev.secondsource.simulation.SimulationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a decision down for others: a page for a committee, a comment, the record, or a sheet. */
final class ReportCommand implements ShellCommand {
    private static final String NAME = "report";
    private static final int ROWS = 15;
    private static final String LEFT_OUT = "How much inputs matter, what changes the answer and who wins under other weights, which take many decisions or draws: ";

    /** What is written. */
    enum Format {
        /** One file for a browser or a printer, with pictures. */
        HTML,
        /** For a page of a wiki or a comment. */
        MD,
        /** The decision record. */
        JSON,
        /** For a spreadsheet. */
        CSV
    }

    private static final Argument<Path> OF = Argument.maybe(Value.FILE.called("PROFILE|RECORD"), "a profile, or a decision record that evaluate -o json wrote; without it, the profile at hand");
    private static final Option<Format> FORMAT = Option.of("format", Value.oneOf(Format.class), "what to write").letter('o').byDefault(Format.HTML);
    private static final Option<Path> OUT = Option.of("out", Value.FILE, "writes to this file, all or nothing, instead of printing");
    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most rows of a table of candidates; json and csv have all").byDefault(ROWS);

    private static final Option<Boolean> QUICK = Option.flag("quick", "leaves out how much inputs matter, what changes the answer and who wins under other weights, which take many decisions or draws");

    private final Session session;
    private final Sources sources;

    public ReportCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Writes a decision down for a committee: one page that sums it up, then candidates, allocation, exposure, what spreading costs, how much inputs matter, what changes the answer, who wins under other weights, findings and sources, in one file.",
                        example("report profiles/frontier-lab.yaml --out report.html", "a page with pictures, to be read or printed"),
                        example("report profiles/regulated-bank.yaml --format md", "a comment for a pull request"))
                .also("report record.json --out report.html", "a decision on record, as it was made")
                .taking(OF)
                .with(FORMAT, OUT, TOP, QUICK, FlipCommand.PAIRS, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Optional<Path> record = words.find(OF).filter(RecordFiles::isRecord);
        return record.isPresent() ? ofRecord(record.get(), words, output) : ofProfile(words, output);
    }

    /** Nothing is decided again, so neither the profile nor a market is needed. */
    private static Outcome ofRecord(Path file, Words words, Output output) {
        for (Option<?> option : List.of(EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES))
            if (words.find(option).isPresent()) throw new UsageError("a record is decided already: " + option.flag() + " is for a profile", "help " + NAME);
        Checked<Recorded> recorded = RecordFiles.read(file);
        if (!(recorded instanceof Checked.Valid<Recorded> valid)) return refused(recorded.problems(), output);
        Decision decision = valid.value().decision();
        Analyses analyses = new Analyses(null, null, null, List.of(), "", List.of("This is the report of a decision on record, " + file.getFileName() + ", which was not decided again. What spreading costs, how much inputs matter, what changes the answer and who wins under other weights take "
                + "further decisions: a report of the profile " + decision.profile().id() + " has them, for the market and the rules it is given."));
        return write(text(decision, valid.value().rules(), analyses, words), words, output).orElseGet(() -> EvaluateCommand.outcome(decision, output));
    }

    private Outcome ofProfile(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words.find(OF), words, session, sources, output, NAME);
        if (!(decided instanceof Checked.Valid<Decided> valid)) return refused(decided.problems(), output);
        Decided base = valid.value();
        return write(text(base.decision(), base.loaded().knowledge().rules(), analyses(base, words, output), words), words, output).orElseGet(() -> EvaluateCommand.outcome(base, List.of(), output));
    }

    /** Only what the format shows. */
    private static Analyses analyses(Decided base, Words words, Output output) {
        Format format = words.get(FORMAT);
        if (format != Format.HTML && format != Format.MD) return Analyses.NONE;
        Frontier frontier = format == Format.HTML ? Alternatives.frontier(base.decision(), base.loaded().market()).orElse(null) : null;
        String file = base.profile().file();
        if (words.get(QUICK) && words.get(FlipCommand.PAIRS)) throw new UsageError(FlipCommand.PAIRS.flag() + " looks for what changes the answer, and " + QUICK.flag() + " leaves that out", "help " + NAME);
        if (words.get(QUICK)) return new Analyses(frontier, null, null, List.of(), file, List.of(LEFT_OUT + "--quick was asked for. The same report without it has them; so have sensitivity and flip."));
        if (!WhatIfCommand.isAsItsProfileSays(base)) return new Analyses(frontier, null, null, List.of(), file, List.of(LEFT_OUT + "this decision was made with another gap, or stopped by time, than its profile says. A report that names the profile has them."));
        Redeciding again = new Redeciding(base);
        Trials trials = again.trials();
        List<Lever> levers = Levers.of(base.decision(), base.loaded().market(), base.loaded().knowledge().policyBook());
        Tornado tornado = Watched.by(output, "deciding at both ends of each input", watcher -> Tornado.of(levers, trials, watcher));
        Flips flips = FlipCommand.flips(levers, trials, again, words, output);
        return new Analyses(frontier, tornado, flips, WeightRobustness.of(base.decision(), WeightRobustness.DRAWS, SimulationOptions.SEED), file, List.of());
    }

    private static String text(Decision decision, List<Rule> rules, Analyses analyses, Words words) {
        return switch (words.get(FORMAT)) {
            case HTML -> HtmlReport.of(decision, rules, analyses, words.get(TOP));
            case MD -> MarkdownReport.of(decision, rules, analyses, words.get(TOP));
            case JSON -> DecisionRecord.of(decision, rules);
            case CSV -> CsvReport.of(decision);
        };
    }

    /** @return empty if all went well */
    private static Optional<Outcome> write(String text, Words words, Output output) {
        Optional<Path> file = words.find(OUT);
        if (file.isEmpty()) {
            output.data(text);
            return Optional.empty();
        }
        Optional<Problem> problem = TextFiles.write(file.get(), text);
        if (problem.isEmpty()) output.note("written to " + file.get());
        return problem.map(p -> refused(List.of(p), output));
    }

    private static Outcome refused(List<Problem> problems, Output output) {
        output.problems(problems);
        return Outcome.INVALID_INPUT;
    }
}
