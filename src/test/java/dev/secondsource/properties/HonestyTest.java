package dev.secondsource.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Node;
import dev.secondsource.explanation.Question;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.ExplanationReport;
import dev.secondsource.report.Page;
import dev.secondsource.report.TerminalReport;
import dev.secondsource.report.WhyNotReport;
import dev.secondsource.verdict.Grounds;
import dev.secondsource.verdict.Reasoned;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An explanation gives no reason that was none, calls decisive only what is, hides nothing adverse and calls a tie a tie. */
class HonestyTest {
    private static final KnowledgeBase KNOWLEDGE = Shipped.knowledge();
    private static final Page PAGE = new Page(120, false, 15);

    @ParameterizedTest
    @MethodSource("profiles")
    void givesNoReasonThatDidNotFire(String profile) {
        Decision decision = decision(profile);

        assertThat(explanations(decision)).allSatisfy(e -> assertThat(Honesty.phantoms(e, decision)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void namesNothingThatIsNotOnRecord(String profile) {
        Decision decision = decision(profile);
        String record = DecisionRecord.of(decision, KNOWLEDGE.rules());

        assertThat(explanations(decision)).allSatisfy(e -> assertThat(Honesty.notOnRecord(e.roots(), record)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void callsDecisiveOnlyWhatTheVerdictWouldNotBeWithout(String profile) {
        assertThat(Decided.candidates(decision(profile))).isNotEmpty().allSatisfy(c -> {
            assertThat(Honesty.wrongGrounds(c.findings(), c.verdict(), KNOWLEDGE)).as(c.candidate().id()).isEmpty();
            assertThat(Honesty.insufficient(c.findings(), c.verdict(), KNOWLEDGE)).as(c.candidate().id()).isEmpty();
        });
    }

    /** The whole decision anew, each winner robbed of one decisive finding. */
    @ParameterizedTest
    @MethodSource("profiles")
    void decidesOtherwiseWithoutADecisiveFinding(String profile) {
        Map<String, String> taken = new HashMap<>();
        for (Assessed winner : winners(decision(profile))) winner.verdict().decisive().stream().findFirst().ifPresent(rule -> taken.put(winner.candidate().id(), rule));

        Decision without = again(profile, f -> !f.rule().equals(taken.get(f.subject())));

        taken.keySet().forEach(id -> assertThat(Decided.candidate(without, id).verdict().verdict()).as(id).isNotEqualTo(Decided.candidate(decision(profile), id).verdict().verdict()));
    }

    /** The whole decision anew, of each winner only what decided it, and what gates need to be judged. */
    @ParameterizedTest
    @MethodSource("profiles")
    void decidesTheSameOnTheCitedFindingsAlone(String profile) {
        Map<String, Reasoned> cited = new HashMap<>();
        winners(decision(profile)).forEach(w -> cited.put(w.candidate().id(), w.verdict()));

        Decision alone = again(profile, f -> !cited.containsKey(f.subject()) || cited.get(f.subject()).decidedBy().contains(f.rule()));

        cited.forEach((id, verdict) -> assertThat(Decided.candidate(alone, id).verdict().verdict()).as(id).isEqualTo(verdict.verdict()));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void printsTheStrongestAdverseFindingOfEachWinner(String profile) {
        Decision decision = decision(profile);
        String evaluated = TerminalReport.of(decision, KNOWLEDGE.rules(), PAGE);
        String explained = ExplanationReport.text(explain(decision, Question.ANSWERS), PAGE);

        for (Assessed winner : winners(decision)) {
            assertThat(Honesty.undisclosed(winner, evaluated)).isEmpty();
            assertThat(Honesty.undisclosed(winner, explained)).isEmpty();
            assertThat(Honesty.undisclosed(winner, whyNot(decision, winner.offer().id()))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void callsATieATie(String profile) {
        Decision decision = decision(profile);
        String evaluated = Honesty.squeezed(TerminalReport.of(decision, KNOWLEDGE.rules(), PAGE));
        String explained = Honesty.squeezed(ExplanationReport.text(explain(decision, Question.ANSWERS), PAGE));

        for (WorkloadDecision workload : decision.workloads())
            workload.winner().ifPresent(winner -> {
                assertThat(Honesty.untold(winner, workload, decision, evaluated)).isEmpty();
                assertThat(Honesty.untold(winner, workload, decision, explained)).isEmpty();
                Honesty.tied(winner, workload.candidates(), decision).forEach(other ->
                        assertThat(whyNot(decision, other.offer().id())).contains("ties with the answer: their order means nothing", "a tie: score "));
            });
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void namesAllThatStandsInTheWayAndNothingElse(String profile) {
        Decision decision = decision(profile);
        List<String> offers = decision.workloads().get(0).candidates().stream().filter(c -> c.rank() % 7 == 1).map(c -> c.offer().id()).toList();

        for (String offer : offers)
            assertThat(WhyNot.of(decision, KNOWLEDGE.rules(), offer, Optional.empty()).orThrow()).isNotEmpty().allSatisfy(why -> assertThat(Honesty.wrongObstacles(why, KNOWLEDGE)).as(offer).isEmpty());
    }

    @Test
    void aReasonThatDidNotFireIsCaught() {
        Decision decision = decision("enterprise-serving-70b");
        Assessed winner = winners(decision).get(0);
        String silent = decision.states().ofSubject(winner.candidate().id()).entrySet().stream().filter(e -> e.getValue() == State.NOT_FIRED).findFirst().orElseThrow().getKey();

        assertThat(Honesty.phantoms(tree(winner, Node.Kind.FINDING, silent + " a-rule", "ACCEPT"), decision)).hasSize(2).first().asString().contains(silent + " is NOT_FIRED");
        assertThat(Honesty.phantoms(tree(winner, Node.Kind.NOTE, "", "ACCEPT, decided by " + silent), decision)).singleElement().asString().contains("decided by " + silent);
    }

    @Test
    void anIdThatIsNotOnRecordIsCaught() {
        String record = DecisionRecord.of(decision("enterprise-serving-70b"), KNOWLEDGE.rules());
        List<Node> invented = List.of(node(Node.Kind.VERDICT, "aws:h900:moon:on-demand", "REJECT"), node(Node.Kind.FINDING, "XYZ-99 no-such-rule", ""),
                node(Node.Kind.THRESHOLD, "cpf.no-such-key", "1"), node(Node.Kind.EVIDENCE, "E1", "measurement no-such-row: a source"));

        assertThat(Honesty.notOnRecord(invented, record)).contains("aws:h900:moon:on-demand", "XYZ-99", "cpf.no-such-key", "no-such-row");
    }

    @Test
    void aReasonFalselyCalledDecisiveOrEnoughIsCaught() {
        Assessed twoGates = Decided.candidates(decision("regulated-bank")).filter(c -> c.verdict().verdict() == Verdict.REJECT && c.verdict().grounds() == Grounds.EACH_ENOUGH && c.verdict().decidedBy().size() == 2)
                .findFirst().orElseThrow();
        List<String> gates = twoGates.verdict().decidedBy();
        String minor = twoGates.findings().stream().filter(f -> f.severity().compareTo(Severity.MAJOR) < 0).findFirst().orElseThrow().rule();

        assertThat(Honesty.wrongGrounds(twoGates.findings(), new Reasoned(Verdict.REJECT, gates, Grounds.EACH_NEEDED, List.of()), KNOWLEDGE)).hasSize(2);
        assertThat(Honesty.wrongGrounds(twoGates.findings(), new Reasoned(Verdict.REJECT, List.of(gates.get(0), minor), Grounds.EACH_ENOUGH, List.of()), KNOWLEDGE)).isNotEmpty();
        assertThat(Honesty.insufficient(twoGates.findings(), new Reasoned(Verdict.REJECT, List.of(minor), Grounds.EACH_NEEDED, List.of()), KNOWLEDGE)).isNotEmpty();
    }

    @Test
    void anAdverseFindingLeftOutIsCaught() {
        Assessed winner = winners(decision("enterprise-serving-70b")).get(0);
        String strongest = winner.strongest(Effect.AGAINST).orElseThrow().sentence();
        String text = TerminalReport.of(decision("enterprise-serving-70b"), KNOWLEDGE.rules(), PAGE);

        assertThat(Honesty.undisclosed(winner, Honesty.squeezed(text).replace(Honesty.squeezed(strongest), ""))).singleElement().asString().contains(strongest);
    }

    @Test
    void aTieThatIsNotToldIsCaught() {
        Decision decision = decision("frontier-lab");
        WorkloadDecision tied = decision.workloads().stream().filter(w -> w.answer().contains("It is a tie with ")).findFirst().orElseThrow();
        String silent = Honesty.squeezed(TerminalReport.of(decision, KNOWLEDGE.rules(), PAGE)).replaceAll("Itisatiewith.*?theirordermeansnothing", "");

        assertThat(Honesty.untold(tied.winner().orElseThrow(), tied, decision, silent)).isNotEmpty();
    }

    private static Explanation tree(Assessed winner, Node.Kind kind, String name, String verdict) {
        Node reason = node(kind, name, "");
        return new Explanation(List.of(new Node(Node.Kind.ANSWER, winner.candidate().workload(), "", List.of(new Node(Node.Kind.VERDICT, winner.offer().id(), verdict, List.of(reason), 0)), 0)));
    }

    private static Node node(Node.Kind kind, String name, String text) {
        return new Node(kind, name, text, List.of(), 0);
    }

    private static List<Assessed> winners(Decision decision) {
        return decision.workloads().stream().flatMap(w -> w.winner().stream()).toList();
    }

    /** The answers, and of each workload one candidate of each verdict in full. */
    private static List<Explanation> explanations(Decision decision) {
        List<Explanation> all = new ArrayList<>(List.of(explain(decision, Question.ANSWERS)));
        for (WorkloadDecision workload : decision.workloads())
            for (Verdict verdict : Verdict.values())
                workload.candidates().stream().filter(c -> c.verdict().verdict() == verdict).findFirst()
                        .ifPresent(c -> all.add(explain(decision, new Question(Optional.of(workload.workload().id()), Optional.of(c.offer().id()), Optional.empty()))));
        return all;
    }

    private static Explanation explain(Decision decision, Question question) {
        return Explanation.of(decision, KNOWLEDGE.rules(), question).orThrow();
    }

    private static String whyNot(Decision decision, String offer) {
        return WhyNotReport.text(WhyNot.of(decision, KNOWLEDGE.rules(), offer, Optional.empty()).orThrow().stream().map(why -> new WhyNotReport.Answer(why, null, null)).toList(),
                decision.policy(), "profile.yaml", PAGE);
    }

    private static Decision again(String profile, Predicate<Finding> stays) {
        BuyerProfile buyer = Shipped.profile(profile);
        return DecisionMaker.decide(buyer, Shipped.market(), new Withdrawn(KNOWLEDGE, stays), buyer.asOf()).orThrow();
    }

    private static Decision decision(String profile) {
        return Shipped.decision(Shipped.profile(profile));
    }

    static Stream<String> profiles() {
        return Shipped.profiles().stream().map(BuyerProfile::id);
    }
}
