package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.Family;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.State;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.rules.Facts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRuleTest {
    private static final String NAME = "supplier-was-acquired";

    @TempDir
    Path place;

    private RulesCopy rules;

    @BeforeEach
    void copy() throws Exception {
        rules = RulesCopy.in(place);
        Files.createDirectories(place.resolve("src/test/java"));
    }

    @Test
    void makesARuleThatPassesTheCheckAndSpeaks() {
        NewRule.Made made = make().orThrow();

        KnowledgeBase base = KnowledgeFiles.in(rules.folder()).orThrow();
        Policy policy = base.policyBook().resolve(new PolicyChoice("default", Map.of()), LocalDate.of(2026, 1, 1), "test").orThrow();
        assertThat(RulesFolder.problems(rules.folder())).isEmpty();
        assertThat(state(base, policy, made.id(), 31)).isEqualTo(State.FIRED);
        assertThat(state(base, policy, made.id(), 30)).isEqualTo(State.NOT_FIRED);
    }

    @Test
    void makesATestThatCompiles() {
        Path test = make().orThrow().test().orElseThrow();

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(null, null, null, "-proc:none", "-d", place.toString(), "-cp", System.getProperty("java.class.path"), test.toString());

        assertThat(result).isZero();
    }

    @Test
    void addsTheThresholdToItsFamilyAndLeavesTheRestOfThePolicyAsItIs() {
        String before = rules.text("policy.yaml");

        NewRule.Made made = make().orThrow();

        String after = rules.text("policy.yaml");
        int at = after.indexOf("  vrk.supplier-was-acquired:");
        assertThat(made.keyLine()).isEqualTo(rules.line("policy.yaml", "  vrk.supplier-was-acquired:"));
        assertThat(after.substring(0, at) + after.substring(after.indexOf("}\n", at) + 2)).isEqualTo(before);
        assertThat(before.substring(0, at)).contains("  vrk.");
        assertThat(before.substring(at)).doesNotContain("  vrk.");
    }

    @Test
    void addsTheFirstThresholdOfAFamilyAtTheEnd() {
        assertThat(NewRule.make(rules.folder(), Family.SUSTAINABILITY, "grid-is-dirty").problems()).isEmpty();
        assertThat(PolicyFiles.read(rules.folder().resolve("policy.yaml")).orThrow().entries()).containsKey("sus.grid-is-dirty");
    }

    @Test
    void overwritesNothing() {
        make().orThrow();
        List<String> before = all();

        Checked<NewRule.Made> again = make();

        assertThat(again.problems()).isNotEmpty().anySatisfy(p -> assertThat(p.what()).contains("there is a rule of this name"));
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void leavesNothingIfAnyPartIsInTheWay() throws Exception {
        Path test = place.resolve("src/test/java/dev/secondsource/rules/vendorrisk/SupplierWasAcquiredTest.java");
        Files.createDirectories(test.getParent());
        Files.writeString(test, "mine");
        List<String> before = all();

        assertThat(make().problems()).singleElement().satisfies(p -> assertThat(p.file()).isEqualTo(test.toString()));
        assertThat(all()).isEqualTo(before);
        assertThat(test).hasContent("mine");
    }

    @Test
    void refusesTheNameOfARuleInAnotherFamily() {
        assertThat(NewRule.make(rules.folder(), Family.MATURITY, "lead-time-long").problems()).singleElement()
                .satisfies(p -> assertThat(p.file()).endsWith("vendor-risk/lead-time-long.drl"));
    }

    @Test
    void makesNoTestOutsideACheckout() throws Exception {
        Files.delete(place.resolve("src/test/java"));

        assertThat(make().orThrow().test()).isEmpty();
    }

    private Checked<NewRule.Made> make() {
        return NewRule.make(rules.folder(), Family.VENDOR_RISK, NAME);
    }

    private static State state(KnowledgeBase base, Policy policy, String rule, int age) {
        return base.judge(List.of(Facts.candidate("price.ageDays", age)), policy).states().ofRule(rule).get("serve <- offer");
    }

    private List<String> all() {
        try (var files = Files.walk(place)) {
            return files.map(f -> f + " " + f.toFile().length()).sorted().toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
