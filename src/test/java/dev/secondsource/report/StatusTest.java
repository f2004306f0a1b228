package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.Severity;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void saysWhatLightObjectionsStandAgainstASoundAllocation() {
        Decision startup = Shipped.decision(Shipped.profile("fine-tuning-startup"));

        assertThat(startup.allocation().status()).isEqualTo(Allocation.Status.SOUND);
        assertThat(Status.against(startup, Severity.NOTE)).isNotEmpty().allSatisfy(rule -> assertThat(Status.meaning(startup)).contains(rule));
        assertThat(Status.meaning(startup)).doesNotContain("nothing in the review");
    }

    @Test
    void saysThatWhatLeadsIsNotWhatIsBought() {
        Decision startup = Shipped.decision(Shipped.profile("fine-tuning-startup"));
        Decision serving = Shipped.decision(Shipped.profile("enterprise-serving-70b"));

        assertThat(startup.allocation().shares()).extracting(s -> s.offer()).doesNotContain(startup.workloads().get(0).winner().orElseThrow().offer().id());
        assertThat(Status.meaning(startup)).contains("What leads tune, evaluate is given no share of it");
        assertThat(Status.meaning(serving)).doesNotContain("is given no share");
    }
}
