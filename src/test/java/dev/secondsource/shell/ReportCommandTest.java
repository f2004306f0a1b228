package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
    private static final String PROFILE = "profiles/enterprise-serving-70b.yaml";
    private static final Sources SOURCES = new Sources(Map.of("SECONDSOURCE_RULES", "rules"), Optional.empty());

    private Bench bench;
    private Bench evaluating;

    @BeforeEach
    void open() {
        Session session = new Session();
        bench = Bench.with(new ReportCommand(session, SOURCES), new ProfileLoadCommand(session));
        evaluating = Bench.with(new EvaluateCommand(session, SOURCES));
    }

    @Test
    void writesAPageUnlessItIsAskedForSomethingElse() {
        int exitCode = bench.run("report", PROFILE, "--quick");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains("id=\"break-even-1\"", "id=\"exposure-picture\"", "id=\"frontier-picture\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv"})
    void writesWhatEvaluateWrites(String format) {
        bench.run("report", PROFILE, "--format", format, "--top", "10");
        evaluating.run("evaluate", PROFILE, "--output", format, "--top", "10");

        assertThat(bench.data()).isNotEmpty().isEqualTo(evaluating.data());
    }

    @Test
    void writesToAFileAndSaysSo(@TempDir Path folder) {
        Path file = folder.resolve("report.html");

        int exitCode = bench.run("report", PROFILE, "--quick", "--out", file.toString());

        assertThat(exitCode).isZero();
        assertThat(file).content().startsWith("<!DOCTYPE html>");
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes().lines()).last().isEqualTo("written to " + file);
    }

    @Test
    void aFileThatCannotBeWrittenIsOneLine(@TempDir Path folder) {
        int exitCode = bench.run("report", PROFILE, "--quick", "--out", folder.resolve("no/where.html").toString());

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.notes()).contains("there is no directory");
        assertThat(Files.exists(folder.resolve("no"))).isFalse();
    }

    @Test
    void isAboutTheProfileAtHandUnlessItNamesOne() {
        assertThat(bench.run("report")).isEqualTo(2);
        bench.run("profile", "load", PROFILE);

        assertThat(bench.run("report", "--quick")).isZero();
        assertThat(bench.data()).contains("enterprise-serving-70b");
    }

    @Test
    void tellsAScriptThatNothingIsFeasibleAndWritesWhyAllTheSame() {
        assertThat(bench.run("report", "profiles/export-controlled-site.yaml", "--quick")).isEqualTo(4);
        assertThat(bench.data()).contains("infeasible");
    }

    @Test
    void aCommentIsWhatEvaluateWritesAndWhatWasLeftOut() {
        bench.run("report", PROFILE, "--format", "md", "--quick", "--top", "10");
        evaluating.run("evaluate", PROFILE, "--output", "md", "--top", "10");

        assertThat(bench.data()).isNotEqualTo(evaluating.data()).contains("Left out here", "--quick was asked for");
        assertThat(bench.data().lines().filter(l -> !evaluating.data().contains(l))).hasSizeLessThan(4);
    }

    @Test
    void looksForWhatMattersAndWhatChangesTheAnswerAndShowsHowFarItHasCome() {
        Bench watched = Bench.watched(new ReportCommand(new Session(), SOURCES));

        int exitCode = watched.run("report", "profiles/export-controlled-site.yaml");

        assertThat(exitCode).isEqualTo(4);
        assertThat(watched.data()).contains("id=\"tornado\"", "id=\"flips\"", "No single change within its plausible range changes it.").doesNotContain("id=\"left-out\"");
        assertThat(watched.notes()).contains("deciding at both ends of each input", "looking for what changes the answer");
    }

    @Test
    void saysWhatItLeavesOutAndHowToGetIt() {
        bench.run("report", PROFILE, "--quick");

        assertThat(bench.data()).contains("id=\"left-out\"", "The same report without it has them").doesNotContain("id=\"tornado\"", "id=\"flips\"");
    }

    @Test
    void aRecordIsReportedWithoutProfileMarketAndRules(@TempDir Path folder) {
        Path record = folder.resolve("record.json");
        bench.run("report", PROFILE, "--format", "json", "--out", record.toString());
        Bench nowhere = Bench.with(new ReportCommand(new Session(), new Sources(Map.of("SECONDSOURCE_RULES", folder.resolve("none").toString()), Optional.empty())));

        int exitCode = nowhere.run("report", record.toString());

        bench.run("report", PROFILE, "--quick");
        assertThat(exitCode).isZero();
        assertThat(nowhere.data()).contains("id=\"left-out\"", "a decision on record, record.json, which was not decided again", "id=\"break-even-1\"").doesNotContain("id=\"frontier\"");
        assertThat(sections(nowhere.data())).containsExactlyElementsOf(sections(bench.data()));
    }

    @Test
    void aRecordOfARecordIsThatRecord(@TempDir Path folder) throws Exception {
        Path record = folder.resolve("record.json");
        bench.run("report", PROFILE, "--format", "json", "--out", record.toString());

        bench.run("report", record.toString(), "--format", "json");

        assertThat(bench.data()).isEqualTo(Files.readString(record));
    }

    @Test
    void aRecordThatIsCutOffIsOneLine(@TempDir Path folder) throws Exception {
        Path record = folder.resolve("record.json");
        Files.writeString(record, "{\"schema\": \"decision-record/1\", \"inputs\": {\n");

        int exitCode = bench.run("report", record.toString());

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes().lines()).singleElement().asString().contains("record.json:", "is no JSON from here on", "evaluate -o json");
    }

    @Test
    void aRecordIsNotDecidedOnAnotherDay(@TempDir Path folder) throws Exception {
        Path record = folder.resolve("record.json");
        Files.writeString(record, "{\"schema\": \"decision-record/1\"}");

        assertThat(bench.run("report", record.toString(), "--as-of", "2026-01-01")).isEqualTo(2);
        assertThat(bench.notes()).contains("a record is decided already: --as-of is for a profile");
    }

    /** All but what a record cannot give, and the list of contents that names it. */
    private static List<String> sections(String page) {
        return Stream.of(page.split("(?=<section)")).map(s -> s.split("<nav")[0]).filter(s -> !s.contains("id=\"frontier\"") && !s.contains("id=\"left-out\"")).toList();
    }
}
