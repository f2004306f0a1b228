package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.decision.Decision;
import dev.secondsource.exposure.Layer;
import dev.secondsource.problem.Checked;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.ExposureReport;
import dev.secondsource.report.Page;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells what a buyer depends on, today and after the decision. */
final class ExposureCommand implements ShellCommand {
    private static final String NAME = "exposure";
    private static final int ROWS = 10;

    private enum Format {
        TEXT,
        JSON,
        CSV,
        MD
    }

    private static final Option<Layer> LAYER = Option.of("layer", Value.oneOf(Layer.class), "only this layer").manyTimes();
    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print it").letter('o').byDefault(Format.TEXT);

    private final Session session;
    private final Sources sources;

    public ExposureCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Tells on whom the buyer depends, today and after the decision, at every layer from designer to jurisdiction.",
                        example("exposure profiles/all-nvidia-incumbent.yaml", "who gains, who loses, and how much of it could be avoided"),
                        example("exposure profiles/frontier-lab.yaml --layer foundry --layer memory -o json", "two layers, for another program"))
                .taking(Profiles.PROFILE)
                .with(LAYER, OUTPUT, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME);
        if (!(decided instanceof Checked.Valid<Decided> valid)) {
            output.problems(decided.problems());
            return Outcome.INVALID_INPUT;
        }
        Format format = words.get(OUTPUT);
        Display display = format == Format.TEXT ? output.display() : Display.FILE;
        output.data(text(valid.value().decision(), new TreeSet<>(words.all(LAYER)), format, new Page(display.width(), display.colour(), ROWS)));
        return EvaluateCommand.outcome(valid.value(), List.of(), output);
    }

    private static String text(Decision decision, Set<Layer> layers, Format format, Page page) {
        return switch (format) {
            case TEXT -> Confidential.text(decision.isConfidential(), ExposureReport.text(decision, layers, page), page.colour());
            case JSON -> Confidential.json(decision.isConfidential(), ExposureReport.json(decision, layers));
            case CSV -> Confidential.csv(decision.isConfidential(), ExposureReport.csv(decision, layers));
            case MD -> Confidential.markdown(decision.isConfidential(), ExposureReport.markdown(decision, layers));
        };
    }
}
