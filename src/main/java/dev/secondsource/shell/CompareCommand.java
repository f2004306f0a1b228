package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.comparison.DecisionChange;
import dev.secondsource.comparison.Outline;
import dev.secondsource.comparison.RuleChange;
import dev.secondsource.comparison.RulesDiff;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.RecordFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.Page;
import dev.secondsource.report.WhatIfReport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how two decisions differ: of two records, two profiles, or one profile on two days, markets or rules. */
final class CompareCommand implements ShellCommand {
    private static final String NAME = "compare";
    private static final int ROWS = 5;

    private static final Argument<Path> A = Argument.maybe(Value.FILE.called("A"), "a profile, or a decision record that evaluate -o json wrote; without it, the profile at hand");
    private static final Argument<Path> B = Argument.maybe(Value.FILE.called("B"), "the other; without it, A is decided twice");
    private static final Option<LocalDate> AS_OF = Option.of("as-of", Value.DATE, "the day to decide on; twice: the first for A, the second for B").manyTimes();
    private static final Option<Path> MARKET = Option.of("market", Value.FOLDER, "the market to decide on; twice likewise").manyTimes();
    private static final Option<Path> OVERLAY = Option.of("overlay", Value.FILE, "the buyer's negotiated terms, confidential; twice likewise").manyTimes();
    private static final Option<Path> RULES = Option.of("rules", Value.FOLDER, "the rules to decide by; twice likewise").manyTimes();
    private static final Option<Format> OUTPUT = Option.of("output", Value.oneOf(Format.class), "how to print it").letter('o').byDefault(Format.TEXT);
    private static final Option<Integer> TOP = Option.of("top", Value.COUNT, "most entries of a list; json has all").byDefault(ROWS);
    private static final Option<Trip> FAIL_ON = Option.of("fail-on", Value.oneOf(Trip.class).called("WHAT"),
            "exit with 5 if the answer, a verdict, a rank, a share, a cost or an exposure differs");

    /** How a comparison is printed. */
    enum Format {
        /** For reading in a terminal. */
        TEXT,
        /** All of it, as data. */
        JSON
    }

    private enum Trip {
        CHANGE
    }

    private final Session session;
    private final Sources sources;

    public CompareCommand(Session session, Sources sources) {
        this.session = session;
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Tells how two decisions differ: answers, ranks, shares, money, exposure, and which rules say otherwise, from which inputs.",
                        example("compare last-year.json this-year.json", "two decision records"),
                        example("compare profiles/regulated-bank.yaml --as-of 2026-03-31 --as-of 2026-10-31", "one profile on two days"))
                .also("compare profiles/regulated-bank.yaml --market market-2025 --market market-2026", "on two markets; --rules likewise")
                .also("compare record.json profiles/regulated-bank.yaml --fail-on change", "exit code 5 unless what is on record would be decided today")
                .taking(A, B)
                .with(AS_OF, MARKET, OVERLAY, RULES, OUTPUT, TOP, FAIL_ON);
    }

    /** A side of the comparison. */
    private record Side(String name, Outline outline, @Nullable KnowledgeBase knowledge, boolean confidential) {}

    @Override
    public Outcome run(Words words, Output output) {
        check(words);
        List<Problem> problems = new ArrayList<>();
        Checked<Side> before = side(words, 0, output);
        Checked<Side> after = side(words, 1, output);
        problems.addAll(before.problems());
        problems.addAll(after.problems());
        if (!problems.isEmpty()) {
            output.problems(problems.stream().sorted().distinct().toList());
            return Outcome.INVALID_INPUT;
        }
        DecisionChange change = change(before.orThrow(), after.orThrow());
        Display display = words.get(OUTPUT) == Format.TEXT ? output.display() : Display.FILE;
        boolean confidential = before.orThrow().confidential || after.orThrow().confidential;
        output.data(words.get(OUTPUT) == Format.JSON ? Confidential.json(confidential, WhatIfReport.json(before.orThrow().name, after.orThrow().name, change))
                : Confidential.text(confidential, WhatIfReport.text(before.orThrow().name, after.orThrow().name, change, new Page(display.width(), display.colour(), words.get(TOP))), display.colour()));
        if (words.find(FAIL_ON).isEmpty() || !change.isChange()) return Outcome.DECIDED;
        output.error("--fail-on change: " + change.profile());
        return Outcome.GATE_TRIPPED;
    }

    private static void check(Words words) {
        for (Option<?> option : List.of(AS_OF, MARKET, OVERLAY, RULES))
            if (words.all(option).size() > 2) throw new UsageError(option.flag() + " is given " + words.all(option).size() + " times: once for both, or twice", "help " + NAME);
        boolean isA = words.find(A).filter(RecordFiles::isRecord).isPresent();
        boolean isB = words.find(B).filter(RecordFiles::isRecord).isPresent();
        boolean isPaired = words.all(AS_OF).size() == 2 || words.all(MARKET).size() == 2 || words.all(OVERLAY).size() == 2 || words.all(RULES).size() == 2;
        boolean isSaid = !words.all(AS_OF).isEmpty() || !words.all(MARKET).isEmpty() || !words.all(OVERLAY).isEmpty() || !words.all(RULES).isEmpty();
        if (words.find(B).isEmpty() && (isA || !isPaired))
            throw new UsageError(isA ? "one record is compared with nothing: name another, or a profile" : "one profile is compared with nothing: name another, or give --as-of, --market, --overlay or --rules twice",
                    "help " + NAME);
        if (isA && isB && isSaid || (isA || isB) && isPaired)
            throw new UsageError("a record is decided already: --as-of, --market, --overlay and --rules are for a profile" + (isPaired ? ", and twice only for two" : ""), "help " + NAME);
    }

    private Checked<Side> side(Words words, int which, Output output) {
        Optional<Path> file = which == 0 ? words.find(A) : words.find(B).or(() -> words.find(A));
        if (file.filter(RecordFiles::isRecord).isPresent()) return recorded(file.get(), output);
        Sources.Pending pending = sources.begin(of(words.all(MARKET), which), of(words.all(OVERLAY), which), of(words.all(RULES), which));
        Checked<ReadProfile> profile = file.isEmpty() ? Profiles.read(file, session, output, NAME) : ProfileFiles.read(file.get());
        Checked<Loaded> loaded = pending.end(output);
        List<Problem> problems = new ArrayList<>(profile.problems());
        problems.addAll(loaded.problems());
        if (!problems.isEmpty()) return Checked.wrong(problems);
        Optional<LocalDate> asOf = of(words.all(AS_OF), which);
        return Decided.of(profile.orThrow(), loaded.orThrow(), asOf).then(decided -> Checked.of(new Side(name(decided, words, which),
                Outline.of(decided.decision(), decided.loaded().knowledge().rules()), decided.loaded().knowledge(), decided.decision().isConfidential())));
    }

    private static Checked<Side> recorded(Path file, Output output) {
        return RecordFiles.read(file).then(recorded -> {
            if (!recorded.decision().knowsSilentRules())
                output.note(file + " does not tell which rules are silent and which are not about an offer, as newer records do: a change from one to the other is not shown");
            return Checked.of(new Side(file.toString(), Outline.of(recorded.decision(), recorded.rules()), null, recorded.decision().isConfidential()));
        });
    }

    /** The first of two is for the first side; one is for both. */
    private static <T> Optional<T> of(List<T> given, int which) {
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(Math.min(which, given.size() - 1)));
    }

    /** The file, and what was given for this side alone. */
    private static String name(Decided decided, Words words, int which) {
        StringBuilder name = new StringBuilder(decided.profile().file());
        if (words.all(AS_OF).size() == 2) name.append(" as of ").append(words.all(AS_OF).get(which));
        if (words.all(MARKET).size() == 2) name.append(" on ").append(words.all(MARKET).get(which));
        if (words.all(OVERLAY).size() == 2) name.append(" under ").append(words.all(OVERLAY).get(which));
        if (words.all(RULES).size() == 2) name.append(" by ").append(words.all(RULES).get(which));
        return name.toString();
    }

    private static DecisionChange change(Side before, Side after) {
        List<RuleChange> rules = before.knowledge == null || after.knowledge == null ? null : RulesDiff.between(before.knowledge, after.knowledge).rules();
        return DecisionChange.between(before.outline, after.outline, rules);
    }
}
