package dev.secondsource.candidate;

import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Throughput;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.SoldAs;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What physics and measurements say of the workload on the accelerator. */
public record Fitness(
        @Meaning("fact that the designer offers it for this kind of work") boolean purposeOffered,
        @Meaning("fit of the workload in memory") @Nullable Boolean memoryFits,
        @Meaning(value = "memory needed", unit = Unit.GIB) BigDecimal neededGiB,
        @Meaning("fewest accelerators that hold it") @Nullable Integer smallestCount,
        @Meaning("most accelerators that can be coupled") @Nullable Integer largestCount,
        @Meaning(value = "memory left free", unit = Unit.SHARE) @Nullable BigDecimal headroom,
        @Meaning("fact that the first token has a time limit") boolean firstTokenLimited,
        @Meaning(value = "limit for the first token", unit = Unit.MILLISECONDS) @Nullable BigDecimal firstTokenLimitMs,
        @Meaning(value = "time to the first token", unit = Unit.MILLISECONDS) @Nullable BigDecimal firstTokenMs,
        @Meaning(value = "time to the first token at best", unit = Unit.MILLISECONDS) @Nullable BigDecimal bestFirstTokenMs,
        @Meaning("fact that each token has a time limit") boolean tokenLimited,
        @Meaning(value = "limit for each token", unit = Unit.MILLISECONDS) @Nullable BigDecimal tokenLimitMs,
        @Meaning(value = "time for each token at the workload's batch", unit = Unit.MILLISECONDS) @Nullable BigDecimal tokenMs,
        @Meaning(value = "time for each token at batch 1", unit = Unit.MILLISECONDS) @Nullable BigDecimal bestTokenMs,
        @Meaning("fact that the training run has a time limit") boolean daysLimited,
        @Meaning(value = "limit for one training run", unit = Unit.DAYS) @Nullable BigDecimal trainingDaysLimit,
        @Meaning(value = "length of one training run", unit = Unit.DAYS) @Nullable BigDecimal trainingDays,
        @Meaning("fact that decoding is bound by memory bandwidth") @Nullable Boolean bandwidthBound,
        @Meaning("sequences decoded together") int batch,
        @Meaning("most sequences decoded together within the limit for each token") @Nullable Integer feasibleBatch,
        @Meaning(value = "batch at which decoding becomes compute-bound", unit = Unit.RATIO) @Nullable BigDecimal criticalBatch,
        @Meaning(value = "share of decoded bytes that are key-value cache", unit = Unit.SHARE) @Nullable BigDecimal cacheShare,
        @Meaning("basis of the throughput") @Nullable String throughputBasis,
        @Meaning("fact that the throughput was measured, not only computed") boolean measured,
        @Meaning("fact that the throughput is a vendor's or weaker word") boolean speedClaimed,
        @Meaning(value = "share of peak arithmetic that the training throughput takes", unit = Unit.SHARE)
                @Nullable BigDecimal trainingUtilisation,
        @Meaning("accelerators needed") @Nullable Integer accelerators,
        @Meaning("fact that the work spans more accelerators than one scale-up domain holds")
                @Nullable Boolean scalesOut,
        @Meaning(value = "share of the peak rates that the speed takes", unit = Unit.SHARE) @Nullable BigDecimal peakShare,
        @Meaning(value = "hours between interruptions of all accelerators together", unit = Unit.HOURS)
                @Nullable BigDecimal hoursBetweenInterruptions) {

    private static final String INTERRUPTIONS = "fit.interruptions-per-chip-year";
    private static final BigDecimal HOURS_PER_YEAR = BigDecimal.valueOf(8760);

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(INTERRUPTIONS);
    }

    static Fitness of(Prospect prospect, Policy policy) {
        Workload workload = prospect.workload();
        Accelerator accelerator = prospect.accelerator();
        var fit = prospect.fit();
        Throughput throughput = fit.throughput();
        boolean training = workload.kind().isTraining();
        Boolean scalesOut = !training ? Boolean.FALSE
                : fit.accelerators() == null || accelerator.scaleUpChips() == null ? null
                : fit.accelerators() > (prospect.offer().soldAs() == SoldAs.PART_OF_A_MACHINE ? prospect.offer().acceleratorCount() : accelerator.scaleUpChips());
        return new Fitness(
                training ? accelerator.training() : accelerator.inference(),
                fit.memory().fits(),
                fit.memory().neededGiB(),
                fit.memory().smallestCount(),
                fit.memory().largestCount(),
                fit.memory().headroom(),
                workload.timeToFirstTokenMs() != null,
                workload.timeToFirstTokenMs(),
                fit.latency().timeToFirstTokenMs(),
                fit.latency().bestTimeToFirstTokenMs(),
                workload.timePerOutputTokenMs() != null,
                workload.timePerOutputTokenMs(),
                fit.latency().timePerOutputTokenMs(),
                fit.latency().bestTimePerOutputTokenMs(),
                workload.trainingDaysLimit() != null,
                workload.trainingDaysLimit(),
                fit.trainingDays(),
                fit.bandwidthBound(),
                workload.batch(),
                fit.batch(),
                fit.criticalBatch(),
                fit.cacheShare(),
                throughput == null ? null : throughput.basis().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                throughput != null && throughput.basis() != Throughput.Basis.ROOFLINE,
                throughput != null && throughput.basis() != Throughput.Basis.ROOFLINE
                        && throughput.evidence().stream().anyMatch(e -> e.grade().weakerThan(Grade.E2)),
                !training || throughput == null || accelerator.peakTflops().get(workload.precision()) == null ? null
                        : Decimals.divide(throughput.perAccelerator(), accelerator.peakTflops().get(workload.precision())),
                fit.accelerators(),
                scalesOut,
                throughput == null || fit.bound() == null || fit.bound().signum() == 0 ? null
                        : Decimals.divide(throughput.perAccelerator(), fit.bound()),
                fit.accelerators() == null || policy.number(INTERRUPTIONS).signum() == 0 ? null
                        : Decimals.divide(HOURS_PER_YEAR, policy.number(INTERRUPTIONS).multiply(BigDecimal.valueOf(fit.accelerators()))));
    }
}
