package dev.secondsource.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.PolicyChoice;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RangesTest {
    private static final Decision LAB = Shipped.decision(Shipped.profile("frontier-lab"));
    private static final Ranges RANGES = Ranges.of(LAB, Shipped.market());

    @Test
    void takePricesFromThePolicyOfTheBuyer() {
        BuyerProfile cautious = Shipped.profile("data-in-japan").decidingBy(new PolicyChoice("default", Map.of("range.price-fall", new BigDecimal("0.1"), "range.price-rise", new BigDecimal("0.5"))));

        Ranges ranges = Ranges.of(Shipped.decide(cautious, Shipped.market()), Shipped.market());

        assertThat(ranges.prices().least()).isEqualByComparingTo("0.9");
        assertThat(ranges.prices().most()).isEqualByComparingTo("1.5");
    }

    @Test
    void takeDemandFromTheProfile() {
        assertThat(RANGES.demands().get("serve")).isEqualTo(LAB.profile().workloads().stream().filter(w -> w.id().equals("serve")).findFirst().orElseThrow().volumePerMonth());
    }

    /** The lab has measured research on H100-SXM itself, which is surer than what others measured for pretraining and serving. */
    @Test
    void areNarrowerForWhatTheBuyerMeasured() {
        Spread own = RANGES.ownSpeeds().get("research").get("H100-SXM");
        Spread others = RANGES.speeds().get("H100-SXM");

        assertThat(own.least()).isEqualByComparingTo(BigDecimal.ONE.subtract(LAB.policy().number("fit.band-measured")));
        assertThat(others.least()).isLessThan(own.least());
        assertThat(others.most()).isGreaterThan(own.most());
    }

    @Test
    void knowTheLeadTimesThatAreOnFileAndSayWhoseAreNot() {
        assertThat(RANGES.leads()).containsOnlyKeys("nvidia");
        assertThat(RANGES.leads().get("nvidia").part()).isEqualTo("H100-SXM");
        assertThat(RANGES.unknownLeads()).contains("google").doesNotContain("nvidia");
    }

    @Test
    void drawsALeadTimeThroughItsTwoQuantiles() {
        Ranges.Lead lead = new Ranges.Lead(new BigDecimal("10"), new BigDecimal("16"), null);

        assertThat(lead.late(0.5)).isEqualByComparingTo("0");
        assertThat(lead.late(0.9).doubleValue()).isCloseTo(6, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(lead.late(0.001)).isBetween(new BigDecimal("-10"), new BigDecimal("-3"));
    }
}
