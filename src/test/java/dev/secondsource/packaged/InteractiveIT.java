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

    @Test
    void saysInThePromptWhatIsLoadedAndWhetherItIsDecided() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("profile load profiles/fine-tuning-startup.yaml" + ENTER).waitFor("[fine-tuning-startup]> ");
            shell.type("evaluate --top 1" + ENTER).waitFor("ANSWER").waitFor("[fine-tuning-startup decided]> ");
            shell.type("profile set horizonMonths=18" + ENTER).waitFor("[fine-tuning-startup* outdated]> ");

            shell.type(CTRL_D).waitFor("has changes that no file holds").waitFor("outdated]> ").type(CTRL_D);

            assertThat(shell.exitCode()).isZero();
        }
    }

    @Test
    void completesProfilesAndOffers() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("profile load profiles/fine-t" + TAB).waitFor("profiles/fine-tuning-startup.yaml").type(ENTER);
            shell.waitFor("[fine-tuning-startup]> ").type("explain --offer own:MI3" + TAB).waitFor("own:MI300X");
        }
    }

    @Test
    void asksForAProfileAndGoesBack() throws Exception {
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor(PROMPT).type("profile new" + ENTER).waitFor("name: ").type("Test buyer" + ENTER);
            shell.waitFor("id [test-buyer]: ").type("back" + ENTER).waitFor("name: ").type("Other buyer" + ENTER);
            shell.waitFor("id [other-buyer]: ").type("Not kebab" + ENTER).waitFor("secondsource: ").waitFor("id [other-buyer]: ");
            shell.type("quit" + ENTER).waitFor("nothing is written").waitFor(PROMPT).type(CTRL_D);

            assertThat(shell.exitCode()).isZero();
        }
    }
}
