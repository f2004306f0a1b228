package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.decision.Alternatives;
import dev.secondsource.decision.Decision;
import dev.secondsource.files.TextFiles;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.CsvReport;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.HtmlReport;
import dev.secondsource.report.MarkdownReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a decision down for others: a page for a committee, a comment, the record, or a sheet. */
final class ReportCommand implements ShellCommand {
    private static final String NAME = "report";
    private static final int ROWS = 15;

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

    private static final Option<Format> FORMAT = Option.of("format", Value.oneOf(Format.class), "what to write").letter('o').byDefault(Format.HTML);
    private static final Option<Path> OUT = Option.of("out", Value.FILE, "writes to this file, all or nothing, instead of printing");
    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most rows of a table of candidates; json and csv have all").byDefault(ROWS);

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
                        "Writes a decision down for a committee: one page that sums it up, then candidates, allocation, exposure, what spreading costs, findings and sources, in one file.",
                        example("report profiles/frontier-lab.yaml --out report.html", "a page with pictures, to be read or printed"),
                        example("report profiles/regulated-bank.yaml --format md", "a comment for a pull request"))
                .taking(Profiles.PROFILE)
                .with(FORMAT, OUT, TOP, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME);
        if (!(decided instanceof Checked.Valid<Decided> valid)) {
            output.problems(decided.problems());
            return Outcome.INVALID_INPUT;
        }
        String text = text(valid.value(), words.get(FORMAT), words.get(TOP));
        Optional<Path> file = words.find(OUT);
        if (file.isEmpty()) output.data(text);
        else {
            Optional<Problem> problem = TextFiles.write(file.get(), text);
            if (problem.isPresent()) {
                output.problems(List.of(problem.get()));
                return Outcome.INVALID_INPUT;
            }
            output.note("written to " + file.get());
        }
        return EvaluateCommand.outcome(valid.value(), List.of(), output);
    }

    private static String text(Decided decided, Format format, int rows) {
        Decision decision = decided.decision();
        return switch (format) {
            case HTML -> HtmlReport.of(decision, decided.loaded().knowledge().rules(), Alternatives.frontier(decision, decided.loaded().market()).orElse(null), rows);
            case MD -> MarkdownReport.of(decision, decided.loaded().knowledge().rules(), rows);
            case JSON -> DecisionRecord.of(decision, decided.loaded().knowledge().rules());
            case CSV -> CsvReport.of(decision);
        };
    }
}
