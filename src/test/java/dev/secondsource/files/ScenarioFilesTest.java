package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.stress.Change;
import dev.secondsource.stress.Scenario;
import dev.secondsource.stress.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFilesTest {
    private static final PolicyBook POLICY = PolicyFiles.read(Path.of("rules/policy.yaml")).orThrow();

    private static final String GOOD = """
            scenarios: secondsource-scenarios/1
            version: mine
            list:
              - id: W1
                name: War
                sentence: Nothing of nvidia comes.
                changes:
                  - change: outage
                    of: designer:nvidia
                    months: {value: 2.5, tag: judgement, source: "a war"}
                  - change: price
                    of: everything
                    factor: {value: "1.5", tag: borrowed, source: "oil, 1973"}
                  - change: policy
                    key: cpf.win-rho
                    value: {value: 0.8, tag: judgement, source: "prudence"}
            """;

    @TempDir
    private Path directory;

    @Test
    void readsTheListThatShips() {
        Scenarios shipped = ScenarioFiles.in(Path.of("rules"), POLICY).orThrow();

        assertThat(shipped.list()).extracting(Scenario::id).containsExactly("S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "S10", "S11", "S12");
        assertThat(shipped.list().get(0).changes()).isEmpty();
        assertThat(shipped.list().stream().skip(1)).allSatisfy(s -> assertThat(s.changes()).isNotEmpty());
    }

    @Test
    void readsEveryNumberWithItsAuthority() {
        Scenarios scenarios = ScenarioFiles.read(GOOD, "scenarios.yaml", POLICY).orThrow();

        Scenario war = scenarios.find("w1").orElseThrow();
        assertThat(war.changes()).hasSize(3).first().isInstanceOfSatisfying(Change.Outage.class, outage -> {
            assertThat(outage.of()).hasToString("designer:nvidia");
            assertThat(outage.months().value()).isEqualByComparingTo("2.5");
            assertThat(outage.months().tag()).isEqualTo(Tag.JUDGEMENT);
            assertThat(outage.months().source()).isEqualTo("a war");
        });
    }

    @ParameterizedTest(name = "{0} becomes {1}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            secondsource-scenarios/1 | secondsource-scenarios/9 | 1  | is not a scenario format this version reads; write secondsource-scenarios/1
            sentence: Nothing        | sentance: Nothing        | 6  | there is no key "sentance" here; did you mean sentence?
            id: W1                   | id: W 1                  | 4  | "W 1" is not an id
            change: outage           | change: outge            | 8  | there is no change "outge"; did you mean outage?
            of: designer:nvidia      | of: designr:nvidia       | 9  | "designr:nvidia" is nothing this change can be about
            of: designer:nvidia      | of: largest-foundry      | 9  | "largest-foundry" is nothing this change can be about
            of: everything           | of: designer             | 12 | did you mean designer:ID?
            months: {value: 2.5,     | monts: {value: 2.5,      | 10 | there is no key "monts" here; did you mean months?
            months: {value: 2.5,     | months: {value: 2500,    | 10 | 2500 is out of range; use at most 120
            months: {value: 2.5,     | months: {value: long,    | 10 | is not a number
            {value: 2.5, tag: judgement, source: "a war"} | 2.5 | 10 | a number instead of a mapping; write months: {value, tag, source}: no number without an origin
            tag: borrowed            | tag: borowed             | 13 | "borowed" is not a tag; use one of published, borrowed, judgement
            , source: "oil, 1973"    | ``                       | 13 | source is missing
            key: cpf.win-rho         | key: cpf.win-roh         | 15 | no policy value "cpf.win-roh"; did you mean cpf.win-rho?
            value: {value: 0.8,      | value: {value: 8,        | 16 | 8 is out of range; use at most 1
            """)
    void tellsWhatIsWrongWithItsLine(String good, String bad, int line, String expected) {
        assertThat(GOOD).contains(good);

        Checked<Scenarios> read = ScenarioFiles.read(GOOD.replace(good, bad == null ? "" : bad), "scenarios.yaml", POLICY);

        assertThat(read.problems()).extracting(Problem::toString).anySatisfy(problem -> assertThat(problem).startsWith("scenarios.yaml:" + line + ": ").contains(expected));
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        String text = GOOD.replace("change: outage", "change: x").replace("tag: borrowed", "tag: y").replace("id: W1", "id: \"\"");

        assertThat(ScenarioFiles.read(text, "scenarios.yaml", POLICY).problems()).hasSize(3);
    }

    @Test
    void refusesTwoScenariosOfOneId() {
        String again = GOOD + GOOD.substring(GOOD.indexOf("  - id")).replace("W1", "w1");

        assertThat(ScenarioFiles.read(again, "scenarios.yaml", POLICY).problems()).singleElement().asString().contains("\"w1\" is the id of an earlier scenario");
    }

    @Test
    void takesTheListThatShipsWhereAFolderHasNone() {
        assertThat(ScenarioFiles.in(directory, POLICY)).isEqualTo(ScenarioFiles.bundled());
    }

    @Test
    void namesAFileThatIsNoText() throws IOException {
        Files.write(directory.resolve("scenarios.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(ScenarioFiles.in(directory, POLICY).problems()).singleElement().asString().contains("bytes that are not UTF-8");
    }

    @Test
    void isCheckedWithTheRules() {
        RulesCopy rules = RulesCopy.in(directory);
        rules.change("scenarios.yaml", "of: largest-foundry", "of: largest-fundry");

        assertThat(RulesFolder.problems(rules.folder())).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("scenarios.yaml");
            assertThat(problem.line()).isEqualTo(rules.line("scenarios.yaml", "of: largest-fundry"));
            assertThat(problem.mend()).isEqualTo("did you mean largest-foundry?");
        });
    }
}
