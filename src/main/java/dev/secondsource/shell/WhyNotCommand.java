package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.explanation.WhyNot;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.Workload;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.Page;
import dev.secondsource.report.WhyNotReport;
import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Levers;
import dev.secondsource.sensitivity.Negotiation;
import dev.secondsource.sensitivity.Remedies;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what stops an offer, how far off it is, and what would let it through. */
final class WhyNotCommand implements ShellCommand {
    private static final String NAME = "why-not";
    private static final int ROWS = 10;

    private enum Format {
        TEXT,
        JSON
    }

    private static final Option<Format> OUTPUT = Option.of("output", Value.oneOf(Format.class), "how to print it").letter('o').byDefault(Format.TEXT);

    private final Session session;
    private final Sources sources;
    private final Argument<String> offer;
    private final Option<String> workload;

    public WhyNotCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
        this.offer = Argument.one(Value.TEXT.called("OFFER").completedBy(context -> ExplainCommand.proposals(offers())), "id of the offer");
        this.workload = Option.of("workload", Value.TEXT.called("WORKLOAD").completedBy(context -> ExplainCommand.proposals(
                session.profile().stream().flatMap(p -> p.profile().workloads().stream()).map(Workload::id))), "only this workload");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Says what stops an offer, how far each number is from its threshold, and the smallest change that would make it acceptable.",
                        example("why-not own:GB200 profiles/frontier-lab.yaml --workload serve", "what stops it for one workload"),
                        example("why-not crusoe:mi300x:unspecified:on-demand profiles/enterprise-serving-70b.yaml", "what comes before an offer that nothing stops"))
                .taking(offer, Profiles.PROFILE)
                .with(workload, OUTPUT, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        String asked = words.get(offer);
        if (asked.endsWith(".yaml")) throw new UsageError("the offer comes first, then the profile: " + NAME + " OFFER " + asked, "help " + NAME);
        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME).then(WhatIfCommand::asItsProfileSays);
        Checked<List<WhyNot>> explained = decided.then(d -> WhyNot.of(d.decision(), d.loaded().knowledge().rules(), asked, words.find(workload)));
        if (!(explained instanceof Checked.Valid<List<WhyNot>> valid)) {
            output.problems(explained.problems());
            return decided instanceof Checked.Valid ? Outcome.USAGE : Outcome.INVALID_INPUT;
        }
        Decided base = decided.orThrow();
        List<WhyNotReport.Answer> answers = valid.value().stream().map(why -> new WhyNotReport.Answer(why, why.place() == WhyNot.Place.ANSWER ? null : remedies(why, base, output), negotiation(why, base))).toList();
        boolean text = words.get(OUTPUT) == Format.TEXT;
        Display display = text ? output.display() : Display.FILE;
        boolean confidential = base.decision().isConfidential();
        output.data(text ? Confidential.text(confidential, WhyNotReport.text(answers, base.decision().policy(), base.profile().file(), new Page(display.width(), display.colour(), ROWS)), display.colour())
                : Confidential.json(confidential, WhyNotReport.json(answers)));
        return Outcome.DECIDED;
    }

    private static Remedies remedies(WhyNot why, Decided base, Output output) {
        Redeciding again = new Redeciding(base);
        List<Lever> levers = Levers.of(base.decision(), base.loaded().market(), base.loaded().knowledge().policyBook(), why.workload().workload(), why.asked());
        return Watched.by(output, "looking for what would let it through", watcher -> Remedies.of(why, base.profile().profile(), levers, again.redecide(),
                decision -> WhyNot.of(decision, base.loaded().knowledge().rules(), why.asked().offer().id(), Optional.of(why.workload().workload().id())).orThrow().get(0), again::fingerprint, watcher));
    }

    private static @Nullable Negotiation negotiation(WhyNot why, Decided base) {
        Redeciding again = new Redeciding(base);
        return Negotiation.of(why, again.redecide(), again::fingerprint).orElse(null);
    }

    private Stream<String> offers() {
        return session.decided().isPresent() ? session.decided().get().loaded().market().offers().stream().map(Offer::id)
                : sources.market() instanceof Checked.Valid<Market> market ? market.value().offers().stream().map(Offer::id) : Stream.of();
    }
}
