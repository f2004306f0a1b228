package dev.secondsource.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Clause.All;
import dev.secondsource.knowledge.Clause.Any;
import dev.secondsource.knowledge.Clause.Compared;
import dev.secondsource.knowledge.Clause.Relation;
import dev.secondsource.knowledge.Term;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContradictionTest {
    private static final Term AGE = new Term.Word("", "age");
    private static final Term WAIT = new Term.Word("", "wait");
    private static final Term LOW = new Term.Threshold("low");
    private static final Term HIGH = new Term.Threshold("high");
    private static final Term SPOT = new Term.Constant("PricingKind.SPOT");
    private static final Term PURCHASE = new Term.Constant("PricingKind.PURCHASE");

    @Test
    void findsTwoWordsEachLessThanTheOther() {
        assertThat(why(less(AGE, WAIT), less(WAIT, AGE))).contains("age < wait and wait < age");
    }

    @Test
    void findsAWordLessThanItself() {
        assertThat(why(less(AGE, AGE))).isPresent();
    }

    @Test
    void letsTwoWordsBeEqualWhereEachMayBe() {
        assertThat(why(atMost(AGE, WAIT), atMost(WAIT, AGE))).isEmpty();
    }

    @Test
    void findsACircleOfThreeWithOneStrictPart() {
        Term other = new Term.Word("", "other");

        assertThat(why(atMost(AGE, WAIT), atMost(WAIT, other), less(other, AGE))).isPresent();
    }

    @Test
    void findsAYesThatIsANo() {
        assertThat(why(equal(AGE, Term.Constant.TRUE), equal(AGE, Term.Constant.FALSE))).isPresent();
        assertThat(why(equal(AGE, Term.Constant.TRUE), new Compared(AGE, Relation.NOT_EQUAL, Term.Constant.TRUE))).isPresent();
        assertThat(why(equal(AGE, Term.Constant.TRUE), new Compared(AGE, Relation.NOT_EQUAL, Term.Constant.FALSE))).isEmpty();
    }

    @Test
    void findsAWordThatIsTwoConstants() {
        assertThat(why(equal(AGE, SPOT), equal(AGE, PURCHASE))).isPresent();
        assertThat(why(equal(AGE, SPOT), new Compared(SPOT, Relation.NOT_EQUAL, AGE))).isPresent();
        assertThat(why(equal(AGE, SPOT), equal(WAIT, PURCHASE), equal(AGE, WAIT))).isPresent();
    }

    @Test
    void findsABandThatTheThresholdsLeaveEmpty() {
        Clause between = new All(List.of(less(LOW, AGE), atMost(AGE, HIGH)));

        assertThat(Contradiction.in(between, values("26", "40"))).isEmpty();
        assertThat(Contradiction.in(between, values("40", "40"))).isPresent();
        assertThat(Contradiction.in(between, values("41", "40"))).hasValueSatisfying(why -> assertThat(why).contains("high (40) < low (41)"));
        assertThat(Contradiction.in(between, Map.of())).isEmpty();
    }

    @Test
    void keepsTheOneValueBetweenEqualThresholds() {
        Clause at = new All(List.of(atMost(LOW, AGE), atMost(AGE, HIGH)));

        assertThat(Contradiction.in(at, values("40", "40"))).isEmpty();
    }

    @Test
    void needsEveryWayOfAnOrToBeClosed() {
        Clause closed = new All(List.of(less(AGE, WAIT), less(WAIT, AGE)));

        assertThat(Contradiction.in(new Any(List.of(closed, less(AGE, WAIT))), Map.of())).isEmpty();
        assertThat(Contradiction.in(new Any(List.of(closed, less(AGE, AGE))), Map.of())).isPresent();
        assertThat(Contradiction.in(new All(List.of(less(AGE, WAIT), new Any(List.of(less(WAIT, AGE), equal(AGE, WAIT))))), Map.of())).isPresent();
    }

    @Test
    void saysNothingOfWhatIsAskedOfAnotherFact() {
        Clause another = new Clause.OfAnother("not", "Candidate", less(AGE, AGE));

        assertThat(Contradiction.in(another, Map.of())).isEmpty();
    }

    private static Optional<String> why(Clause... all) {
        return Contradiction.in(new All(List.of(all)), Map.of());
    }

    private static Map<String, BigDecimal> values(String low, String high) {
        return Map.of("low", new BigDecimal(low), "high", new BigDecimal(high));
    }

    private static Compared less(Term one, Term other) {
        return new Compared(one, Relation.LESS, other);
    }

    private static Compared atMost(Term one, Term other) {
        return new Compared(one, Relation.AT_MOST, other);
    }

    private static Compared equal(Term one, Term other) {
        return new Compared(one, Relation.EQUAL, other);
    }
}
