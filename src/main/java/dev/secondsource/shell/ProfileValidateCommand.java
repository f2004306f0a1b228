package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ProfileReferences;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks profiles without deciding. */
final class ProfileValidateCommand implements ShellCommand {
    private static final Argument<Path> FILES = Argument.some(Value.FILE, "profile files, or directories of them");

    private final Sources sources;

    public ProfileValidateCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "profile validate",
                        Usage.Group.PROFILE,
                        "Checks profiles, and that what they name is in the market and the policy.",
                        example("profile validate profiles", "every profile in a directory"),
                        example("profile validate lab.yaml bank.json --market my-market", "against a market of your own"))
                .also("profile validate lab.yaml --overlay terms.yaml", "with the offers that negotiated terms make")
                .taking(FILES)
                .with(Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Sources.Pending pending = sources.begin(words);
        List<Problem> problems = new ArrayList<>();
        List<Path> files = Profiles.files(words.all(FILES), problems);
        Checked<Loaded> loaded = pending.end(output);
        problems.addAll(loaded.problems());
        if (loaded instanceof Checked.Valid<Loaded> valid)
            for (Path file : files) {
                Checked<ReadProfile> read = ProfileFiles.read(file);
                List<Problem> found = read instanceof Checked.Valid<ReadProfile> profile
                        ? named(profile.value(), valid.value()) : read.problems();
                problems.addAll(found);
                output.data(file + ": " + (found.isEmpty() ? "valid" : found.size() == 1 ? "1 problem" : found.size() + " problems") + "\n");
            }
        output.problems(problems.stream().distinct().toList());
        return problems.isEmpty() ? Outcome.DECIDED : Outcome.INVALID_INPUT;
    }

    /** What it names that nothing answers to on its day: terms make offers of their own, as long as they hold. */
    private static List<Problem> named(ReadProfile profile, Loaded loaded) {
        Checked<Loaded> own = loaded.overlaid(profile.profile().asOf());
        return own instanceof Checked.Valid<Loaded> valid ? ProfileReferences.check(profile, valid.value().known()) : own.problems();
    }
}
