package dev.secondsource.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.decision.Decision;
import dev.secondsource.explanation.Node.Kind;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.problem.Problem;
import dev.secondsource.report.SampleDecision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final Decision DECISION = SampleDecision.decision();
    private static final List<Rule> RULES = SampleDecision.rules();

    @Test
    void leadsFromTheAnswerDownToValuesThresholdsAndSources() {
        Node answer = explain(null, null, null).roots().get(0);

        Node winner = child(answer, Kind.VERDICT);
        Node finding = child(winner, Kind.FINDING);

        assertThat(answer.text()).startsWith("Buy google ct6e-standard-8t");
        assertThat(winner.text()).isEqualTo("PREFER, rank 1, decided by CPF-02");
        assertThat(finding.name()).isEqualTo("CPF-02 cost-advantage-outweighs-speed");
        assertThat(child(finding, Kind.VALUE)).isEqualTo(Node.leaf(Kind.VALUE, "rho", "0.72"));
        assertThat(child(finding, Kind.THRESHOLD).text()).isEqualTo("0.8 ratio, judgement since 2026-01-01, set by the buyer instead of 0.85: set by the buyer");
        assertThat(child(finding, Kind.EVIDENCE).name()).isEqualTo("E2");
    }

    @Test
    void comparesTheWinnerWithOtherThingsAndNotWithItselfElsewhere() {
        Node answer = explain("serve", null, null).roots().get(0);

        assertThat(answer.children().stream().filter(n -> n.kind() == Kind.VERDICT).map(Node::name)).containsExactly(
                "google:ct6e-standard-8t:us-east5:committed-36m", "aws:trn2.48xlarge:us-east-2:on-demand", "aws:p5.48xlarge:us-east-1:on-demand");
    }

    @Test
    void explainsOneOfferInFullWithWhatIsDefeatedAndWhatIsSilent() {
        Node candidate = child(explain("serve", "AWS:TRN2.48XLARGE:US-EAST-2:ON-DEMAND", null).roots().get(0), Kind.VERDICT);

        assertThat(child(candidate, Kind.DEFEATED).text()).startsWith("MINOR for, lowered from MAJOR for evidence E3, defeated by CPF-07:");
        assertThat(child(candidate, Kind.SILENT).text()).isEqualTo("6 NOT_FIRED, 0 NOT_APPLICABLE");
        assertThat(child(candidate, Kind.COST).text()).isEqualTo("113401.00 USD a month");
        assertThat(child(candidate, Kind.SCORE).children()).hasSize(2);
    }

    @Test
    void saysThatAPriceIsNotKnown() {
        Node candidate = child(explain("serve", "unpriced:Trainium3", null).roots().get(0), Kind.VERDICT);

        assertThat(child(candidate, Kind.COST).text()).isEqualTo("not known");
        assertThat(child(child(candidate, Kind.COST), Kind.MISSING).text()).isEqualTo("price unknown");
        assertThat(child(candidate, Kind.UNKNOWN).text()).startsWith("UNKNOWN (BLOCKER against)");
    }

    @Test
    void listsTheStateOfARuleForEveryCandidateUnderItsHeader() {
        List<Node> roots = explain(null, null, "cpf-02").roots();

        assertThat(roots).extracting(Node::kind).containsExactly(Kind.RULE, Kind.ANSWER, Kind.ANSWER);
        assertThat(roots.get(0).children()).anyMatch(n -> n.kind() == Kind.THRESHOLD && n.name().equals("cpf.clear-win-rho"));
        assertThat(roots.get(1).text()).isEqualTo("4 FIRED, 7 NOT_FIRED, 1 NOT_APPLICABLE");
        assertThat(roots.get(1).children()).hasSize(12);
        assertThat(roots.get(1).children().get(4)).isEqualTo(Node.leaf(Kind.SILENT, "aws:p5.48xlarge:us-east-1:on-demand", "NOT_APPLICABLE"));
        assertThat(roots.get(1).children().get(0).text()).startsWith("FIRED MAJOR for: Does the work at 0.72");
    }

    @Test
    void leadsFromTheAllocationToWhatTheReviewSaysOfIt() {
        List<Node> roots = explain(null, null, null).roots();
        Node allocation = roots.get(roots.size() - 1);

        Node finding = child(allocation, Kind.FINDING);

        assertThat(allocation.kind()).isEqualTo(Kind.ALLOCATION);
        assertThat(allocation.text()).isEqualTo("INFEASIBLE, 105210.35 USD a month");
        assertThat(finding.name()).isEqualTo("DIV-01 designer-share-above-cap, exposure to designer");
        assertThat(child(finding, Kind.CONDITION).text()).isEqualTo("Qualify a second designer.");
        assertThat(child(allocation, Kind.SILENT).text()).isEqualTo("1 NOT_FIRED, 1 NOT_APPLICABLE");
        assertThat(child(child(allocation, Kind.EXPOSURE), Kind.VALUE).text()).isEqualTo("37.7 %, 0 % today");
        assertThat(allocation.children()).anyMatch(n -> n.kind() == Kind.EXPOSURE && n.text().contains("undisclosed"));
        assertThat(explain("serve", null, null).roots()).hasSize(1);
    }

    @Test
    void listsTheStateOfARuleAboutAllocationsForEveryLayerItWasAskedAbout() {
        List<Node> roots = explain(null, null, "div-01").roots();

        assertThat(roots).extracting(Node::kind).containsExactly(Kind.RULE, Kind.ALLOCATION);
        assertThat(roots.get(1).text()).isEqualTo("1 FIRED, 1 NOT_FIRED");
        assertThat(roots.get(1).children().get(0).text()).startsWith("FIRED MAJOR against: 62.3 % of the work");
        assertThat(roots.get(1).children().get(1)).isEqualTo(Node.leaf(Kind.SILENT, "exposure to memory maker", "NOT_FIRED"));
    }

    @Test
    void takesARuleByItsNameToo() {
        assertThat(explain(null, null, "no-exit-plan").roots().get(0).name()).isEqualTo("CTR-03 no-exit-plan");
    }

    @Test
    void reportsEveryUnknownNameAtOnceWithTheNearest() {
        List<Problem> problems = Explanation.of(DECISION, RULES, new Question(Optional.of("srve"), Optional.of("p5.48xlarge"), Optional.of("no-exitplan"))).problems();

        assertThat(problems).extracting(Problem::toString).containsExactly(
                "--offer: no offer \"p5.48xlarge\" among the candidates; 2 offers have that in their name or are of that chip, best first: aws:p5.48xlarge:us-east-1:on-demand, aws:p5.48xlarge:us-east-1:spot",
                "--rule: no rule \"no-exitplan\" in this decision; did you mean no-exit-plan?",
                "--workload: no workload \"srve\" in this decision; did you mean serve?");
    }

    private static Explanation explain(@Nullable String workload, @Nullable String offer, @Nullable String rule) {
        return Explanation.of(DECISION, RULES, new Question(Optional.ofNullable(workload), Optional.ofNullable(offer), Optional.ofNullable(rule))).orThrow();
    }

    private static Node child(Node parent, Kind kind) {
        return Stream.ofNullable(parent).flatMap(p -> p.children().stream()).filter(c -> c.kind() == kind).findFirst().orElseThrow();
    }
}
