package dev.secondsource.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.packaged.Program.Ended;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Working on rules with nothing but the program and an editor. */
class RulesIT {
    @TempDir
    Path state;

    private Path rules;

    @BeforeEach
    void copy() throws Exception {
        rules = Trees.copy(Path.of("rules"), state.resolve("rules"));
    }

    @Test
    void beginsARuleThatPassesTheCheck() throws Exception {
        Ended made = Program.jar().runKeeping(state, "rules", "new", "vendor-risk", "supplier-was-acquired", "--dir", rules.toString());
        Ended checked = Program.jar().runKeeping(state, "rules", "check", rules.toString());

        assertThat(made.exitCode()).as(made.notes()).isZero();
        assertThat(checked.notes()).isEmpty();
        assertThat(checked.exitCode()).isZero();
    }

    @Test
    void findsABandThatCanNeverHold() throws Exception {
        Trees.edit(rules.resolve("policy.yaml"), "value: 26, tag: judgement, source: \"half a yearly", "value: 52, tag: judgement, source: \"half a yearly");

        Ended ended = Program.jar().runKeeping(state, "rules", "check", rules.toString());

        assertThat(ended.data()).isEmpty();
        assertThat(ended.notes()).containsPattern("lead-time-long\\.drl:\\d+: lead-time-long: long: it can never hold").contains("vrk.lead-weeks-major (40) < vrk.lead-weeks-minor (52)");
        assertThat(ended.exitCode()).isEqualTo(3);
    }

    @Test
    void tellsWhatAChangedThresholdDoesToADecision() throws Exception {
        Trees.edit(rules.resolve("policy.yaml"), "    div.provider-share-cap: 0.50", "    div.provider-share-cap: 0.30");

        Ended ended = Program.jar().runKeeping(state, "rules", "diff", "rules", rules.toString(), "--profiles", "profiles/regulated-bank.yaml", "--fail-on", "change");

        assertThat(ended.data()).contains("div.provider-share-cap 0.5 → 0.3", "1 of 1 decisions change.");
        assertThat(ended.exitCode()).isEqualTo(5);
    }

    @Test
    void keepsTheOldRulesInTheShellIfTheNewOnesAreWrong() throws Exception {
        Path file = rules.resolve("vendor-risk/lead-time-long.drl");
        try (Conversation shell = Conversation.with(state)) {
            shell.waitFor("second-source> ").type("rules list --rules " + rules + Conversation.ENTER).waitFor("shown ").waitFor("second-source> ");
            Trees.edit(file, "\\$weeks > \\$watch", "\\$weeks > 26");
            shell.type("rules reload " + rules + Conversation.ENTER).waitFor("a literal number").waitFor("stay in use").waitFor("second-source> ");
            shell.type("rules list --rules " + rules + Conversation.ENTER).waitFor("as read before").waitFor("shown ");
        }
    }
}
