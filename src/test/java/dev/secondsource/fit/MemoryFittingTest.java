package dev.secondsource.fit;

import static dev.secondsource.fit.Samples.decimal;
import static dev.secondsource.fit.Samples.llama70b;
import static dev.secondsource.fit.Samples.onDemand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.market.SoldAs;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.Workload;
import dev.secondsource.rules.Facts;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MemoryFittingTest {
    @Test
    void addsWeightsCacheAndOverhead() {
        Workload workload = llama70b().build();

        MemoryFit memory = Samples.fit(workload, onDemand(Samples.h100(), 8), Samples.h100()).memory();

        // 70.5e9 bytes of weights, 32 sequences of 8192 tokens of 163 840 bytes, a tenth on top.
        assertThat(memory.weightsGiB().doubleValue()).isCloseTo(65.658, within(0.001));
        assertThat(memory.cacheGiB()).isEqualByComparingTo("40");
        assertThat(memory.neededGiB().doubleValue()).isCloseTo(116.224, within(0.001));
        assertThat(memory.smallestCount()).isEqualTo(2);
        assertThat(memory.largestCount()).isEqualTo(8);
        assertThat(memory.headroom().doubleValue()).isCloseTo(0.2736, within(0.0001));
        assertThat(memory.fits()).isTrue();
    }

    /** Out of memory beyond batch 16 on 8 TPU v5e, 128 GiB: LLaMA-2-13B of the jax-ml scaling-book (no overhead there). */
    @Test
    void fitsLlama2Of13BOn8TpusUpToABatchOf16() {
        var model = new dev.secondsource.profile.ModelSpec(
                "LLaMA-2-13B", dev.secondsource.profile.ModelSpec.Modality.TEXT, decimal("13"), decimal("13"), 40, 40,
                128, NumericFormat.BF16, NumericFormat.BF16, null);
        var noOverhead = Samples.policy(java.util.Map.of("fit.memory-overhead", decimal("0")));
        var fitting = new Fitting(Measurements.visibleAt(Samples.AS_OF, java.util.List.of()), noOverhead, Samples.AS_OF);
        var demand = llama70b().model(model).precision(NumericFormat.BF16);

        var sixteen = fitting.fit(demand.batch(16).build(), onDemand(Samples.tpuV5e(), 8), Samples.tpuV5e());
        var seventeen = fitting.fit(demand.batch(17).build(), onDemand(Samples.tpuV5e(), 8), Samples.tpuV5e());

        assertThat(sixteen.memory().smallestCount()).isEqualTo(8);
        assertThat(seventeen.memory().smallestCount()).isEqualTo(16);
    }

    @Test
    void doesNotFitWhereNothingIsLargeEnough() {
        Fit fit = Samples.fit(llama70b().build(), onDemand(Samples.h100(), 1), Samples.h100());

        assertThat(fit.memory().fits()).isFalse();
        assertThat(fit.memory().smallestCount()).isNull();
        assertThat(fit.accelerators()).isNull();
        assertThat(fit.throughput()).isNull();
        assertThat(fit.missing()).isEmpty();
    }

    @Test
    void needsSixteenBytesAParameterToTrain() {
        Workload workload = llama70b().training("1000").build();

        MemoryFit memory = Samples.fit(workload, onDemand(Samples.h100(), 8), Samples.h100()).memory();

        // ZeRO (Rajbhandari et al. 2020): 16 bytes × 70.5e9 with a tenth on top, 1155.6 GiB: 15 of 80 GiB, two units.
        assertThat(memory.neededGiB().doubleValue()).isCloseTo(1155.6, within(0.1));
        assertThat(memory.smallestCount()).isEqualTo(16);
    }

    /** The gradients of whole copies can cross any network; the shards of one cannot. */
    @Test
    void holdsTheWholeStateOfATrainingRunInPartOfAMachineOrNotAtAll() {
        Offer part = Facts.with(onDemand(Samples.h100(), 1), "soldAs", SoldAs.PART_OF_A_MACHINE);

        Fit large = Samples.fit(llama70b().training("1000").build(), part, Samples.h100());
        Fit small = Samples.fit(llama70b().model(billions("3")).training("1000").build(), part, Samples.h100());

        assertThat(large.memory().fits()).isFalse();
        assertThat(large.memory().largestCount()).isEqualTo(1);
        assertThat(large.accelerators()).isNull();
        assertThat(small.memory().fits()).isTrue();
        assertThat(small.accelerators()).isGreaterThan(1);
    }

    @Test
    void doesNotKnowBeyondOneUnitOfWhichNobodySaidWhatItIs() {
        Offer unsaid = Facts.with(onDemand(Samples.h100(), 8), "soldAs", null);

        Fit fit = Samples.fit(llama70b().training("1000").build(), unsaid, Samples.h100());

        assertThat(fit.memory().fits()).isNull();
        assertThat(fit.missing()).containsExactly("what a-provider sells as 8x, a machine or part of one");
    }

    private static ModelSpec billions(String parameters) {
        return new ModelSpec("Small", ModelSpec.Modality.TEXT, decimal(parameters), decimal(parameters), 28, 8, 128, NumericFormat.BF16, NumericFormat.BF16, null);
    }

    @Test
    void doesNotKnowWithoutTheMemoryOfThePart() {
        Fit fit = Samples.fit(llama70b().build(), onDemand(Samples.maia100(), 1), Samples.maia100());

        assertThat(fit.memory().fits()).isNull();
        assertThat(fit.memory().smallestCount()).isNull();
        assertThat(fit.missing()).contains("memory of Maia-100", "memory bandwidth of Maia-100");
        assertThat(fit.accelerators()).isNull();
    }

    @Test
    void doesNotKnowBeyondOneUnitWithoutTheScaleUpDomain() {
        Accelerator lonely = Samples.accelerator("X", "80", "3350", "989.4", "1979", null, "700");

        Fit four = Samples.fit(llama70b().build(), onDemand(lonely, 4), lonely);
        Fit one = Samples.fit(llama70b().build(), onDemand(lonely, 1), lonely);

        assertThat(four.memory().fits()).isTrue();
        assertThat(one.memory().fits()).isNull();
        assertThat(one.missing()).containsExactly("scale-up domain of X");
    }

    @Test
    void doesNotKnowWithoutTheContextLength() {
        Fit fit = Samples.fit(llama70b().context(null).build(), onDemand(Samples.h100(), 8), Samples.h100());

        assertThat(fit.memory().cacheGiB()).isNull();
        assertThat(fit.memory().fits()).isNull();
        assertThat(fit.missing()).containsExactly("context length of w");
    }

    @Property(tries = 200)
    void moreMemoryNeverNeedsMoreAccelerators(
            @ForAll @IntRange(min = 8, max = 300) int gib, @ForAll @IntRange(min = 1, max = 300) int more) {
        Accelerator small = Samples.accelerator("S", gib + "", "3350", "989.4", "1979", 1024, "700");
        Accelerator large = Samples.accelerator("L", gib + more + "", "3350", "989.4", "1979", 1024, "700");

        Integer before = Samples.fit(llama70b().build(), onDemand(small, 8), small).memory().smallestCount();
        Integer after = Samples.fit(llama70b().build(), onDemand(large, 8), large).memory().smallestCount();

        assertThat(after).isLessThanOrEqualTo(before);
    }
}
