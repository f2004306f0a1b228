package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.batch.Batch;
import dev.secondsource.batch.Progress;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.TextFiles;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.BatchSummary;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Decides for many buyers, each by itself. */
final class BatchCommand implements ShellCommand {
    private static final String NAME = "batch";
    private static final int ROWS = 10;

    private static final Argument<Path> PROFILES = Argument.some(Value.FILE.called("PROFILE"), "profile files, or directories of them");
    private static final Option<Path> OUT = Option.of("out", Value.FOLDER, "where the decision records go, ID.json each").mandatory();
    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print the summary").letter('o').byDefault(Format.TABLE);

    private enum Format {
        TABLE,
        JSON,
        CSV
    }

    private final Sources sources;

    public BatchCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.DECIDE,
                        "Decides for many profiles, writes a record for each, and prints a summary; one bad file does not stop the others.",
                        example("batch profiles --out records", "every profile in a directory"),
                        example("batch lab.yaml bank.yaml --out records --as-of 2026-10-31 -o csv > summary.csv", "two, on one day, for a spreadsheet"))
                .taking(PROFILES)
                .with(OUT, OUTPUT, EvaluateCommand.AS_OF, Gate.FAIL_ON, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Sources.Pending pending = sources.begin(words);
        List<Problem> problems = new ArrayList<>();
        List<Path> files = Profiles.files(words.all(PROFILES), problems);
        Checked<Loaded> loaded = pending.end(output);
        problems.addAll(loaded.problems());
        if (problems.isEmpty()) TextFiles.makeDirectory(words.get(OUT)).ifPresent(problems::add);
        output.problems(problems);
        if (!problems.isEmpty()) return Outcome.INVALID_INPUT;
        words.all(Gate.FAIL_ON).forEach(gate -> gate.check(loaded.orThrow().knowledge().rules(), NAME));

        Map<Path, Checked<ReadProfile>> profiles = profiles(files);
        List<Batch.Entry<Decided>> entries = decide(files, file -> profiles.get(file)
                .then(read -> made(read, loaded.orThrow(), words.find(EvaluateCommand.AS_OF), words)), output);
        summarise(entries, words, output);
        return outcome(entries, words.all(Gate.FAIL_ON), output);
    }

    /** Every profile, read; of two with the same id the second is refused, since their records would be one file. */
    private static Map<Path, Checked<ReadProfile>> profiles(List<Path> files) {
        Map<Path, Checked<ReadProfile>> profiles = new LinkedHashMap<>();
        Map<String, Path> taken = new HashMap<>();
        for (Path file : files)
            profiles.put(file, ProfileFiles.read(file).then(read -> {
                Path other = taken.putIfAbsent(read.profile().id(), file);
                return other == null ? Checked.of(read)
                        : Checked.wrong(read.problem("id", "\"" + read.profile().id() + "\" is also the id of " + other, "give each profile an id of its own"));
            }));
        return profiles;
    }

    private static Checked<Decided> made(ReadProfile read, Loaded loaded, Optional<LocalDate> asOf, Words words) {
        return Decided.of(read, loaded, asOf).then(decided -> {
            Path record = words.get(OUT).resolve(read.profile().id() + ".json");
            Optional<Problem> problem = TextFiles.write(record, DecisionRecord.of(decided.decision(), loaded.knowledge().rules()));
            return problem.isPresent() ? Checked.wrong(problem.get()) : Checked.of(decided);
        });
    }

    private static List<Batch.Entry<Decided>> decide(List<Path> files, Function<Path, Checked<Decided>> task, Output output) {
        try {
            Progress progress = output.progress("deciding", files.size());
            return Batch.run(files, task, progress);
        } catch (InterruptedException e) {
            throw new Interruption();
        }
    }

    private static void summarise(List<Batch.Entry<Decided>> entries, Words words, Output output) {
        boolean table = words.get(OUTPUT) == Format.TABLE;
        Display display = table ? output.display() : Display.FILE;
        List<BatchSummary.Entry> summary = new ArrayList<>();
        for (Batch.Entry<Decided> entry : entries) {
            summary.add(new BatchSummary.Entry(entry.file().toString(), decided(entry).map(Decided::decision).orElse(null), problems(entry)));
            // The table has the problems too, but only a terminal shows it for certain.
            if (!display.terminal()) output.problems(problems(entry));
        }
        boolean confidential = entries.stream().flatMap(e -> decided(e).stream()).anyMatch(d -> d.decision().isConfidential());
        output.data(switch (words.get(OUTPUT)) {
            case TABLE -> Confidential.text(confidential, BatchSummary.text(summary, new Page(display.width(), display.colour(), ROWS)), display.colour());
            case JSON -> Confidential.json(confidential, BatchSummary.json(summary));
            case CSV -> Confidential.csv(confidential, BatchSummary.csv(summary));
        });
    }

    /** The worst of all profiles: a failure of the program, a wrong file, no answer, a gate. */
    private static Outcome outcome(List<Batch.Entry<Decided>> entries, List<Gate> gates, Output output) {
        Set<Outcome> outcomes = EnumSet.of(Outcome.DECIDED);
        for (Batch.Entry<Decided> entry : entries) {
            if (entry instanceof Batch.Entry.Failed) outcomes.add(Outcome.INTERNAL_ERROR);
            else outcomes.add(decided(entry).map(d -> EvaluateCommand.outcome(d, gates, output)).orElse(Outcome.INVALID_INPUT));
        }
        return Stream.of(Outcome.INTERNAL_ERROR, Outcome.INVALID_INPUT, Outcome.NOT_FEASIBLE, Outcome.GATE_TRIPPED)
                .filter(outcomes::contains).findFirst().orElse(Outcome.DECIDED);
    }

    private static Optional<Decided> decided(Batch.Entry<Decided> entry) {
        return entry instanceof Batch.Entry.Read<Decided> read && read.result() instanceof Checked.Valid<Decided> valid
                ? Optional.of(valid.value()) : Optional.empty();
    }

    private static List<Problem> problems(Batch.Entry<Decided> entry) {
        if (entry instanceof Batch.Entry.Read<Decided> read) return read.result().problems();
        Throwable cause = ((Batch.Entry.Failed<Decided>) entry).cause();
        return List.of(Problem.in(entry.file().toString(), "internal error: " + cause, "evaluate it alone with --debug for the details"));
    }
}
