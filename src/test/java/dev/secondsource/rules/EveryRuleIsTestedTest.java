package dev.secondsource.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.knowledge.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** File name = rule name = test name, and every threshold of a rule is set by its own test. */
class EveryRuleIsTestedTest {
    private static final Path TESTS = Path.of("src/test/java/dev/secondsource/rules");

    @Test
    void everyRuleHasATestOfItsName() {
        List<String> missing = rules().filter(r -> !Files.exists(test(r))).map(r -> r.file() + " needs " + test(r)).toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void noTestIsLeftOfARuleThatIsGone() throws IOException {
        List<Path> expected = rules().map(EveryRuleIsTestedTest::test).toList();

        try (Stream<Path> files = Files.walk(TESTS, 2)) {
            assertThat(files.filter(f -> f.getParent() != null && !f.getParent().equals(TESTS) && f.toString().endsWith("Test.java"))).isSubsetOf(expected);
        }
    }

    @Test
    void everyTestAsksItsOwnRuleAndSetsEveryThresholdItReads() {
        List<String> unset = new ArrayList<>();
        rules().filter(r -> Files.exists(test(r))).forEach(rule -> unset.addAll(unset(rule, read(test(rule)))));

        assertThat(unset).isEmpty();
    }

    @Test
    void aTestWithoutTheRulesIdOrAThresholdIsCaught() {
        Rule rule = rules().filter(r -> r.policyKeys().size() == 1).findFirst().orElseThrow();
        String key = rule.policyKeys().get(0);

        assertThat(unset(rule, "RuleVerifier.of(\"" + rule.id() + "\").with(\"" + key + "\", \"1\") x.fires(")).isEmpty();
        assertThat(unset(rule, "RuleVerifier.of(\"" + rule.id() + "\") x.fires(")).singleElement().asString().contains(key);
        assertThat(unset(rule, "RuleVerifier.of(\"XYZ-01\").with(\"" + key + "\", \"1\") x.fires(")).singleElement().asString().contains(rule.id());
        assertThat(unset(rule, "RuleVerifier.of(\"" + rule.id() + "\").with(\"" + key + "\", \"1\")")).singleElement().asString().contains("fires");
    }

    /** The three states every rule must be shown in; a rule without inputs that can miss has no UNKNOWN. */
    @Test
    void everyTestShowsItsRuleFiringAndNotFiring() {
        List<String> oneSided = rules().filter(r -> Files.exists(test(r))).filter(r -> {
            String text = read(test(r));
            return !text.contains("staysSilent()") && !text.contains("doesNotApply()");
        }).map(Rule::name).toList();

        assertThat(oneSided).as("tests that never show the rule silent").isEmpty();
    }

    private static List<String> unset(Rule rule, String text) {
        List<String> unset = new ArrayList<>();
        if (!text.contains("\"" + rule.id() + "\"")) unset.add(rule.name() + ": its test does not ask " + rule.id());
        for (String key : rule.policyKeys())
            if (!Pattern.compile("with\\(\\s*\"" + Pattern.quote(key) + "\"").matcher(text).find()) unset.add(rule.name() + ": its test does not set " + key);
        if (!text.contains(".fires(") && !text.contains(".isUnknown(")) unset.add(rule.name() + ": its test never shows that it fires");
        return unset;
    }

    private static Path test(Rule rule) {
        String type = Arrays.stream(rule.name().split("-")).map(w -> Character.toUpperCase(w.charAt(0)) + w.substring(1)).collect(Collectors.joining());
        return TESTS.resolve(rule.family().folder().replace("-", "")).resolve(type + "Test.java");
    }

    private static Stream<Rule> rules() {
        return Shipped.knowledge().rules().stream();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
