package dev.secondsource.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.cases.RealDecisions;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.profile.BuyerProfile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule that neither a shipped buyer nor a buyer of a real decision ever meets is a rule nobody has seen work. */
class RulesInGoldenDecisionsTest {

    @Test
    void everyRuleSaysSomethingToSomeBuyer() {
        Set<String> silent = new TreeSet<>(Shipped.knowledge().rules().stream().map(Rule::id).toList());
        findings(Stream.concat(Shipped.profiles().stream().map(Shipped::decision), RealDecisions.all()))
                .filter(RulesInGoldenDecisionsTest::isMatch).forEach(finding -> silent.remove(finding.rule()));

        assertThat(silent).as("rules that fire in no golden decision").isEmpty();
    }

    @Test
    void noRuleBreaks() {
        for (BuyerProfile buyer : Shipped.profiles()) assertThat(Shipped.decision(buyer).brokenRules()).as(buyer.id()).isEmpty();
    }

    @Test
    void noSentenceLeavesAPlaceholderOrAGap() {
        Stream.concat(shipped().map(Finding::sentence), shipped().map(Finding::mitigation).filter(m -> m != null)).distinct()
                .forEach(said -> assertThat(said).doesNotContain("{", "}", "null", "  ").isNotBlank());
    }

    /** FIRED, or UNKNOWN since the rule says itself that a fact is too weak: then the sentence is what is missing. */
    private static boolean isMatch(Finding finding) {
        return finding.state() == State.FIRED || finding.missing().equals(List.of(finding.sentence()));
    }

    private static Stream<Finding> shipped() {
        return findings(Shipped.profiles().stream().map(Shipped::decision));
    }

    private static Stream<Finding> findings(Stream<Decision> decisions) {
        return decisions.flatMap(decision -> Stream.concat(decision.review().findings().stream(),
                decision.workloads().stream().map(WorkloadDecision::candidates).flatMap(List::stream).map(Assessed::findings).flatMap(List::stream)));
    }
}
