package dev.secondsource.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.RuleFiles;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Samples;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.drools.KnowledgeLoader;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RulesDiffTest {
    private static final BuyerProfile BANK = Shipped.profile("regulated-bank");
    private static final String CAP = "div.provider-share-cap";

    @Test
    void findsNothingBetweenTheSame() {
        RulesDiff diff = against(Shipped.knowledge());

        assertThat(diff.rules()).isEmpty();
        assertThat(diff.thresholds()).isEmpty();
        assertThat(diff.changed()).isEmpty();
        assertThat(diff.decisions()).singleElement().satisfies(decision -> assertThat(decision.sayings()).isEmpty());
    }

    @Test
    void showsWhichSharesAndCostsMoveWithACap() {
        RulesDiff diff = against(with("resilience-regulated", CAP, "0.30"));

        assertThat(diff.thresholds()).singleElement().satisfies(threshold -> {
            assertThat(threshold.key()).isEqualTo(CAP);
            assertThat(threshold.where()).isEqualTo("variant resilience-regulated");
            assertThat(threshold.value().after()).isEqualByComparingTo("0.30");
        });
        assertThat(diff.changed()).singleElement().satisfies(decision -> {
            assertThat(decision.profile()).isEqualTo("regulated-bank");
            assertThat(decision.shares()).isNotEmpty().allMatch(share -> share.share().differs() || share.perMonth().differs());
            assertThat(decision.perMonth().differs()).isTrue();
        });
    }

    @Test
    void saysWhichRuleAndWhichThresholdChangedAVerdict() {
        BuyerProfile studio = Shipped.profile("image-generation");

        RulesDiff diff = against(studio, with(studio.policy().variant(), "cpf.clear-win-rho", "0.60"));

        DecisionChange.Candidate demoted = diff.decisions().get(0).workloads().stream().flatMap(w -> w.verdicts().stream()).findFirst().orElseThrow();
        assertThat(demoted.verdict()).isEqualTo(new Change<>(Verdict.PREFER, Verdict.ACCEPT));
        assertThat(demoted.reasons()).first().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo("CPF-02");
            assertThat(reason.said()).isEqualTo(new Change<>("MAJOR for", "MINOR for"));
            assertThat(reason.cause()).isEqualTo("cpf.clear-win-rho 0.8 → 0.6");
        });
    }

    @Test
    void namesWhatOfARuleChanged() {
        Rule before = Samples.rule("CPF-98", Severity.MINOR);
        Rule.Band band = before.bands().get(0);
        Rule after = with(before, new Rule.Band(band.name(), 9, band.state(), Severity.MAJOR, Effect.AGAINST, "It is otherwise.", null, "a  <\n b", "", "$c", band.inputs(), band.thresholds()));

        assertThat(RuleChange.between(List.of(before), List.of(after))).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(RuleChange.Kind.CHANGED);
            assertThat(change.parts()).containsExactly("condition", "severity MINOR → MAJOR", "sentence");
        });
        assertThat(RuleChange.between(List.of(before), List.of())).extracting(RuleChange::kind).containsExactly(RuleChange.Kind.REMOVED);
        assertThat(RuleChange.between(List.of(), List.of(before))).extracting(RuleChange::kind).containsExactly(RuleChange.Kind.ADDED);
    }

    @Test
    void takesLayoutForNoChange() {
        Rule before = Samples.rule("CPF-98", Severity.MINOR);
        Rule.Band band = before.bands().get(0);
        Rule after = with(before, new Rule.Band(band.name(), 99, band.state(), band.severity(), band.effect(), band.says(), null, " \n", "", "$c", band.inputs(), band.thresholds()));

        assertThat(RuleChange.between(List.of(before), List.of(after))).isEmpty();
    }

    private static RulesDiff against(KnowledgeBase other) {
        return against(BANK, other);
    }

    private static RulesDiff against(BuyerProfile buyer, KnowledgeBase other) {
        Decision after = DecisionMaker.decide(buyer, Shipped.market(), other, buyer.asOf()).orThrow();
        return RulesDiff.between(Shipped.knowledge(), other, List.of(new Change<>(Shipped.decision(buyer), after)));
    }

    /** The shipped rules with one value of one variant set otherwise. */
    private static KnowledgeBase with(String variant, String key, String value) {
        PolicyBook book = Shipped.knowledge().policyBook();
        SortedMap<String, SortedMap<String, BigDecimal>> variants = new TreeMap<>(book.variants());
        SortedMap<String, BigDecimal> set = new TreeMap<>(variants.getOrDefault(variant, new TreeMap<>()));
        set.put(key, new BigDecimal(value));
        variants.put(variant, set);
        return KnowledgeLoader.load(RuleFiles.read(Path.of("rules")).orThrow(), new PolicyBook(book.version(), book.entries(), variants), "test",
                KnowledgeFiles.formulaKeys()).orThrow();
    }

    private static Rule with(Rule rule, Rule.Band band) {
        return new Rule(rule.id(), rule.name(), rule.family(), rule.file(), rule.title(), rule.why(), rule.inside(), rule.outside(), rule.misses(), rule.source(),
                rule.channel(), rule.defeats(), rule.subject(), rule.reads(), rule.policyKeys(), List.of(band), rule.text() + "x");
    }
}
