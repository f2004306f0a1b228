package dev.secondsource.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Question;
import dev.secondsource.files.ProfileSchema;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.report.Analyses;
import dev.secondsource.report.BatchSummary;
import dev.secondsource.report.CsvReport;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.ExplanationReport;
import dev.secondsource.report.ExposureReport;
import dev.secondsource.report.MarkdownReport;
import dev.secondsource.report.Page;
import dev.secondsource.report.RulesReport;
import dev.secondsource.report.TerminalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing which is printed praises a spread without saying at which layer. */
class LayerIsNamedTest {
    private static final Page WIDE = new Page(20_000, false, 60);

    @ParameterizedTest
    @MethodSource("profiles")
    void noReportOfADecisionPraisesWithoutALayer(String profile) {
        outputs(Shipped.decision(Shipped.profile(profile))).forEach(output -> assertThat(Praise.loose(output)).isEmpty());
    }

    @Test
    void noRulePraisesWithoutALayerNorAWordOrAThresholdOfIts() {
        for (Rule rule : Shipped.knowledge().rules()) assertThat(Praise.loose(RulesReport.rule(rule, Shipped.knowledge().policyBook(), null, WIDE))).as(rule.id()).isEmpty();
        assertThat(sentences().flatMap(s -> Praise.loose(s).stream())).isEmpty();
        assertThat(Praise.loose(RulesReport.words(RuleWords.all(), RuleWords.all().size(), WIDE))).isEmpty();
        assertThat(Praise.loose(Shipped.knowledge().policyBook().toString())).isEmpty();
    }

    @Test
    void neitherTheReadmeNorWhatIsToldOfProfilesDoes() throws IOException {
        assertThat(Praise.looseInProse(Files.readString(Path.of("README.md")))).isEmpty();
        assertThat(Praise.loose(ProfileSchema.schemaText())).isEmpty();
        assertThat(Praise.loose(ProfileSchema.templateText())).isEmpty();
    }

    /** DIV-11: many badges and one fab. There it matters most. */
    @Test
    void noDecisionWithManyBadgesAndOneFabIsCalledResilient() {
        List<Decision> illusory = Shipped.profiles().stream().map(Shipped::decision)
                .filter(d -> d.review().findings().stream().filter(Finding::stands).anyMatch(f -> f.rule().equals("DIV-11"))).toList();

        assertThat(illusory).isNotEmpty();
        for (Decision decision : illusory) assertThat(Praise.loose(TerminalReport.of(decision, Shipped.knowledge().rules(), WIDE))).as(decision.profile().id()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "The portfolio is diversified.", "A sovereign choice at a European provider.", "Two designers make it RESILIENT.", "Diversity of designers is high.",
        "What is bought gives resilience. At the designer layer there are two.", "designer | diversified | 2", "{\"layer\":\"DESIGNER\",\"says\":\"resilient\"}",
        "sovereignty level 3 makes it sovereign", "This is resiliency by design, whatever the foundry."})
    void aLooseSentenceIsCaught(String sentence) {
        assertThat(Praise.loose(sentence)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The work is diversified at the designer layer, and not below it.", "It is resilient at the {name} layer.", "At the jurisdiction layer it is sovereign.",
        "The provider has sovereignty level 2.", "Critical work under operational-resilience law."})
    void aSentenceThatNamesItsLayerOrADefinedTermIsNot(String sentence) {
        assertThat(Praise.loose(sentence)).isEmpty();
    }

    @Test
    void aSentenceIsFoundAcrossTheLinesOfProse() {
        assertThat(Praise.looseInProse("It is\nresilient.\n\nAt the designer layer it is not.")).containsExactly("It is resilient");
        assertThat(Praise.looseInProse("It is resilient\nat the designer layer.")).isEmpty();
    }

    @Test
    void everyExceptionIsNeeded() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(Path.of("README.md"))).append(ProfileSchema.schemaText()).append(RulesReport.words(RuleWords.all(), 1000, WIDE));
        for (Rule rule : Shipped.knowledge().rules()) all.append(RulesReport.rule(rule, Shipped.knowledge().policyBook(), null, WIDE));
        for (BuyerProfile buyer : Shipped.profiles()) all.append(buyer.id()).append('\n');

        assertThat(Praise.used(all.toString())).allSatisfy((term, times) -> assertThat(times).as(term).isPositive());
    }

    private static Stream<String> outputs(Decision decision) {
        List<Rule> rules = Shipped.knowledge().rules();
        Explanation why = Explanation.of(decision, rules, Question.ANSWERS).orThrow();
        List<BatchSummary.Entry> batch = List.of(new BatchSummary.Entry("profile.yaml", decision, List.of()));
        return Stream.of(TerminalReport.of(decision, rules, WIDE), MarkdownReport.of(decision, rules, Analyses.NONE, WIDE.rows()), CsvReport.of(decision), DecisionRecord.of(decision, rules),
                ExposureReport.text(decision, Set.of(), WIDE), ExposureReport.markdown(decision, Set.of()), ExposureReport.csv(decision, Set.of()), ExposureReport.json(decision, Set.of()),
                ExplanationReport.text(why, WIDE), ExplanationReport.json(why), BatchSummary.text(batch, WIDE), BatchSummary.csv(batch), BatchSummary.json(batch));
    }

    private static Stream<String> sentences() {
        return Shipped.knowledge().rules().stream().flatMap(rule -> rule.bands().stream())
                .flatMap(band -> Stream.of(band.says(), band.mitigation() == null ? "" : band.mitigation()));
    }

    private static List<String> profiles() {
        return Shipped.profiles().stream().map(BuyerProfile::id).toList();
    }
}
