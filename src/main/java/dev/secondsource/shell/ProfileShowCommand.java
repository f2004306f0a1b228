package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ReadProfile;
import dev.secondsource.problem.Checked;

/** Prints a profile. */
final class ProfileShowCommand implements ShellCommand {
    private static final String NAME = "profile show";
    private static final Option<Boolean> FULL = Option.flag("full", "prints every value, those left out and assumed too, in the order of the format");

    private final Session session;

    public ProfileShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.PROFILE,
                        "Prints a profile as it stands, and on request what it leaves out.",
                        example("profile show", "the profile at hand with its unsaved changes"),
                        example("profile show profiles/frontier-lab.yaml --full", "with every value that is assumed"))
                .taking(Profiles.PROFILE)
                .with(FULL);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<ReadProfile> read = Profiles.read(words.find(Profiles.PROFILE), session, output, NAME);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<ReadProfile> valid)) return Outcome.INVALID_INPUT;
        String text = words.get(FULL) ? valid.value().canonical() : valid.value().text();
        output.data(text.endsWith("\n") ? text : text + "\n");
        if (words.get(FULL)) valid.value().assumptions().forEach(assumption -> output.note(assumption.toString()));
        return Outcome.DECIDED;
    }
}
