package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.comparison.Outline;
import dev.secondsource.decision.Decision;
import dev.secondsource.files.ChangedInputs;
import dev.secondsource.files.ProfileEdit;
import dev.secondsource.files.ProfileReader;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.TextFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.Page;
import dev.secondsource.report.WhatIfReport;
import dev.secondsource.whatif.MarketSetting;
import dev.secondsource.whatif.Setting;
import dev.secondsource.whatif.WhatIf;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.shell.core.command.completion.CompletionProposal;

/** Decides again with inputs set otherwise, and tells what that changes. */
final class WhatIfCommand implements ShellCommand {
    private static final String NAME = "whatif";
    private static final int ROWS = 5;

    private static final Option<Format> OUTPUT = Option.of("output", Value.oneOf(Format.class), "how to print it").letter('o').byDefault(Format.TEXT);
    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most entries of a list; json has all").byDefault(ROWS);
    private static final Option<Path> SAVE = Option.of("save", Value.FILE.called("NAME"),
            "writes the changed profile to this file; not if the market is changed, which no profile holds");

    /** How a what-if is printed. */
    enum Format {
        /** For reading in a terminal. */
        TEXT,
        /** All of it, as data. */
        JSON
    }

    private final Session session;
    private final Sources sources;
    private final Option<String> set;

    public WhatIfCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
        this.set = Option.of("set", Value.TEXT.called("KEY=VALUE").completedBy(context -> keys()),
                "what is otherwise: KEY=VALUE, KEY=-20% or KEY+=2 (KEY-=2), where KEY is a path as in profile set, policy. and a threshold,"
                        + " or market.ROWS[COLUMN=VALUE,…].FIELD with * for anything; applied in order").mandatory().manyTimes();
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Decides again with a profile, a threshold or the market set otherwise, and tells what that changes: answers, ranks, shares, money, exposure, rules.",
                        example("whatif profiles/frontier-lab.yaml --set 'market.offers[provider=aws,accelerator=Trainium2].price=-20%'", "a price cut"),
                        example("whatif profiles/regulated-bank.yaml --set policy.div.designer-share-cap=0.5 --set workloads.adviser.volumePerMonth=+50%",
                                "a tighter cap and more demand, together"))
                .also("whatif profiles/regulated-bank.yaml --set engineering.mlPlatformFte+=2 --save bank-with-more-engineers.yaml", "and the profile to go on with")
                .also("whatif profiles/frontier-lab.yaml --set 'market.suppliers[id=nvidia].figures.lead-weeks-p50+=12' --set 'market.accelerators[id=H200-SXM].memoryGiB=192'",
                        "a supplier and a part")
                .taking(Profiles.PROFILE)
                .with(set, OUTPUT, TOP, SAVE, EvaluateCommand.AS_OF, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        List<Problem> problems = new ArrayList<>();
        List<Setting> settings = new ArrayList<>();
        for (String typed : words.all(set)) {
            Checked<Setting> setting = Setting.parse(typed);
            problems.addAll(setting.problems());
            if (setting instanceof Checked.Valid<Setting> valid) settings.add(valid.value());
        }
        if (!problems.isEmpty()) return refused(problems, output);
        List<String> ofTheMarket = settings.stream().filter(Setting::isOfTheMarket).map(Setting::key).distinct().toList();
        if (words.find(SAVE).isPresent() && !ofTheMarket.isEmpty())
            throw new UsageError("--save writes a profile, and a profile holds nothing of the market: " + String.join(", ", ofTheMarket)
                    + "; leave --save out, or change a copy of the market folder and name it with --market", "help " + NAME);

        Checked<Decided> decided = Decided.lastOrNow(words, session, sources, output, NAME).then(WhatIfCommand::asItsProfileSays);
        if (!(decided instanceof Checked.Valid<Decided> valid)) return refused(decided.problems(), output);
        Decided base = valid.value();
        KnowledgeBase knowledge = base.loaded().knowledge();
        LocalDate asOf = base.decision().asOf();
        Checked<ChangedInputs> changed = ChangedInputs.of(base.profile(), base.loaded().market(), knowledge.policyBook(), asOf, settings);
        Checked<Decided> then = changed.then(c -> onTheSameTerms(base, c)).then(c -> Decided.of(c.profile(), base.loaded().on(c.market()), Optional.of(day(base, c))));
        if (!(then instanceof Checked.Valid<Decided> after)) return refused(then.problems(), output);
        ChangedInputs inputs = changed.orThrow();
        Optional<Problem> unsaved = words.find(SAVE).flatMap(file -> TextFiles.write(file, inputs.profile().text()));
        if (unsaved.isPresent()) return refused(List.of(unsaved.get()), output);
        print(new WhatIf(inputs.applied(), base.decision(), change(base.decision(), after.value().decision(), knowledge.rules())), words, output);
        words.find(SAVE).ifPresent(file -> output.note("written to " + file));
        return EvaluateCommand.outcome(after.value(), List.of(), output);
    }

    private static DecisionChange change(Decision before, Decision after, List<Rule> rules) {
        return DecisionChange.between(Outline.of(before, rules), Outline.of(after, rules), List.of());
    }

    /** A last decision that was made in a hurry, or with another gap than its profile says, is no measure for one that was not. */
    static Checked<Decided> asItsProfileSays(Decided last) {
        return isAsItsProfileSays(last) ? Checked.of(last)
                : ProfileReader.read(last.profile().text(), last.profile().file()).then(written -> Decided.of(written, last.loaded(), Optional.of(last.decision().asOf())));
    }

    /** Nothing but its profile, its market and its rules made the decision what it is. */
    static boolean isAsItsProfileSays(Decided last) {
        return !last.decision().allocation().search().timedOut() && ProfileReader.read(last.profile().text(), last.profile().file()) instanceof Checked.Valid<ReadProfile> written
                && written.value().profile().policy().equals(last.profile().profile().policy());
    }

    /** The day stays, unless it is what was set. */
    private static LocalDate day(Decided base, ChangedInputs changed) {
        LocalDate was = base.profile().profile().asOf();
        LocalDate is = changed.profile().profile().asOf();
        return is.equals(was) ? base.decision().asOf() : is;
    }

    /** Negotiated terms are those of the day they were laid over the market on. */
    private static Checked<ChangedInputs> onTheSameTerms(Decided base, ChangedInputs changed) {
        if (base.loaded().market().overlaid() == null || day(base, changed).equals(base.decision().asOf())) return Checked.of(changed);
        return Checked.wrong(new Problem(Setting.PLACE, null, "asOf", "the negotiated terms are those of " + base.decision().asOf(), "decide on the other day with --as-of, or leave --overlay out"));
    }

    private static void print(WhatIf whatIf, Words words, Output output) {
        Display display = words.get(OUTPUT) == Format.TEXT ? output.display() : Display.FILE;
        boolean confidential = whatIf.before().isConfidential();
        output.data(words.get(OUTPUT) == Format.JSON ? Confidential.json(confidential, WhatIfReport.json(whatIf))
                : Confidential.text(confidential, WhatIfReport.text(whatIf, new Page(display.width(), display.colour(), words.get(TOP))), display.colour()));
    }

    private static Outcome refused(List<Problem> problems, Output output) {
        output.problems(problems.stream().sorted().distinct().toList());
        return Outcome.INVALID_INPUT;
    }

    private List<CompletionProposal> keys() {
        Stream<String> paths = session.profile().stream().flatMap(read -> ProfileEdit.paths(read).stream());
        Stream<String> thresholds = sources.rules() instanceof Checked.Valid<KnowledgeBase> valid
                ? valid.value().policyBook().entries().keySet().stream().map(key -> "policy." + key) : Stream.of();
        Stream<String> keys = Stream.concat(paths, thresholds).map(key -> key + "=");
        return Stream.concat(keys, MarketSetting.examples().stream()).map(key -> new CompletionProposal(key).complete(false)).toList();
    }
}
