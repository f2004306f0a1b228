package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Severity;
import org.junit.jupiter.api.Test;

class StatusTest {
    @Test
    void saysWhatLightObjectionsStandAgainstASoundAllocation() {
        Decision startup = Shipped.decision(Shipped.profile("fine-tuning-startup"));

        assertThat(startup.allocation().status()).isEqualTo(Allocation.Status.SOUND);
        assertThat(Status.against(startup, Severity.NOTE)).isNotEmpty();
        assertThat(Status.meaning(startup)).contains("the review has lesser objections only").doesNotContain("nothing in the review");
    }

    @Test
    void saysThatWhatLeadsIsNotWhatIsBought() {
        Decision startup = Shipped.decision(Shipped.profile("fine-tuning-startup"));
        Decision serving = Shipped.decision(Shipped.profile("enterprise-serving-70b"));

        for (WorkloadDecision workload : startup.workloads())
            assertThat(startup.allocation().shares()).filteredOn(s -> s.workload().equals(workload.workload().id())).extracting(Share::offer).isNotEmpty().doesNotContain(workload.winner().orElseThrow().offer().id());
        assertThat(Status.unbought(startup).orElseThrow()).contains("What leads tune, evaluate gets no share");
        assertThat(MarkdownReport.of(startup, Shipped.knowledge().rules(), Analyses.NONE, 5)).contains("What leads tune, evaluate gets no share");
        assertThat(HtmlReport.of(startup, Shipped.knowledge().rules(), Analyses.NONE, 5)).contains("What leads tune, evaluate gets no share");
        assertThat(Status.unbought(serving)).isEmpty();
    }
}
