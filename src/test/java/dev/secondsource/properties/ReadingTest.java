package dev.secondsource.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.explanation.Distance;
import dev.secondsource.explanation.Obstacle;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Reading;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Term;
import dev.secondsource.knowledge.drools.Premises;
import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A condition read in Java comes to what the rule engine says, and a distance crossed takes a finding away there too. */
class ReadingTest {
    private static final Map<String, List<Premise>> PREMISES = Premises.of(Shipped.knowledge().rules()).stream().collect(Collectors.groupingBy(p -> p.rule().id()));
    private static final BigDecimal FAR = new BigDecimal("1000000");

    @ParameterizedTest
    @ValueSource(strings = {"export-controlled-site", "regulated-bank", "university-hpc"})
    void agreesWithTheRuleEngine(String profile) {
        Decision decision = Shipped.decision(Shipped.profile(profile));

        List<String> wrong = new ArrayList<>();
        Decided.candidates(decision).filter(c -> c.rank() % 11 == 1).forEach(c -> wrong.addAll(wrong(c, decision, reading(c, decision))));

        assertThat(wrong).isEmpty();
    }

    @Test
    void aReadingOfOtherNumbersIsCaught() {
        Decision decision = Shipped.decision(Shipped.profile("regulated-bank"));
        Assessed winner = decision.workloads().get(0).winner().orElseThrow();
        Reading distorted = new Reading(path -> RuleWords.read(winner.candidate(), path) instanceof BigDecimal ? FAR : RuleWords.read(winner.candidate(), path), decision.policy());

        assertThat(wrong(winner, decision, distorted)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export-controlled-site", "university-hpc"})
    void aDistanceCrossedTakesTheFindingAway(String profile) {
        Decision decision = Shipped.decision(Shipped.profile(profile));
        int crossed = 0;
        for (String offer : decision.workloads().get(0).candidates().stream().filter(c -> c.rank() % 41 == 1).map(c -> c.offer().id()).toList())
            for (WhyNot why : WhyNot.of(decision, Shipped.knowledge().rules(), offer, Optional.empty()).orThrow())
                for (Obstacle obstacle : why.obstacles())
                    for (Distance distance : obstacle.distances()) {
                        if (!distance.alone() || obstacle.finding().defeatedBy().size() > 0) continue;
                        crossed++;
                        assertThat(weighs(obstacle, why, decision, distance.value())).as("%s at %s", obstacle.finding(), distance.value()).isTrue();
                        assertThat(weighs(obstacle, why, decision, across(distance))).as("%s at %s", obstacle.finding(), across(distance)).isFalse();
                    }

        assertThat(crossed).isPositive();
    }

    /** Whether the rule still says as much of the candidate, asked through the rule engine. */
    private static boolean weighs(Obstacle obstacle, WhyNot why, Decision decision, BigDecimal value) {
        String word = obstacle.distances().stream().filter(d -> d.value().compareTo(value) == 0 || across(d).compareTo(value) == 0).findFirst().orElseThrow().word();
        boolean whole = RuleWords.all().get("Candidate." + word).type().equals("Integer");
        var candidate = Facts.with(why.asked().candidate(), word, whole ? (Object) value.intValueExact() : value);
        return Shipped.knowledge().judge(List.of(candidate), decision.policy()).about(candidate.id()).stream()
                .anyMatch(f -> f.rule().equals(obstacle.finding().rule()) && f.state() == obstacle.finding().state() && f.severity().compareTo(obstacle.finding().severity()) >= 0);
    }

    /** On the good side of the bound, by one where only whole numbers are. */
    private static BigDecimal across(Distance distance) {
        boolean whole = RuleWords.all().get("Candidate." + distance.word()).type().equals("Integer");
        BigDecimal step = whole ? BigDecimal.ONE : new BigDecimal("0.0001");
        return switch (distance.needed()) {
            case AT_LEAST -> whole ? distance.bound().setScale(0, RoundingMode.CEILING) : distance.bound();
            case MORE_THAN -> distance.bound().add(step);
            case AT_MOST -> whole ? distance.bound().setScale(0, RoundingMode.FLOOR) : distance.bound();
            case LESS_THAN -> distance.bound().subtract(step);
        };
    }

    private static Reading reading(Assessed candidate, Decision decision) {
        return new Reading(path -> RuleWords.read(candidate.candidate(), path), decision.policy());
    }

    private static List<String> wrong(Assessed candidate, Decision decision, Reading reading) {
        List<String> wrong = new ArrayList<>();
        decision.states().ofSubject(candidate.candidate().id()).forEach((rule, state) -> {
            if (PREMISES.get(rule).stream().anyMatch(p -> asksOthers(p.clause()))) return;
            boolean holds = PREMISES.get(rule).stream().anyMatch(p -> reading.holds(p.clause()));
            Optional<Finding> said = candidate.findings().stream().filter(f -> f.rule().equals(rule)).findFirst();
            boolean byABand = said.filter(f -> bySomeBand(PREMISES.get(rule).get(0).rule(), f, reading)).isPresent();
            if (state == State.FIRED && !byABand) wrong.add(candidate.candidate().id() + ": " + rule + " fired and does not hold");
            if (state == State.NOT_FIRED && holds) wrong.add(candidate.candidate().id() + ": " + rule + " holds and did not fire");
        });
        return wrong;
    }

    private static boolean bySomeBand(Rule rule, Finding finding, Reading reading) {
        return PREMISES.get(rule.id()).stream().anyMatch(p -> rule.saying(finding).contains(p.band()) && reading.holds(p.clause()));
    }

    private static boolean asksOthers(Clause clause) {
        if (clause instanceof Clause.All all) return all.parts().stream().anyMatch(ReadingTest::asksOthers);
        if (clause instanceof Clause.Any any) return any.parts().stream().anyMatch(ReadingTest::asksOthers);
        return clause instanceof Clause.OfAnother || clause instanceof Clause.Compared compared && (isOfAnother(compared.left()) || isOfAnother(compared.right()));
    }

    private static boolean isOfAnother(Term term) {
        return term instanceof Term.Word word && !word.fact().isEmpty();
    }
}
