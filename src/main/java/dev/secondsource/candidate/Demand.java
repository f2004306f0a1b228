package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the buyer asks of any offer for this workload. */
public record Demand(
        @Meaning("kind of workload") WorkloadKind kind,
        @Meaning("fact that the workload trains") boolean training,
        @Meaning("fact that the workload answers users as they wait") boolean online,
        @Meaning("fact that the workload generates text token by token") boolean decodes,
        @Meaning("fact that the workload may be interrupted") boolean preemptible,
        @Meaning("fact that the work is exploratory research") boolean research,
        @Meaning(value = "share of the work that must go on in an outage", unit = Unit.SHARE) BigDecimal criticalShare,
        @Meaning(value = "share of step time in hand-written CUDA or Triton kernels", unit = Unit.SHARE)
                BigDecimal customKernelShare,
        @Meaning(value = "share of paid hours that do useful work", unit = Unit.SHARE) BigDecimal utilisation,
        @Meaning("fact that this utilisation was measured") boolean utilisationMeasured,
        @Meaning("fact that the buyer says what throughput is worth, as an exponent") boolean speedValued,
        @Meaning(value = "exponent of throughput in the buyer's utility", unit = Unit.RATIO)
                @Nullable BigDecimal performanceElasticity,
        @Meaning(value = "value of one month without delay", unit = Unit.MONEY) @Nullable BigDecimal valueOfDelayPerMonth,
        @Meaning("fact that operational-resilience law binds the buyer") boolean regulated,
        @Meaning("fact that some of the work must go on in an outage") boolean critical) {

    static Demand of(Workload workload, BuyerProfile buyer) {
        return new Demand(
                workload.kind(),
                workload.kind().isTraining(),
                workload.kind() == WorkloadKind.ONLINE_SERVING,
                decodes(workload),
                workload.preemptible(),
                workload.research(),
                workload.criticalShare(),
                workload.customKernelShare(),
                workload.utilisation(),
                workload.utilisationMeasured(),
                workload.performanceElasticity() != null,
                workload.performanceElasticity(),
                workload.valueOfDelayPerMonth() == null ? null : workload.valueOfDelayPerMonth().amount(),
                buyer.regulated(),
                workload.criticalShare().signum() > 0);
    }

    private static boolean decodes(Workload workload) {
        return !workload.kind().isTraining() && workload.model().modality() == ModelSpec.Modality.TEXT;
    }
}
