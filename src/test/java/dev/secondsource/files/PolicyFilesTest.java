package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFilesTest {
    private static final String GOOD = """
            policy: secondsource-policy/1
            version: 2026-11
            values:
              fit.planning-mbu:
                unit: share
                meaning: Share of peak memory bandwidth a tuned decoder reaches
                least: 0.05
                most: 1
                dated:
                  - {since: 2024-01-01, value: 0.60, tag: judgement, source: "a reason"}
                  - {since: 2026-01-01, value: "0.1000000000000000000000000001", tag: published, source: "a paper"}
            variants:
              default: {}
              research: {fit.planning-mbu: 0.7}
            """;

    @Test
    void readsEveryPartOfAValue() {
        PolicyBook book = PolicyFiles.read(GOOD, "policy.yaml").orThrow();

        PolicyBook.Entry entry = book.entries().get("fit.planning-mbu");
        assertThat(book.version()).isEqualTo("2026-11");
        assertThat(entry.unit()).isEqualTo("share");
        assertThat(entry.least()).isEqualByComparingTo("0.05");
        assertThat(entry.dated().get(0).tag()).isEqualTo(Tag.JUDGEMENT);
        assertThat(entry.dated().get(1).value().toPlainString()).isEqualTo("0.1000000000000000000000000001");
        assertThat(book.variants().get("research").get("fit.planning-mbu")).isEqualByComparingTo("0.7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            unit: share                     | units: share              | 5: values.fit.planning-mbu.units: there is no key "units" here; did you mean unit?
            unit: share                     | unit: 5                   | 5: values.fit.planning-mbu.unit: a number instead of text
            '    unit: share'               | ''                        | 4: values.fit.planning-mbu: unit is missing
            most: 1                         | most: plenty              | 8: values.fit.planning-mbu.most: "plenty" is not a number
            most: 1                         | most: 0.5                 | 10: values.fit.planning-mbu.dated[0].value: 0.6 is out of range; use at most 0.5
            most: 1                         | most: 0.01                | 8: values.fit.planning-mbu.most: most is below least
            tag: judgement                  | tag: opinion              | 10: values.fit.planning-mbu.dated[0].tag: "opinion" is not a tag; use one of published, borrowed, judgement
            ', source: "a reason"'          | ''                        | 10: values.fit.planning-mbu.dated[0]: source is missing
            '"a reason"'                    | '" "'                     | 10: values.fit.planning-mbu.dated[0].source: source is empty
            since: 2024-01-01               | since: 2024-13-01         | 10: values.fit.planning-mbu.dated[0].since: "2024-13-01" is not a day
            since: 2026-01-01               | since: 2024-01-01         | 11: values.fit.planning-mbu.dated[1].since: two values begin on 2024-01-01
            value: 0.60                     | value: 0.6x               | 10: values.fit.planning-mbu.dated[0].value: "0.6x" is not a number
            value: 0.60                     | value: 0.60, value: 0.61  | 10: values.fit.planning-mbu.dated[0].value: the key "value" was given before
            '{fit.planning-mbu: 0.7}'       | '{fit.planing-mbu: 0.7}'  | 14: variants.research.fit.planing-mbu: no policy value "fit.planing-mbu"; did you mean fit.planning-mbu?
            '{fit.planning-mbu: 0.7}'       | '{fit.planning-mbu: 7}'   | 14: variants.research.fit.planning-mbu: 7 is out of range
            'default: {}'                   | 'default: {fit.planning-mbu: 0.7}' | 13: variants.default: the default variant sets nothing
            fit.planning-mbu:\\n            | PlanningMbu:\\n           | 4: values.PlanningMbu: "PlanningMbu" is not a policy key
            secondsource-policy/1           | secondsource-policy/2     | 1: policy: "secondsource-policy/2" is not a policy format
            version: 2026-11                | edition: 2026-11          | version is missing
            """)
    void saysWhereItIsWrongAndWhatWouldBeRight(String find, String replace, String expected) {
        String text = GOOD.replaceFirst(java.util.regex.Pattern.quote(newlines(find)),
                java.util.regex.Matcher.quoteReplacement(replace == null ? "" : newlines(replace)));
        assertThat(text).isNotEqualTo(GOOD);

        Checked<PolicyBook> checked = PolicyFiles.read(text, "policy.yaml");

        assertThat(checked.problems()).extracting(Object::toString).anySatisfy(problem ->
                assertThat(problem).startsWith("policy.yaml:").contains(expected));
    }

    private static String newlines(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void reportsAllProblemsTogether() {
        String text = GOOD.replace("unit: share", "unit: \"\"").replace("tag: judgement", "tag: hunch").replace("0.7}", "x}");

        assertThat(PolicyFiles.read(text, "policy.yaml").problems()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | the file is empty
            '# nothing here'            | the file is empty
            '- a list'                  | a list at the top
            'policy: secondsource-policy/1' | values is missing
            'values: {}'                | there is no value
            'values: [1]'               | a list instead of a mapping
            """)
    void refusesWhatIsNoPolicy(String text, String expected) {
        assertThat(PolicyFiles.read(text, "policy.yaml").problems().toString()).contains(expected);
    }

    @Test
    void refusesAByteOrderMark() {
        assertThat(PolicyFiles.read("\uFEFF" + GOOD, "policy.yaml").problems()).singleElement().asString()
                .contains("byte-order mark");
    }

    @Test
    void refusesAFileThatIsNotThereOrNotText(@TempDir Path directory) throws Exception {
        Path binary = Files.write(directory.resolve("policy.yaml"), new byte[] {(byte) 0xC3, 0x28});

        assertThat(PolicyFiles.read(directory.resolve("no.yaml")).problems().toString()).contains("there is no such file");
        assertThat(PolicyFiles.read(binary).problems().toString()).contains("not UTF-8");
    }

    @Test
    void readsTheShippedPolicyAndGivesEachValueAnAuthority() {
        PolicyBook book = PolicyFiles.read(Path.of("rules/policy.yaml")).orThrow();

        assertThat(book.entries().values()).allSatisfy(entry -> {
            assertThat(entry.least()).as(entry.key()).isNotNull();
            assertThat(entry.most()).as(entry.key()).isNotNull();
            assertThat(entry.meaning()).as(entry.key()).isNotBlank();
        });
        assertThat(List.of("fit.planning-mbu", "cost.hidden-cost-share")).allMatch(book.entries()::containsKey);
    }
}
