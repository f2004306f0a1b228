package dev.secondsource.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every guard catches its bad sample, and lets the same thing pass where it is allowed. */
class GuardsTest {
    private static final String ROOT = "dev.secondsource.architecture.sample";
    private static final Guards GUARDS = new Guards(ROOT);
    private static final JavaClasses SAMPLES = new ClassFileImporter().importPackages(ROOT);

    @Test
    void catchesDroolsOutsideItsPackage() {
        catches(GUARDS.onlyOnePackageKnowsDrools(), "market.KnowsDrools", "knowledge.drools.MayKnowDrools");
    }

    @Test
    void catchesChartsOutsideTheirPackage() {
        catches(GUARDS.onlyOnePackageKnowsCharts(), "market.KnowsCharts", "chart.MayKnowCharts");
        catches(GUARDS.onlyOnePackageKnowsTheSolver(), "market.KnowsTheSolver", "allocation.MayKnowTheSolver");
    }

    @Test
    void catchesSpringBelowTheEdges() {
        catches(GUARDS.onlyTheEdgesKnowSpring(), "market.KnowsSpring", "shell.MayKnowSpring");
    }

    @Test
    void catchesAReadOfTheDiskOutsideFiles() {
        catches(GUARDS.onlyFilesTouchesTheDisk(), "market.TouchesTheDisk", "files.MayTouchTheDisk");
    }

    @Test
    void catchesAPrintBelowTheEdges() {
        catches(GUARDS.onlyTheEdgesPrint(), "market.Prints", "shell.MayPrint");
        catches(GUARDS.onlyTheEdgesPrint(), "market.PrintsAStackTrace", "shell.MayPrint");
    }

    @Test
    void catchesALookAtTheClockBelowTheEdges() {
        catches(GUARDS.nothingBelowTheEdgesAsksTheClock(), "market.AsksTheDay", "shell.MayAskTheDay");
        catches(GUARDS.nothingBelowTheEdgesAsksTheClock(), "market.AsksTheTime", "shell.MayAskTheDay");
    }

    @Test
    void catchesDiceBelowTheEdges() {
        catches(GUARDS.nothingBelowTheEdgesThrowsDice(), "market.ThrowsDice", "market.ThrowsSeededDice");
    }

    @Test
    void catchesADependenceOnAnEdge() {
        catches(GUARDS.nothingBelowTheEdgesKnowsAnEdge(), "market.KnowsAnEdge", "shell.KnowsAnotherEdge");
    }

    @Test
    void catchesAQuantityThatKnowsOthers() {
        catches(GUARDS.quantitiesKnowNothingOfOurs(), "quantity.KnowsTheMarket", "quantity.KnowsAQuantity");
    }

    @Test
    void catchesAReportThatAsksForMoreThanARecordHas() {
        catches(GUARDS.reportsReadOnlyWhatARecordHas(), "report.ReadsMoreThanARecordHas", "report.ReadsWhatARecordHas");
    }

    @Test
    void catchesACircleOfPackages() {
        assertThatThrownBy(() -> GUARDS.packagesFormNoCircle().check(SAMPLES)).isInstanceOf(AssertionError.class).hasMessageContaining("Cycle");
    }

    @Test
    void catchesAPackageWithoutAQuestion(@TempDir Path root) throws IOException {
        write(root, "dev/secondsource/mute/Thing.java", "package dev.secondsource.mute; class Thing {}");
        write(root, "dev/secondsource/told/package-info.java", "/** All about things. */\npackage dev.secondsource.told;");
        write(root, "dev/secondsource/good/package-info.java", "/** What is a thing? */\npackage dev.secondsource.good;");

        assertThat(new Sources(root).packagesWithoutAQuestion()).containsExactly("dev/secondsource/mute", "dev/secondsource/told");
    }

    @Test
    void catchesAPublicTypeWithoutADescription(@TempDir Path root) throws IOException {
        write(root, "a/Bare.java", "package a;\n\nimport java.util.List;\n\npublic record Bare(List<String> x) {}\n");
        write(root, "a/Annotated.java", "package a;\n\n@Deprecated\npublic final class Annotated {}\n");
        write(root, "a/Hidden.java", "package a;\n\nfinal class Hidden {}\n");
        write(root, "a/Told.java", "package a;\n\nimport java.util.List;\n\n/** A thing. */\n@Deprecated\npublic sealed interface Told permits X {}\n");

        assertThat(new Sources(root).publicTypesWithoutADescription()).containsExactly("a/Annotated.java", "a/Bare.java");
    }

    private static void catches(ArchRule rule, String bad, String good) {
        assertThat(SAMPLES.contain(ROOT + "." + bad)).as(bad).isTrue();
        assertThat(SAMPLES.contain(ROOT + "." + good)).as(good).isTrue();
        String violations = String.join("\n", rule.evaluate(SAMPLES).getFailureReport().getDetails());

        assertThat(violations).contains(ROOT + "." + bad).doesNotContain(ROOT + "." + good);
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
