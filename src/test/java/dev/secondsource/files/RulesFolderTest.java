package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped rules are right; each check is shown to catch them spoilt, at the file and the line. */
class RulesFolderTest {
    private static final String WAIT = "vendor-risk/lead-time-long.drl";

    @TempDir
    Path place;

    private RulesCopy rules;

    @BeforeEach
    void copy() {
        rules = RulesCopy.in(place);
    }

    @Test
    void findsNothingWrongWithTheShippedRules() {
        assertThat(RulesFolder.problems(rules.folder())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my-rule.drl.txt", "my-rule.DRL"})
    void dropsNoRuleInSilenceForTheEndOfItsName(String name) throws IOException {
        Files.copy(rules.folder().resolve(WAIT), rules.folder().resolve("vendor-risk").resolve(name));

        assertThat(RulesFolder.problems(rules.folder())).singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("vendor-risk/" + name, "does not end in .drl"));
    }

    @ParameterizedTest(name = "{0}: {1} becomes {2}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // form and words
        WAIT + "| $weeks > $watch, | $weeks > 26, | " + WAIT + " | $weeks > 26 | literal number",
        WAIT + "| number(\"vrk.lead-weeks-minor\") | number(\"vrk.lead-weeks-minr\") | " + WAIT + " | Policy( $watch | no key vrk.lead-weeks-minr",
        WAIT + "| deal.ordered, supply.boundByDate, $weeks | suply.boundByDate, $weeks | " + WAIT + " | suply | suply.boundByDate is not a word",
        WAIT + "| number(\"vrk.lead-weeks-minor\") | number(\"ctr.fixed-price-months-minor\") | " + WAIT + " | rule \"lead-time-long: long\" | counts months, supply.leadWeeks counts weeks",
        // together
        WAIT + "| @id( \"VRK-06\" ) | @id( \"VRK-09\" ) | vendor-risk/product-line-unsettled.drl | rule \"product-line | id VRK-09 is taken",
        WAIT + "| @id( \"VRK-06\" ) | @id( \"VRK-06\" ) @defeats( \"VRK-77\" ) | " + WAIT + " | rule \"lead-time-long: very long\" | defeats VRK-77, which no rule is",
        "total-cost/commitment-above-what-is-worth-it.drl | @channel | @defeats( \"TCO-04\" )\\n    @channel | total-cost/commitment-above-what-is-worth-it.drl | rule \" | in a circle",
        // the policy
        "policy.yaml | `  vrk.lead-weeks-minor:` | `  vrk.never-read:\\n    unit: weeks\\n    meaning: Nothing\\n    least: 0\\n    most: 9\\n    dated:\\n      - {since: 2024-01-01, value: 1, tag: judgement, source: \"none\"}\\n  vrk.lead-weeks-minor:` | policy.yaml | vrk.never-read | no rule and no formula reads this key",
        "policy.yaml | `value: 26, tag: judgement, source: \"half a yearly` | `value: 2600000, tag: judgement, source: \"half a yearly` | policy.yaml | 2600000 | 2600000 is out of range",
        // conditions that can never hold
        WAIT + "| $weeks > $watch, $weeks <= $limit | $weeks > $watch, $weeks <= $limit, $limit < $watch | " + WAIT + " | rule \"lead-time-long: long\" | can never hold",
        WAIT + "| deal.ordered, supply.boundByDate, | deal.ordered, supply.boundByDate, supply.boundByDate == false, | " + WAIT + " | rule \"lead-time-long: very long, with | supply.boundByDate == false",
        WAIT + "| deal.ordered, supply.boundByDate, | deal.pricing == PricingKind.SPOT, deal.pricing == PricingKind.PURCHASE, | " + WAIT + " | rule \"lead-time-long: very long, with | PricingKind.PURCHASE",
        "policy.yaml | `value: 26, tag: judgement, source: \"half a yearly` | `value: 41, tag: judgement, source: \"half a yearly` | " + WAIT + " | rule \"lead-time-long: long\" | vrk.lead-weeks-major (40) < vrk.lead-weeks-minor (41)",
        "policy.yaml | `    cpf.win-rho: 0.85` | `    cpf.win-rho: 0.70` | cost-performance/cost-advantage-outweighs-speed.drl | rule \"cost-advantage-outweighs-speed: narrowly\" | under the policy variant research",
        // two that say the same
        WAIT + "| deal.ordered, supply.boundByDate, $weeks | supply.boundByDate != true, deal.ordered == true, $weeks | " + WAIT + " | rule \"lead-time-long: very long, with | says the same as VRK-06 \"lead-time-long: very long\"",
    })
    void catchesASpoiltFileWithItsLine(String file, String good, String bad, String placeOf, String lineOf, String reason) {
        rules.change(file, good, bad);

        List<Problem> problems = RulesFolder.problems(rules.folder());

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(rules.folder().resolve(placeOf).toString());
            assertThat(problem.line()).isEqualTo(rules.line(placeOf, lineOf));
            assertThat(problem.what()).contains(reason);
        });
    }

    @Test
    void catchesACopiedRule() {
        rules.write("vendor-risk/wait-is-long.drl", rules.text(WAIT).replace("lead-time-long", "wait-is-long").replace("VRK-06", "VRK-98"));

        List<Problem> problems = RulesFolder.problems(rules.folder());

        assertThat(problems).hasSize(3).allSatisfy(problem -> {
            assertThat(problem.what()).contains("says the same as VRK-06");
            assertThat(problem.file()).endsWith("wait-is-long.drl");
        });
    }

    @Test
    void doesNotBlameOneFileForWhatAnotherHasWrong() {
        rules.change(WAIT, "$weeks > $watch,", "$weeks > 26,");

        assertThat(RulesFolder.problems(rules.folder())).singleElement().extracting(Problem::what).asString().contains("literal number");
    }

    @Test
    void checksTheRulesEvenIfThePolicyCannotBeRead() {
        rules.change(WAIT, "$weeks > $watch,", "$weeks > 26,").write("policy.yaml", "policy: [");

        List<Problem> problems = RulesFolder.problems(rules.folder());

        assertThat(problems).extracting(Problem::file).anyMatch(f -> f.endsWith("policy.yaml")).anyMatch(f -> f.endsWith("lead-time-long.drl"));
        assertThat(problems).extracting(Problem::what).noneMatch(what -> what.contains("no key"));
    }

    @Test
    void saysThatAFolderIsMissing() {
        assertThat(RulesFolder.problems(place.resolve("none"))).extracting(Problem::what).anyMatch(what -> what.contains("no such rules folder"));
    }
}
