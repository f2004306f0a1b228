package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.problem.Checked;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    private static final Path RULES = Path.of("rules").toAbsolutePath();
    private static final Words NO_WORDS = new Words(Map.of());

    @TempDir
    Path place;

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final Output output = new Output(new ByteArrayOutputStream(), notes, () -> Display.FILE);

    @Test
    void takesTheRulesOfTheCheckoutInSilenceWhileTheyAreTheBundledOnes() {
        Sources sources = new Sources(Map.of(), Optional.of(RULES.getParent()));

        assertThat(sources.rules(NO_WORDS, output)).isInstanceOf(Checked.Valid.class);
        assertThat(notes()).isEmpty();
    }

    @Test
    void tellsOfRulesThatTheUserNamed() {
        Sources sources = new Sources(Map.of(), Optional.empty());

        sources.rules(new Words(Map.of(Sources.RULES, List.of(RULES))), output);

        assertThat(notes()).startsWith("rules of " + RULES + ": ");
    }

    @Test
    void takesWhatTheEnvironmentNamesBeforeTheCheckout() {
        Sources sources = new Sources(Map.of("SECONDSOURCE_RULES", place.resolve("none").toString()), Optional.of(RULES.getParent()));

        assertThat(sources.rules(NO_WORDS, output).problems()).singleElement().asString().startsWith(place.resolve("none").toString());
    }

    @Test
    void takesTheBundleWhereThereIsNoCheckout() {
        Sources sources = new Sources(Map.of(), Optional.of(place));

        assertThat(sources.rules(NO_WORDS, output)).isInstanceOf(Checked.Valid.class);
        assertThat(sources.market(NO_WORDS, output)).isInstanceOf(Checked.Valid.class);
        assertThat(notes()).isEmpty();
    }

    @Test
    void keepsTheRulesInUseUntilTheyAreReloaded() throws Exception {
        Path rules = place.resolve("rules");
        copy(RULES, rules);
        Sources sources = new Sources(Map.of(), Optional.of(place));
        KnowledgeBase first = sources.rules(NO_WORDS, output).orThrow();

        version(rules, "mine-too");
        KnowledgeBase second = sources.rules(NO_WORDS, output).orThrow();
        KnowledgeBase third = sources.reload(rules).orThrow();

        assertThat(second).isSameAs(first);
        assertThat(notes()).contains("\"rules reload\" takes what the files say now");
        assertThat(third.policyBook().version()).isEqualTo("mine-too");
        assertThat(third.sha256()).isEqualTo(first.sha256());
        assertThat(sources.rules(NO_WORDS, output).orThrow()).isSameAs(third);
    }

    @Test
    void usesAnotherFolderOnceItWasReloaded() throws Exception {
        Path mine = place.resolve("mine");
        copy(RULES, mine);
        version(mine, "mine-too");
        Sources sources = new Sources(Map.of(), Optional.of(place));

        KnowledgeBase reloaded = sources.reload(mine).orThrow();

        assertThat(sources.rules(NO_WORDS, output).orThrow()).isSameAs(reloaded);
        assertThat(notes()).contains("rules of " + mine);
    }

    @Test
    void keepsTheRulesInUseIfTheNewOnesAreWrong() throws Exception {
        Path rules = place.resolve("rules");
        copy(RULES, rules);
        Sources sources = new Sources(Map.of(), Optional.of(place));
        KnowledgeBase first = sources.rules(NO_WORDS, output).orThrow();

        Files.writeString(rules.resolve("policy.yaml"), "policy: nonsense");

        assertThat(sources.reload(rules).problems()).isNotEmpty();
        assertThat(sources.rules(NO_WORDS, output).orThrow()).isSameAs(first);
    }

    @Test
    void readsWrongRulesAgainOnceTheyAreMended() throws Exception {
        Path rules = place.resolve("rules");
        copy(RULES, rules);
        String good = Files.readString(rules.resolve("policy.yaml"));
        Files.writeString(rules.resolve("policy.yaml"), "policy: nonsense");
        Sources sources = new Sources(Map.of(), Optional.of(place));
        Checked<KnowledgeBase> wrong = sources.rules(NO_WORDS, output);

        Files.writeString(rules.resolve("policy.yaml"), good);

        assertThat(wrong.problems()).isNotEmpty();
        assertThat(sources.rules(NO_WORDS, output)).isInstanceOf(Checked.Valid.class);
    }

    private static void version(Path rules, String version) throws Exception {
        Path policy = rules.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replaceFirst("version: \\S+", "version: " + version));
    }

    private static void copy(Path from, Path to) throws Exception {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }

    private String notes() {
        return notes.toString(StandardCharsets.UTF_8);
    }
}
