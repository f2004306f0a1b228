package dev.secondsource.knowledge.drools;

import static dev.secondsource.rules.Facts.candidate;
import static dev.secondsource.rules.Facts.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.evidence.Grade;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Judgement;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Samples;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** Rules of this test alone are asked, so that no shipped threshold can move what is shown here. */
class DroolsKnowledgeBaseTest {
    private static final Policy POLICY = Policies.of("cpf.bar", "0.90", "cpf.clear", "0.80", "cpf.late", "8");
    private static final KnowledgeBase BASE = KnowledgeLoader.load(List.of(
            RuleFile.of("cheap", "CPF-01")
                    .band("MAJOR", "FOR", "Costs {rho}, at most {clear}.", "$c : Candidate( challenger, $rho : comparison.rho )", "Policy( $clear : number(\"cpf.clear\"), $rho <= $clear )")
                    .band("MINOR", "FOR", "Costs {rho}, at most {bar}.", "$c : Candidate( challenger, $rho : comparison.rho )", "Policy( $bar : number(\"cpf.bar\"), $rho <= $bar )")
                    .source(),
            RuleFile.of("doubted", "CPF-02").defeating("CPF-01")
                    .band("NOTE", "AGAINST", "Weakly proven.", "$c : Candidate( challenger, comparison.weaklyProven == true )")
                    .source(),
            RuleFile.of("late", "CPF-03")
                    .band("BLOCKER", "AGAINST", "Too late: {weeks}.", "$c : Candidate( $weeks : supply.leadWeeks )", "Policy( $late : number(\"cpf.late\"), $weeks > $late )")
                    .band("MINOR", "AGAINST", "Sold out.", "$c : Candidate( $soldOut : supply.soldOut )", "Policy( $soldOut == true )")
                    .source(),
            RuleFile.of("stale", "CPF-04")
                    .band("BLOCKER", "AGAINST", "Nobody knows the price.\" )\n    @state( \"UNKNOWN", "$c : Candidate( $stated : price.stated )", "Policy( $stated == false )")
                    .source()),
            RuleFile.book("cpf.bar", "0.90", "cpf.clear", "0.80", "cpf.late", "8"), "policy.yaml", Set.of()).orThrow();

    @Test
    void firesWithValuesThresholdsAndASentence() {
        Finding finding = finding("CPF-01", challenger("0.85")).orElseThrow();

        assertThat(finding.state()).isEqualTo(State.FIRED);
        assertThat(finding.severity()).isEqualTo(Severity.MINOR);
        assertThat(finding.effect()).isEqualTo(Effect.FOR);
        assertThat(finding.values()).isEqualTo(Map.of("rho", "0.85"));
        assertThat(finding.thresholds()).extracting(t -> t.key() + "=" + t.value()).containsExactly("cpf.bar=0.90");
        assertThat(finding.sentence()).isEqualTo("Costs 0.85, at most 0.9.");
    }

    @Test
    void keepsTheHeaviestBandOfARule() {
        assertThat(finding("CPF-01", challenger("0.80")).orElseThrow().severity()).isEqualTo(Severity.MAJOR);
        assertThat(BASE.judge(List.of(challenger("0.80")), POLICY).findings()).filteredOn(f -> f.rule().equals("CPF-01")).hasSize(1);
    }

    @Test
    void tellsTheFourStatesApart() {
        assertThat(state("CPF-01", challenger("0.85"))).isEqualTo(State.FIRED);
        assertThat(state("CPF-01", challenger("0.91"))).isEqualTo(State.NOT_FIRED);
        assertThat(state("CPF-01", candidate("challenger", true))).isEqualTo(State.UNKNOWN);
        assertThat(state("CPF-01", with(challenger("0.85"), "challenger", false))).isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void namesWhatIsMissing() {
        Finding finding = finding("CPF-01", candidate("challenger", true)).orElseThrow();

        assertThat(finding.state()).isEqualTo(State.UNKNOWN);
        assertThat(finding.severity()).isEqualTo(Severity.MAJOR);
        assertThat(finding.missing()).containsExactly("the unit cost relative to the incumbent's (rho)");
        assertThat(finding.sentence()).isEqualTo("Not known: the unit cost relative to the incumbent's (rho).");
        assertThat(finding.stands()).isFalse();
    }

    @Test
    void aGateThatCannotBeJudgedIsNotOpenedByALighterBand() {
        Candidate soldOut = candidate("supply.soldOut", true);

        assertThat(finding("CPF-03", soldOut).orElseThrow()).satisfies(f -> {
            assertThat(f.state()).isEqualTo(State.UNKNOWN);
            assertThat(f.severity()).isEqualTo(Severity.BLOCKER);
        });
        assertThat(finding("CPF-03", with(soldOut, "supply.leadWeeks", 8)).orElseThrow().severity()).isEqualTo(Severity.MINOR);
        assertThat(finding("CPF-03", with(soldOut, "supply.leadWeeks", 9)).orElseThrow()).satisfies(f -> {
            assertThat(f.state()).isEqualTo(State.FIRED);
            assertThat(f.severity()).isEqualTo(Severity.BLOCKER);
        });
    }

    @Test
    void aRuleMaySayThatAFactIsTooWeakToUse() {
        Finding finding = finding("CPF-04", candidate()).orElseThrow();

        assertThat(finding.state()).isEqualTo(State.UNKNOWN);
        assertThat(finding.missing()).containsExactly("Nobody knows the price.");
        assertThat(state("CPF-04", candidate("price.stated", true))).isEqualTo(State.NOT_FIRED);
    }

    @Test
    void resolvesDefeatsWithinOneSubjectOnly() {
        Candidate doubted = with(with(challenger("0.85"), "comparison.weaklyProven", true), "id", "serve <- doubted");
        Candidate proven = with(challenger("0.85"), "id", "serve <- proven");

        Judgement judgement = BASE.judge(List.of(doubted, proven), POLICY);

        assertThat(judgement.bySubject().get("serve <- doubted")).filteredOn(f -> f.rule().equals("CPF-01")).singleElement()
                .satisfies(f -> assertThat(f.defeatedBy()).containsExactly("CPF-02"));
        assertThat(judgement.bySubject().get("serve <- proven")).filteredOn(f -> f.rule().equals("CPF-01")).singleElement()
                .satisfies(f -> assertThat(f.stands()).isTrue());
    }

    @Test
    void putsIntoWordsOnceWhatItSaysOfManyOffers() {
        Candidate one = challenger("0.70");
        Candidate other = with(one, "id", "serve <- another");
        Candidate dearer = with(challenger("0.71"), "id", "serve <- dearer");

        List<Finding> found = BASE.judge(List.of(one, other, dearer), POLICY).findings().stream().filter(f -> f.rule().equals("CPF-01")).toList();

        assertThat(found).hasSize(3);
        assertThat(of(found, other).remark()).isSameAs(of(found, one).remark());
        assertThat(of(found, dearer).sentence()).isNotEqualTo(of(found, one).sentence());
    }

    private static Finding of(List<Finding> found, Candidate candidate) {
        return found.stream().filter(f -> f.subject().equals(candidate.id())).findFirst().orElseThrow();
    }

    @Test
    void cutsSeverityDownToItsEvidence() {
        Candidate claimed = with(challenger("0.70"), "origins.ofOffer", Map.of("comparison", Samples.evidence(Grade.E1, Grade.E3)));

        Finding finding = finding("CPF-01", claimed).orElseThrow();

        assertThat(finding.severity()).isEqualTo(Severity.MINOR);
        assertThat(finding.cappedFrom()).isEqualTo(Severity.MAJOR);
        assertThat(finding.evidence()).hasSize(2);
    }

    @Test
    void givesEveryRuleAStateForEverySubject() {
        List<Candidate> many = many(7);

        Judgement judgement = BASE.judge(many, POLICY);

        assertThat(judgement.states().rules()).containsExactly("CPF-01", "CPF-02", "CPF-03", "CPF-04");
        judgement.states().rules().forEach(rule -> assertThat(judgement.states().ofRule(rule)).hasSize(7));
        assertThat(judgement.broken()).isEmpty();
    }

    @Test
    void saysTheSameWhateverTheOrderOfSubjects() {
        List<Candidate> many = new ArrayList<>(many(20));
        Judgement expected = BASE.judge(many, POLICY);

        Collections.shuffle(many, new Random(3));

        assertThat(BASE.judge(many, POLICY)).hasToString(expected.toString());
    }

    @Test
    void answersSeveralThreadsAtOnce() throws Exception {
        List<Candidate> many = many(50);
        String expected = BASE.judge(many, POLICY).toString();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> ask = () -> BASE.judge(many, POLICY).toString();

            List<Future<String>> answers = threads.invokeAll(Collections.nCopies(16, ask));

            for (Future<String> answer : answers) assertThat(answer.get()).isEqualTo(expected);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void leavesNoSessionBehind() throws Exception {
        KnowledgeBase base = oneThatThrows();
        base.judge(many(3), POLICY);
        base.judge(many(3), Policies.of("cpf.bar", "0.90"));

        for (KieBase part : kieBases(base)) assertThat(part.getKieSessions()).isEmpty();
    }

    @Test
    void aRuleThatThrowsIsNamedAndLeavesTheRest() {
        KnowledgeBase base = oneThatThrows();

        Judgement judgement = base.judge(List.of(challenger("0.70"), with(challenger("0.70"), "id", "serve <- other")), Policies.of("cpf.bar", "0.90"));

        assertThat(judgement.broken()).containsOnlyKeys("throws");
        assertThat(judgement.broken().get("throws")).contains("cpf.missing");
        assertThat(judgement.findings()).filteredOn(f -> f.state() == State.FIRED).extracting(Finding::rule).containsExactly("CPF-01", "CPF-01");
        assertThat(judgement.states().ofRule("CPF-05").values()).as("never a pass").containsOnly(State.UNKNOWN);
    }

    /** The engine shares work between rules that read alike; it must not share a threshold with another's name. */
    @Test
    void rulesWithTheSameWordsAndOtherThresholdsAreKeptApart() {
        KnowledgeBase base = oneThatThrows();
        Policy policy = Policies.of("cpf.bar", "0.90", "cpf.missing", "0.80");

        Judgement judgement = base.judge(List.of(challenger("0.85")), policy);

        assertThat(judgement.findings()).extracting(Finding::rule).containsExactly("CPF-01");
        assertThat(base.judge(List.of(challenger("0.75")), policy).findings()).extracting(Finding::rule).containsExactly("CPF-05", "CPF-01");
    }

    /** Its second rule asks for a threshold that the policy of the test does not have. */
    private static KnowledgeBase oneThatThrows() {
        return KnowledgeLoader.load(List.of(
                RuleFile.of("cheap", "CPF-01").band("MINOR", "FOR", "Costs {rho}.", "$c : Candidate( challenger, $rho : comparison.rho )",
                        "Policy( $bar : number(\"cpf.bar\"), $rho <= $bar )").source(),
                RuleFile.of("throws", "CPF-05").band("MAJOR", "FOR", "Costs {rho}.", "$c : Candidate( challenger, $rho : comparison.rho )",
                        "Policy( $bar : number(\"cpf.missing\"), $rho <= $bar )").source()),
                RuleFile.book("cpf.bar", "0.90", "cpf.missing", "1"), "policy.yaml", Set.of()).orThrow();
    }

    private static List<KieBase> kieBases(KnowledgeBase base) throws ReflectiveOperationException {
        Field stages = DroolsKnowledgeBase.class.getDeclaredField("stages");
        stages.setAccessible(true);
        List<KieBase> bases = new ArrayList<>();
        for (Object staged : ((Map<?, ?>) stages.get(base)).values()) {
            Method session = staged.getClass().getDeclaredMethod("session");
            session.setAccessible(true);
            bases.add(((Session) session.invoke(staged)).base());
        }
        assertThat(bases).isNotEmpty();
        return bases;
    }

    private static List<Candidate> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> with(with(challenger(String.valueOf(0.7 + i * 0.02)), "id", "serve <- " + i),
                "comparison.weaklyProven", i % 3 == 0)).map(c -> with(c, "supply.leadWeeks", BigDecimal.valueOf(c.id().length()))).toList();
    }

    private static Candidate challenger(String rho) {
        return candidate("challenger", true, "comparison.rho", rho, "price.stated", true);
    }

    private static State state(String rule, Candidate candidate) {
        return BASE.judge(List.of(candidate), POLICY).states().ofRule(rule).get(candidate.id());
    }

    private static Optional<Finding> finding(String rule, Candidate candidate) {
        return BASE.judge(List.of(candidate), POLICY).findings().stream().filter(f -> f.rule().equals(rule)).findFirst();
    }
}
