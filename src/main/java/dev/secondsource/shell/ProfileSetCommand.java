package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ProfileEdit;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.files.TextFiles;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.completion.CompletionProposal;

/** Changes values of a profile and keeps the rest of its text, comments too. */
final class ProfileSetCommand implements ShellCommand {
    private static final String NAME = "profile set";
    private static final Option<Path> IN = Option.of("in", Value.FILE, "changes this profile file instead of the profile at hand");

    private final Session session;
    private final Argument<String> assignments;

    public ProfileSetCommand(Session session) {
        this.session = session;
        this.assignments = Argument.some(
                Value.TEXT.called("KEY=VALUE").completedBy(context -> keys()), "a key, its items named by their id, and its new value");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.PROFILE,
                        "Changes values of the profile at hand, all of them or, if one would be wrong, none.",
                        example("profile set workloads.serve.contextTokens=32768", "one value of one workload"),
                        example("profile set budget.perMonth=60000000 'delivery.modes=[rent, own]' --in lab.yaml", "two values, in the file itself"))
                .taking(assignments)
                .with(IN);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Optional<Path> file = words.find(IN);
        Checked<ReadProfile> profile = file.map(ProfileFiles::read).or(() -> session.profile().map(Checked::of))
                .orElseThrow(() -> new UsageError("no profile is at hand: load one with \"profile load\", or name a file with --in", "help " + NAME));
        for (String assignment : words.all(assignments))
            profile = profile.then(read -> ProfileEdit.assign(read.text(), read.file(), assignment));
        output.problems(profile.problems());
        if (!(profile instanceof Checked.Valid<ReadProfile> valid)) return Outcome.INVALID_INPUT;
        if (file.isEmpty()) {
            session.change(valid.value());
            return Outcome.DECIDED;
        }
        Optional<Problem> problem = TextFiles.write(file.get(), valid.value().text());
        problem.ifPresent(p -> output.problems(List.of(p)));
        return problem.isPresent() ? Outcome.INVALID_INPUT : Outcome.DECIDED;
    }

    private List<CompletionProposal> keys() {
        return session.profile().stream()
                .flatMap(read -> ProfileEdit.paths(read).stream())
                .map(path -> new CompletionProposal(path + "=").complete(false))
                .toList();
    }
}
