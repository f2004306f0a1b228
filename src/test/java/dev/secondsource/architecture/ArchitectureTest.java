package dev.secondsource.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The layout of the packages holds. That each guard can fail is shown by {@link GuardsTest}. */
class ArchitectureTest {
    private static final Guards GUARDS = new Guards("dev.secondsource");
    private static final JavaClasses PROGRAM = new ClassFileImporter().importPath(Path.of("target/classes/dev"));
    private static final Sources SOURCES = new Sources(Path.of("src/main/java"));

    @Test
    void theProgramIsLookedAt() {
        assertThat(PROGRAM).hasSizeGreaterThan(100);
        assertThat(SOURCES.files()).hasSizeGreaterThan(100);
    }

    @Test
    void onlyOnePackageKnowsDrools() {
        GUARDS.onlyOnePackageKnowsDrools().check(PROGRAM);
    }

    @Test
    void onlyOnePackageKnowsTheSolver() {
        GUARDS.onlyOnePackageKnowsTheSolver().check(PROGRAM);
    }

    @Test
    void onlyOnePackageKnowsCharts() {
        GUARDS.onlyOnePackageKnowsCharts().check(PROGRAM);
    }

    @Test
    void onlyTheEdgesKnowSpring() {
        GUARDS.onlyTheEdgesKnowSpring().check(PROGRAM);
    }

    @Test
    void onlyFilesTouchesTheDisk() {
        GUARDS.onlyFilesTouchesTheDisk().check(PROGRAM);
    }

    @Test
    void onlyTheEdgesPrint() {
        GUARDS.onlyTheEdgesPrint().check(PROGRAM);
    }

    @Test
    void nothingBelowTheEdgesAsksTheClock() {
        GUARDS.nothingBelowTheEdgesAsksTheClock().check(PROGRAM);
    }

    @Test
    void nothingBelowTheEdgesThrowsDice() {
        GUARDS.nothingBelowTheEdgesThrowsDice().check(PROGRAM);
    }

    @Test
    void nothingBelowTheEdgesKnowsAnEdge() {
        GUARDS.nothingBelowTheEdgesKnowsAnEdge().check(PROGRAM);
    }

    @Test
    void quantitiesKnowNothingOfOurs() {
        GUARDS.quantitiesKnowNothingOfOurs().check(PROGRAM);
    }

    @Test
    void reportsReadOnlyWhatARecordHas() {
        GUARDS.reportsReadOnlyWhatARecordHas().check(PROGRAM);
    }

    @Test
    void packagesFormNoCircle() {
        GUARDS.packagesFormNoCircle().check(PROGRAM);
    }

    @Test
    void everyPackageSaysWhichQuestionItAnswers() {
        assertThat(SOURCES.packagesWithoutAQuestion()).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIs() {
        assertThat(SOURCES.publicTypesWithoutADescription()).isEmpty();
    }

    @Test
    void noPackageIsNamedForAPatternOrForNothing() {
        assertThat(SOURCES.packages()).noneMatch(p -> p.matches(".*\\.(service|impl|util|utils|common|dto|model|manager|helper)s?$"));
    }
}
