package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Question;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.market.Offer;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.Workload;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.ExplanationReport;
import dev.secondsource.report.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.shell.core.command.completion.CompletionProposal;

/** Says why a decision is as it is. */
final class ExplainCommand implements ShellCommand {
    private static final String NAME = "explain";
    private static final int ROWS = 10;

    private enum Format {
        TEXT,
        JSON
    }

    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print the explanation").letter('o').byDefault(Format.TEXT);

    private static final Option<Integer> DEPTH = Option.of("depth", Value.COUNT, "so many levels below the top; without it, all");

    private final Session session;
    private final Sources sources;
    private final Option<String> workload;
    private final Option<String> offer;
    private final Option<String> rule;

    public ExplainCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
        this.workload = Option.of("workload", Value.TEXT.called("WORKLOAD").completedBy(context -> proposals(workloads())),
                "only this workload");
        this.offer = Option.of("offer", Value.TEXT.called("OFFER").completedBy(context -> proposals(offers())),
                "how this offer was judged, not the winner");
        this.rule = Option.of("rule", Value.TEXT.called("RULE").completedBy(context -> proposals(rules())),
                "how this rule judged every candidate, or the named offer");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Says why: from the answer over findings down to values, thresholds and sources.",
                        example("explain profiles/frontier-lab.yaml --workload serve", "why the answer for serving is what it is"),
                        example("explain profiles/frontier-lab.yaml --workload serve --rule CPF-01", "what one rule says of each candidate"))
                .also("explain profiles/frontier-lab.yaml --depth 2", "the verdicts and what they rest on, in a page")
                .taking(Profiles.PROFILE)
                .with(workload, offer, rule, DEPTH, OUTPUT, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME);
        Question question = new Question(words.find(workload), words.find(offer), words.find(rule));
        Checked<Explanation> explained =
                decided.then(d -> Explanation.of(d.decision(), d.loaded().knowledge().rules(), question));
        if (!(explained instanceof Checked.Valid<Explanation> valid)) {
            output.problems(explained.problems());
            return decided instanceof Checked.Valid ? Outcome.USAGE : Outcome.INVALID_INPUT;
        }
        Explanation explanation = words.find(DEPTH).map(valid.value()::cut).orElse(valid.value());
        boolean text = words.get(OUTPUT) == Format.TEXT;
        boolean confidential = decided.orThrow().decision().isConfidential();
        Display display = text ? output.display() : Display.FILE;
        output.data(text
                ? Confidential.text(confidential, ExplanationReport.text(explanation, new Page(display.width(), display.colour(), ROWS)), display.colour())
                : Confidential.json(confidential, ExplanationReport.json(explanation)));
        return Outcome.DECIDED;
    }

    private Stream<String> workloads() {
        return session.profile().stream().flatMap(p -> p.profile().workloads().stream()).map(Workload::id);
    }

    private Stream<String> offers() {
        Optional<Decided> last = session.decided();
        return last.isPresent() ? last.get().loaded().market().newest().offers().stream().map(Offer::id)
                : sources.market() instanceof Checked.Valid<dev.secondsource.market.Market> market ? market.value().newest().offers().stream().map(Offer::id) : Stream.of();
    }

    private Stream<String> rules() {
        return sources.rules() instanceof Checked.Valid<dev.secondsource.knowledge.KnowledgeBase> base ? base.value().rules().stream().map(Rule::id) : Stream.of();
    }

    static List<CompletionProposal> proposals(Stream<String> words) {
        return words.map(CompletionProposal::new).toList();
    }
}
