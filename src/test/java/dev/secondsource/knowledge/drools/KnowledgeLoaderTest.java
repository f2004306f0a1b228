package dev.secondsource.knowledge.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.RuleFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.RuleSource;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnowledgeLoaderTest {
    private static final PolicyBook BOOK = RuleFile.book("cpf.bar", "0.90");
    private static final RuleSource GOOD = cheap("cheap", "CPF-01").source();

    @Test
    void loadsAGoodRule() {
        KnowledgeBase base = load(BOOK, GOOD).orThrow();

        assertThat(base.rules()).extracting(Rule::id).containsExactly("CPF-01");
        assertThat(base.rule("cpf-01")).isPresent();
        assertThat(base.policyBook()).isEqualTo(BOOK);
    }

    @Test
    void refusesAnIdGivenTwice() {
        List<Problem> problems = load(BOOK, GOOD, cheap("cheaper", "CPF-01").source()).problems();

        assertThat(problems).singleElement().asString().startsWith("cost-performance/cheaper.drl:9").contains("CPF-01 is taken by cost-performance/cheap.drl");
    }

    @Test
    void refusesANameGivenTwice() {
        RuleSource elsewhere = RuleFile.of("cheap", "TCO-01").in("total-cost").band("MINOR", "FOR", "Cheap.", "$c : Candidate( challenger )").source();

        assertThat(load(BOOK, GOOD, elsewhere).problems()).singleElement().asString().startsWith("total-cost/cheap.drl:9").contains("name is taken by cost-performance/cheap.drl");
    }

    @Test
    void refusesAPolicyKeyThatNobodyReads() {
        List<Problem> problems = load(RuleFile.book("cpf.bar", "0.90", "cpf.baz", "1"), GOOD).problems();

        assertThat(problems).singleElement().asString().startsWith("policy.yaml: values.cpf.baz").contains("no rule and no formula reads this key");
    }

    @Test
    void takesAPolicyKeyThatAFormulaReads() {
        PolicyBook book = RuleFile.book("cpf.bar", "0.90", "fit.mfu", "0.4");

        assertThat(KnowledgeLoader.check(List.of(GOOD), book, "policy.yaml", Set.of("fit.mfu")).problems()).isEmpty();
    }

    @Test
    void refusesAFormulaWithoutItsPolicyKey() {
        List<Problem> problems = KnowledgeLoader.load(List.of(GOOD), BOOK, "policy.yaml", Set.of("fit.mfu")).problems();

        assertThat(problems).singleElement().asString().startsWith("policy.yaml: the key fit.mfu is missing");
    }

    @Test
    void refusesARuleWithoutItsPolicyKey() {
        List<Problem> problems = load(RuleFile.book("cpf.bat", "0.90"), GOOD).problems();

        assertThat(problems).anySatisfy(p -> assertThat(p.toString()).startsWith("cost-performance/cheap.drl:17").contains("no key cpf.bar", "did you mean cpf.bat?"));
    }

    @Test
    void refusesRulesThatDefeatEachOther() {
        RuleSource one = RuleFile.of("one", "CPF-01").defeating("CPF-02").band("MINOR", "FOR", "One.", "$c : Candidate( challenger )").source();
        RuleSource two = RuleFile.of("two", "CPF-02").defeating("CPF-01").band("MINOR", "FOR", "Two.", "$c : Candidate( challenger )").source();

        assertThat(load(RuleFile.book(), one, two).problems()).singleElement().asString().contains("in a circle: CPF-01 > CPF-02 > CPF-01");
    }

    @Test
    void refusesADefeatOfNoRule() {
        RuleSource one = RuleFile.of("one", "CPF-01").defeating("CPF-99").band("MINOR", "FOR", "One.", "$c : Candidate( challenger )").source();

        assertThat(load(RuleFile.book(), one).problems()).singleElement().asString().contains("CPF-99, which no rule is");
    }

    @Test
    void refusesAFolderWithoutRules() {
        assertThat(load(RuleFile.book()).problems()).singleElement().asString().startsWith("rules: there is no rule");
    }

    @Test
    void reportsTheProblemsOfAllFilesTogetherAndLoadsNothing() {
        RuleSource bad = new RuleSource("cost-performance/bad.drl", cheap("bad", "CPF-02").source().text().replace("$bar )", "0.9 )"));
        RuleSource worse = new RuleSource("cost-performance/worse.drl", "rule");

        Checked<KnowledgeBase> loaded = load(BOOK, GOOD, bad, worse);

        assertThat(loaded).isInstanceOf(Checked.Invalid.class);
        assertThat(loaded.problems()).extracting(Problem::file).contains("cost-performance/bad.drl", "cost-performance/worse.drl")
                .doesNotContain("cost-performance/cheap.drl");
    }

    @Test
    void namesTheFileThatDoesNotCompile() {
        // Passes every check of the text, as a change of the vocabulary might, and fails the compiler.
        List<Rule> rules = KnowledgeLoader.check(List.of(GOOD, cheap("cheaper", "CPF-02").source()), BOOK, "policy.yaml", Set.of()).orThrow();
        Rule broken = dev.secondsource.rules.Facts.with(rules.get(1), "text", rules.get(1).text().replace("comparison.rho", "comparison.roe"));

        List<Problem> problems = RuleCompiler.compile(List.of(rules.get(0), broken)).problems();

        assertThat(problems).isNotEmpty().allSatisfy(p -> assertThat(p.file()).isEqualTo("cost-performance/cheaper.drl"));
    }

    @Test
    void theFingerprintDependsOnPathsAndTextsButNotOnTheirOrder() {
        List<RuleSource> sources = new ArrayList<>(RuleFiles.read(Path.of("rules")).orThrow());
        String sha256 = KnowledgeLoader.sha256(sources);

        Collections.shuffle(sources, new Random(1));

        assertThat(KnowledgeLoader.sha256(sources)).isEqualTo(sha256).matches("[0-9a-f]{64}");
        assertThat(KnowledgeLoader.sha256(sources.subList(1, sources.size()))).isNotEqualTo(sha256);
        sources.set(0, new RuleSource(sources.get(0).path(), sources.get(0).text() + "\n"));
        assertThat(KnowledgeLoader.sha256(sources)).isNotEqualTo(sha256);
    }

    @Test
    void theFingerprintTellsWhereOneFileEnds() {
        String apart = KnowledgeLoader.sha256(List.of(new RuleSource("a", "1"), new RuleSource("b", "2")));
        String together = KnowledgeLoader.sha256(List.of(new RuleSource("a", "1b\n1\n2")));

        assertThat(apart).isNotEqualTo(together);
    }

    @Test
    void theBundleIsTheRulesFolder() {
        KnowledgeBase bundled = KnowledgeFiles.bundled().orThrow();

        assertThat(bundled.sha256()).isEqualTo(Shipped.knowledge().sha256());
        assertThat(bundled.rules()).isEqualTo(Shipped.knowledge().rules());
        assertThat(bundled.policyBook()).isEqualTo(Shipped.knowledge().policyBook());
    }

    private static Checked<KnowledgeBase> load(PolicyBook book, RuleSource... sources) {
        return KnowledgeLoader.load(Arrays.asList(sources), book, "policy.yaml", Set.of());
    }

    private static RuleFile cheap(String name, String id) {
        return RuleFile.of(name, id).band("MINOR", "FOR", "Costs {rho}, at most {bar}.", "$c : Candidate( challenger, $rho : comparison.rho )",
                "Policy( $bar : number(\"cpf.bar\"), $rho <= $bar )");
    }
}
