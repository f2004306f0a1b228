package dev.secondsource.cost;

import static dev.secondsource.fit.Samples.POLICY;
import static dev.secondsource.fit.Samples.decimal;
import static dev.secondsource.fit.Samples.llama70b;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.fit.Samples;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.profile.Engineering;
import dev.secondsource.quantity.Money;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortingEstimateTest {
    private static final SoftwareStack XLA =
            new SoftwareStack("xla", List.of("jax"), List.of("pytorch"), Samples.evidence("xla", null));
    private static final Engineering EIGHT = new Engineering(decimal("8"), List.of("cuda"), Money.usd("20000"));

    @Test
    void costsNothingWhereTheBuyerRunsTheStackAlready() {
        var cuda = new SoftwareStack("cuda", List.of(), List.of(), Samples.evidence("cuda", null));

        PortingEstimate estimate = PortingEstimate.of(llama70b().build(), cuda, EIGHT, POLICY);

        assertThat(estimate.needed()).isFalse();
        assertThat(estimate.cost()).isEqualTo(Money.usd("0"));
    }

    @Test
    void takesMoreThroughATranslationLayer() {
        PortingEstimate nativ = PortingEstimate.of(llama70b().frameworks("jax").build(), XLA, EIGHT, POLICY);
        PortingEstimate bridged = PortingEstimate.of(llama70b().frameworks("jax", "pytorch").build(), XLA, EIGHT, POLICY);

        assertThat(nativ.engineerMonths()).isEqualByComparingTo("2");
        assertThat(bridged.engineerMonths()).isEqualByComparingTo("4");
        assertThat(bridged.cost()).isEqualTo(Money.usd("80000"));
        assertThat(bridged.months()).isEqualByComparingTo("1");
    }

    @Test
    void takesMoreForCustomKernels() {
        PortingEstimate estimate = PortingEstimate.of(llama70b().kernels("0.5").build(), XLA, EIGHT, POLICY);

        // 4 + 0.5 × 36 engineer-months by four engineers.
        assertThat(estimate.engineerMonths()).isEqualByComparingTo("22");
        assertThat(estimate.months()).isEqualByComparingTo("5.5");
    }

    @Test
    void doesNotKnowWhereAFrameworkDoesNotRun() {
        PortingEstimate estimate = PortingEstimate.of(llama70b().frameworks("tensorflow").build(), XLA, EIGHT, POLICY);

        assertThat(estimate.cost()).isNull();
        assertThat(estimate.months()).isNull();
        assertThat(estimate.explanation()).contains("tensorflow does not run on xla");
    }

    @Test
    void doesNotKnowWhereWhatRunsIsNotKnown() {
        var dark = new SoftwareStack("xla", null, null, null);

        PortingEstimate estimate = PortingEstimate.of(llama70b().build(), dark, EIGHT, POLICY);

        assertThat(estimate.needed()).isTrue();
        assertThat(estimate.engineerMonths()).isNull();
        assertThat(estimate.explanation()).isEqualTo("what runs on xla is not known");
    }

    @Test
    void takesForeverWithoutEngineers() {
        var nobody = new Engineering(decimal("0"), List.of("cuda"), Money.usd("20000"));

        PortingEstimate estimate = PortingEstimate.of(llama70b().build(), XLA, nobody, POLICY);

        assertThat(estimate.months()).isNull();
        assertThat(estimate.cost()).isEqualTo(Money.usd("80000"));
    }
}
