package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.drools.Premises;
import java.util.List;
import org.junit.jupiter.api.Test;

class InWordsTest {

    @Test
    void saysAConditionInTheMeaningsOfItsWordsAndTheThresholdsAsTheyHold() {
        assertThat(words("VRK-06", 0)).isEqualTo("something must be delivered or reserved before work can start; and it is not so that the buyer needs the capacity by a day; and "
                + "the median lead time is more than 40 weeks (vrk.lead-weeks-major)");
    }

    @Test
    void saysOfAFactThatItHoldsOrThatItIsNotSo() {
        assertThat(words("DIV-10", 0)).isEqualTo("some of the work must go on in an outage; and the share of that workload ready outside its largest designer is less than "
                + "the share needed there to carry critical work under surge; and it is not so that the buyer spends too little to keep two sources");
    }

    @Test
    void hasNothingLeftOfTheLanguageOfRules() {
        for (Premise premise : Premises.of(Shipped.knowledge().rules()))
            assertThat(InWords.of(premise.clause(), premise.rule().subject(), Shipped.knowledge().policyBook())).as(premise.band().name())
                    .doesNotContain("==", "!=", "<=", "&&", "||", "$", "number(").doesNotContainPattern("[a-z]\\.[a-z]+[A-Z]");
    }

    private static String words(String rule, int band) {
        Premise premise = Premises.of(List.of(Shipped.knowledge().rule(rule).orElseThrow())).get(band);
        return InWords.of(premise.clause(), premise.rule().subject(), Shipped.knowledge().policyBook());
    }
}
