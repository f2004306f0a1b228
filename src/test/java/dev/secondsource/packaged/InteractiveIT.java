package dev.secondsource.packaged;

import static dev.secondsource.packaged.Conversation.CTRL_C;
import static dev.secondsource.packaged.Conversation.CTRL_D;
import static dev.secondsource.packaged.Conversation.ENTER;
import static dev.secondsource.packaged.Conversation.TAB;
import static dev.secondsource.packaged.Conversation.UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell at a pseudo-terminal. */
class InteractiveIT {
    private static final String PROMPT = "second-source> ";

    @TempDir
    Path state;

    @Test
    void runsCommandsUntilCtrlD() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("version" + ENTER).waitFor("(Java ").waitFor(PROMPT).type(CTRL_D);

            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void leavesWithZeroAfterAFailure() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("versoin" + ENTER).waitFor("did you mean \"version\"?").waitFor(PROMPT);
            shell.type("quit" + ENTER);

            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void completesACommandAtTab() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("ver" + TAB).waitFor("version").type(ENTER).waitFor("(Java ");
        }
    }

    @Test
    void givesUpTheLineAtCtrlC() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("nonsense" + CTRL_C).waitFor(PROMPT).type("version" + ENTER).waitFor("(Java ");

            assertThat(shell.shown()).doesNotContain("is not a command");
        }
    }

    @Test
    void remembersLinesForTheNextTime() throws Exception {
        try (Conversation first = Conversation.with(state)) {
            first.waitFor(PROMPT).type("help version" + ENTER).waitFor("Examples").waitFor(PROMPT).type(CTRL_D);
            first.exitCode();
        }

        try (Conversation second = Conversation.with(state)) {
            second.waitFor(PROMPT).type(UP).waitFor("help version").type(ENTER).waitFor("Examples");
        }
    }

    @Test
    void worksWhereNothingCanBeRemembered() throws Exception {
        Path file = Files.createFile(state.resolve("file"));

        try (Conversation shell = Conversation.with(file)) {
            shell.waitFor(PROMPT).type("version" + ENTER).waitFor("(Java ").waitFor(PROMPT).type("exit" + ENTER);

            assertThat(shell.exitCode()).isZero();
            assertThat(shell.shown()).doesNotContain("Exception");
        }
    }
}
