package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import java.util.List;

/** Leaves the shell; {@link Shell} acts on its name. */
final class ExitCommand implements ShellCommand {

    @Override
    public Usage usage() {
        return Usage.of(
                "exit",
                Usage.Group.SHELL,
                "Leaves the interactive shell or ends a script; so do quit and Ctrl-D.",
                example("exit", "back to where you came from"),
                example("help exit", "this text"));
    }

    @Override
    public Outcome run(Words words, Output output) {
        return Outcome.DECIDED;
    }

    static boolean isTyped(List<String> words) {
        return words.size() == 1 && (words.get(0).equals("exit") || words.get(0).equals("quit"));
    }
}
