package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import java.util.Optional;

/** Tells which Second Source this is. */
final class VersionCommand implements ShellCommand {

    @Override
    public Usage usage() {
        return Usage.of(
                "version",
                Usage.Group.SHELL,
                "Prints the version of Second Source.",
                example("version", "the version and the Java it runs on"),
                example("--version", "the same, as most programs write it"));
    }

    @Override
    public Outcome run(Words words, Output output) {
        output.data("secondsource " + version() + " (Java " + Runtime.version().feature() + ")\n");
        return Outcome.DECIDED;
    }

    /** As the jar's manifest has it. */
    static String version() {
        return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion()).orElse("development");
    }
}
