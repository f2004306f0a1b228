package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.files.RulesCopy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands for whoever works on the rules, on a copy of the shipped rules. */
class RulesCommandsTest {
    private static final String WAIT = "vendor-risk/lead-time-long.drl";
    private static final String BANK = "profiles/regulated-bank.yaml";
    private static final String CAP = "    div.provider-share-cap: 0.50";

    @TempDir
    Path place;

    private RulesCopy rules;
    private Session session;
    private Bench bench;

    @BeforeEach
    void shell() {
        rules = RulesCopy.in(place);
        session = new Session();
        bench = bench(Optional.of(place));
    }

    private Bench bench(Optional<Path> home) {
        Sources sources = new Sources(Map.of(), home);
        return Bench.with(new RulesCheckCommand(sources), new RulesCoverageCommand(sources), new RulesDiffCommand(sources), new RulesNewCommand(sources),
                new RulesReloadCommand(session, sources), new RulesListCommand(sources), new RulesShowCommand(sources), new EvaluateCommand(session, sources));
    }

    @Test
    void checkIsSatisfiedWithTheShippedRules() {
        assertThat(bench.run("rules", "check")).isZero();
        assertThat(bench.data()).isEqualTo("the rules in " + rules.folder() + " are right\n");
    }

    @Test
    void checkNamesFileAndLineAndExitsWithThree() {
        rules.change(WAIT, "$weeks > $watch,", "$weeks > 26,");

        int exitCode = bench.run("rules", "check", rules.folder().toString());

        assertThat(exitCode).isEqualTo(3);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes().lines()).hasSize(2).first().asString()
                .startsWith("secondsource: " + rules.folder().resolve(WAIT) + ":" + rules.line(WAIT, "$weeks > 26") + ": lead-time-long: long: ");
    }

    @Test
    void needsAFolderWhereThereIsNoCheckout() {
        Bench bundled = bench(Optional.empty());

        assertThat(bundled.run("rules", "check")).isEqualTo(2);
        assertThat(bundled.notes()).contains("no rules folder is named");
    }

    @Test
    void listsByFamilySeverityEffectAndTag() {
        bench.run("rules", "list", "--family", "maturity", "--severity", "blocker", "--effect", "against", "--tag", "judgement");

        assertThat(bench.notes()).isEmpty();
        assertThat(bench.data()).contains("shown ").doesNotContain("VRK-", "CPF-");
    }

    @Test
    void takesAWordAsTheTablesPrintIt() {
        assertThat(bench.run("rules", "list", "--severity", "BLOCKER", "--effect", "AGAINST", "--tag", "Published")).isZero();
        assertThat(bench.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"posture", "KRA", "kra", "Kra", "Posture"})
    void namesAFamilyInFullOrByTheLettersOfItsIdsInAnyCase(String family) {
        assertThat(bench.run("rules", "list", "--family", family)).isZero();

        assertThat(bench.data()).contains("KRA-01", "KRA-02", "KRA-03").doesNotContain("VRK-", "CPF-");
    }

    @Test
    void refusesAFamilyThatDoesNotExistAndNamesThoseThatDo() {
        assertThat(bench.run("rules", "list", "--family", "KRAL")).isEqualTo(2);

        assertThat(bench.notes()).contains("KRAL", "posture", "cost-performance");
    }

    @Test
    void coverageTellsWhatFiredAndWhatNeverDid() {
        assertThat(bench.run("rules", "coverage", BANK)).isZero();

        assertThat(bench.data()).contains("notice-longer-than-law-allows").contains(" rules fired, in 1 profile.").containsPattern("! \\w{3}-\\d\\d [a-z-]+ never fired");
    }

    @Test
    void coverageNamesEverySubjectInJson() {
        bench.run("rules", "coverage", BANK, "-o", "json");

        assertThat(bench.data()).startsWith("{\n  \"profiles\": [").contains("\"neverFired\"", "\"firedOn\"", "\"unknownOn\"", " <- ");
    }

    @Test
    void coverageRefusesAProfileThatIsNotThere() {
        assertThat(bench.run("rules", "coverage", "nobody.yaml")).isEqualTo(3);
        assertThat(bench.notes()).contains("nobody.yaml: there is no such file");
    }

    @Test
    void showTellsWhereARuleFiresWhenAsked() {
        bench.run("rules", "show", "VRK-11", "--profiles", BANK);

        assertThat(bench.data()).contains("Over 1 profile").containsPattern("Fires in +regulated-bank \\(\\d+ of");
    }

    @Test
    void diffTellsWhatAChangedCapDoes() throws Exception {
        RulesCopy changed = RulesCopy.in(Files.createDirectory(place.resolve("new"))).change("policy.yaml", CAP, "    div.provider-share-cap: 0.30");

        int exitCode = bench.run("rules", "diff", rules.folder().toString(), changed.folder().toString(), "--profiles", BANK, "--fail-on", "change");

        assertThat(exitCode).isEqualTo(5);
        assertThat(bench.data()).contains("div.provider-share-cap 0.5 → 0.3 share (variant resilience-regulated)", "\nregulated-bank\n", "Share", "1 of 1 decisions change.");
        assertThat(bench.notes()).endsWith("secondsource: --fail-on change: regulated-bank\n");
    }

    @Test
    void diffOfTheSameFindsNothing() {
        int exitCode = bench.run("rules", "diff", rules.folder().toString(), "rules", "--profiles", BANK, "--fail-on", "change");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).isEqualTo("Rules and thresholds are the same.\n\n0 of 1 decisions change.\n");
    }

    @Test
    void diffHasAllOfItInJson() throws Exception {
        RulesCopy changed = RulesCopy.in(Files.createDirectory(place.resolve("new"))).change("policy.yaml", CAP, "    div.provider-share-cap: 0.30");

        int exitCode = bench.run("rules", "diff", rules.folder().toString(), changed.folder().toString(), "--profiles", BANK, "-o", "json");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("\"changed\": 1", "\"key\": \"div.provider-share-cap\"", "\"before\": \"0.5\"", "\"shares\": [");
    }

    @Test
    void diffRefusesWrongRules() throws Exception {
        RulesCopy changed = RulesCopy.in(Files.createDirectory(place.resolve("new"))).change(WAIT, "$weeks > $watch,", "$weeks > 26,");

        assertThat(bench.run("rules", "diff", rules.folder().toString(), changed.folder().toString(), "--profiles", BANK)).isEqualTo(3);
        assertThat(bench.notes()).contains(WAIT + ":");
    }

    @Test
    void newSaysWhatItWroteAndOverwritesNothing() {
        assertThat(bench.run("rules", "new", "vendor-risk", "supplier-was-acquired", "--dir", rules.folder().toString())).isZero();
        String first = bench.data();

        int again = bench.run("rules", "new", "vendor-risk", "supplier-was-acquired", "--dir", rules.folder().toString());

        assertThat(first).contains(rules.folder().resolve("vendor-risk/supplier-was-acquired.drl") + ": rule VRK-",
                "policy.yaml:" + rules.line("policy.yaml", "vrk.supplier-was-acquired") + ": threshold vrk.supplier-was-acquired");
        assertThat(again).isEqualTo(3);
        assertThat(bench.notes()).contains("no test: ", "there is a rule of this name");
    }

    @Test
    void newTakesTheLettersOfAFamilyToo() {
        assertThat(bench.run("rules", "new", "vrk", "supplier-was-acquired", "--dir", rules.folder().toString())).isZero();

        assertThat(bench.data()).contains(rules.folder().resolve("vendor-risk/supplier-was-acquired.drl").toString());
    }

    @Test
    void newRefusesWhatIsNoNameOrNoFamily() {
        assertThat(bench.run("rules", "new", "vendor-risk", "Supplier")).isEqualTo(2);
        assertThat(bench.run("rules", "new", "vendors", "supplier")).isEqualTo(2);
    }

    @Test
    void reloadTakesWhatIsRightAndSaysWhatChanged() {
        bench.run("evaluate", BANK);
        rules.change("policy.yaml", CAP, "    div.provider-share-cap: 0.30");

        int exitCode = bench.run("rules", "reload");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).endsWith("\nThresholds\n  div.provider-share-cap 0.5 → 0.3 share (variant resilience-regulated)\n".substring(1));
        assertThat(bench.notes()).contains("in use from now on");
        assertThat(session.prompt()).contains("outdated");
        assertThat(session.decided()).isEmpty();
    }

    @Test
    void reloadKeepsTheRulesInUseIfTheNewOnesAreWrong() {
        bench.run("evaluate", BANK);
        rules.change(WAIT, "$weeks > $watch,", "$weeks > 26,");

        int reload = bench.run("rules", "reload");
        int evaluate = bench.run("evaluate", BANK);

        assertThat(reload).isEqualTo(3);
        assertThat(bench.notes()).contains(WAIT + ":" + rules.line(WAIT, "$weeks > 26") + ": ", "the rules read before stay in use");
        assertThat(evaluate).isZero();
        assertThat(session.decided()).isPresent();
    }
}
