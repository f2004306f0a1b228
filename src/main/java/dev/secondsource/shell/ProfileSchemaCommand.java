package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.files.ProfileSchema;

/** Prints the JSON Schema of profiles. */
final class ProfileSchemaCommand implements ShellCommand {

    @Override
    public Usage usage() {
        return Usage.of(
                "profile schema",
                Usage.Group.PROFILE,
                "Prints the JSON Schema of profiles, for editors and other programs.",
                example("profile schema", "the schema"),
                example("profile schema > buyer-profile.schema.json", "in a file, for an editor to complete and check with"));
    }

    @Override
    public Outcome run(Words words, Output output) {
        output.data(ProfileSchema.schemaText());
        return Outcome.DECIDED;
    }
}
