package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ProfileSchema;

/** Prints a profile to start from. */
final class ProfileTemplateCommand implements ShellCommand {

    @Override
    public Usage usage() {
        return Usage.of(
                "profile template",
                Usage.Group.PROFILE,
                "Prints a complete profile with comments, to be copied and changed.",
                example("profile template", "the template"),
                example("profile template > mine.yaml", "in a file, to be edited"));
    }

    @Override
    public Outcome run(Words words, Output output) {
        output.data(ProfileSchema.templateText());
        return Outcome.DECIDED;
    }
}
