package dev.secondsource.fit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static dev.secondsource.fit.Samples.AS_OF;
import static dev.secondsource.fit.Samples.decimal;
import static dev.secondsource.fit.Samples.h100;
import static dev.secondsource.fit.Samples.llama70b;
import static dev.secondsource.fit.Samples.measured;
import static dev.secondsource.fit.Samples.onDemand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Measurement;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import java.util.TreeMap;
import dev.secondsource.policy.Policy;
import org.junit.jupiter.api.Test;

class FittingTest {
    private static final List<Measurement> SEVERAL = List.of(
            measured("a", h100(), "llama2-70b-99.9", "70", "3000"),
            measured("b", h100(), "llama2-70b-99.9", "70", "2900"),
            measured("c", h100(), "llama2-70b-99.9", "70", "100"),
            measured("d", h100(), "gptj-99", "6", "20000"));

    @Test
    void fallsBackToTheRooflineWithItsBand() {
        Throughput throughput = Samples.fit(llama70b().build(), onDemand(h100(), 8), h100()).throughput();

        assertThat(throughput.basis()).isEqualTo(Throughput.Basis.ROOFLINE);
        assertThat(throughput.low()).isLessThan(throughput.perAccelerator());
        assertThat(throughput.high()).isGreaterThan(throughput.perAccelerator());
        // 32 sequences: 32 prefills of 0.178 s each, then 250 steps of 38.0 ms of reading per accelerator.
        assertThat(throughput.perAccelerator().doubleValue()).isCloseTo(8000 / (32 * 0.178120 + 250 * 0.038009), within(0.01));
        assertThat(throughput.explanation()).contains("1000/250", "batch 32", "60 %", "40 %");
    }

    @Test
    void takesTheNearestModelOfTheSameScenarioInProportionToTheRooflines() {
        Fit fit = Samples.fit(llama70b().build(), onDemand(h100(), 8), h100(), SEVERAL.toArray(Measurement[]::new));

        Throughput throughput = fit.throughput();

        assertThat(throughput.basis()).isEqualTo(Throughput.Basis.NEAREST_MODEL);
        assertThat(throughput.explanation())
                .contains("2900 output tokens/s per H100-SXM", "llama2-70b-99.9", "nearest model", "294/294", "batch 256",
                        "1000/250", "ratio of rooflines");
        assertThat(throughput.evidence()).extracting(e -> e.subject()).containsExactly("H100-SXM", "b");
        assertThat(throughput.low()).isEqualByComparingTo(throughput.perAccelerator().multiply(decimal("0.75")));
    }

    @Test
    void prefersTheSameModelUnderAnySpelling() {
        Measurement same = measured("s", h100(), "llama3-70b-99", "70.5", "2500");

        Throughput throughput =
                Samples.fit(llama70b().build(), onDemand(h100(), 8), h100(), SEVERAL.get(0), same).throughput();

        assertThat(throughput.basis()).isEqualTo(Throughput.Basis.SAME_MODEL);
        assertThat(throughput.evidence()).extracting(e -> e.subject()).contains("s");
    }

    @Test
    void keepsAMeasurementOfTheVeryWorkloadAsItIs() {
        Measurement same = new Measurement("s", "H100-SXM", "a test", "Llama-3-70B-Instruct", decimal("70.5"), decimal("70.5"),
                WorkloadKind.BATCH_INFERENCE, "concurrency-32", Measurement.Unit.OUTPUT_TOKENS_PER_SECOND, decimal("500"), 8,
                NumericFormat.FP8, 1000, 250, null, Samples.evidence("s", AS_OF), "");

        Throughput throughput = Samples.fit(llama70b().build(), onDemand(h100(), 8), h100(), same).throughput();

        assertThat(throughput.perAccelerator()).isEqualByComparingTo("500");
    }

    @Test
    void neverCrossesScenarios() {
        Measurement server = scenario("server", WorkloadKind.ONLINE_SERVING, null);
        Measurement interactive = scenario("interactive", WorkloadKind.BATCH_INFERENCE, null);
        Measurement unstatedMix = scenario("concurrency-32", WorkloadKind.BATCH_INFERENCE, null);
        Measurement farBatch = scenario("batch-1", WorkloadKind.BATCH_INFERENCE, 100);

        Throughput throughput = Samples.fit(
                        llama70b().build(), onDemand(h100(), 8), h100(), server, interactive, unstatedMix, farBatch)
                .throughput();

        assertThat(throughput.basis()).isEqualTo(Throughput.Basis.ROOFLINE);
    }

    private static Measurement scenario(String scenario, WorkloadKind kind, Integer tokens) {
        return new Measurement("x", "H100-SXM", "b", "Llama-3-70B", decimal("70.5"), decimal("70.5"), kind, scenario,
                Measurement.Unit.OUTPUT_TOKENS_PER_SECOND, decimal("500"), 8, null, tokens, tokens, null,
                Samples.evidence("x", AS_OF), "");
    }

    @Test
    void leavesAModelTooFarInSizeAlone() {
        Measurement small = measured("d", h100(), "gptj-99", "6", "20000");

        assertThat(Samples.fit(llama70b().build(), onDemand(h100(), 8), h100(), small).throughput().basis())
                .isEqualTo(Throughput.Basis.ROOFLINE);
    }

    @Test
    void doesNotSeeAMeasurementOfALaterDay() {
        var own = new OwnMeasurement("H100-SXM", decimal("700"), null, AS_OF.plusDays(1), "");
        List<Measurement> all = List.of(new Measurement("late", "H100-SXM", "b", "Llama-3-70B", decimal("70.5"), decimal("70.5"),
                WorkloadKind.BATCH_INFERENCE, "offline", Measurement.Unit.OUTPUT_TOKENS_PER_SECOND, decimal("1"), 8, null, null, null, null,
                Samples.evidence("late", AS_OF.plusDays(1)), ""));
        var workload = llama70b().measurements(own).build();

        Fit before = fitting(all, AS_OF).fit(workload, onDemand(h100(), 8), h100());
        Fit after = fitting(all, AS_OF.plusDays(1)).fit(workload, onDemand(h100(), 8), h100());

        assertThat(before.throughput().basis()).isEqualTo(Throughput.Basis.ROOFLINE);
        assertThat(after.throughput().basis()).isEqualTo(Throughput.Basis.BUYER_MEASUREMENT);
        assertThat(after.throughput().perAccelerator()).isEqualByComparingTo("700");
    }

    private static Fitting fitting(List<Measurement> measurements, LocalDate asOf) {
        return new Fitting(Measurements.visibleAt(asOf, measurements), Samples.POLICY, asOf);
    }

    @Test
    void trustsTheBuyersNewestMeasurementBeforeAnyOther() {
        var old = new OwnMeasurement("H100-SXM", decimal("900"), null, LocalDate.of(2026, 1, 1), "");
        var newer = new OwnMeasurement("H100-SXM", decimal("700"), null, LocalDate.of(2026, 6, 1), "vllm 0.9");
        var otherPart = new OwnMeasurement("B200", decimal("1"), null, LocalDate.of(2026, 9, 1), "");

        Throughput throughput = Samples.fit(llama70b().measurements(old, newer, otherPart).build(), onDemand(h100(), 8),
                h100(), SEVERAL.get(0)).throughput();

        assertThat(throughput.basis()).isEqualTo(Throughput.Basis.BUYER_MEASUREMENT);
        assertThat(throughput.perAccelerator()).isEqualByComparingTo("700");
        assertThat(throughput.evidence().get(0).source()).contains("vllm 0.9");
    }

    @Property(tries = 50)
    void theOrderOfMeasurementsChangesNothing(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        List<Measurement> shuffled = new ArrayList<>(SEVERAL);
        Collections.shuffle(shuffled, new Random(seed));

        Fit one = fitting(SEVERAL, AS_OF).fit(llama70b().build(), onDemand(h100(), 8), h100());
        Fit other = fitting(shuffled, AS_OF).fit(llama70b().build(), onDemand(h100(), 8), h100());

        assertThat(other).isEqualTo(one);
    }

    @Test
    void countsWholeUnitsForTheVolumeAndTheHoursOfWork() {
        var own = new OwnMeasurement("H100-SXM", decimal("1000"), null, AS_OF, "");
        // 30 000 M tokens at 1 000 a second and half use: 16 666.7 hours, 22.8 accelerators, three units of eight.
        Fit fit = Samples.fit(llama70b().measurements(own).build(), onDemand(h100(), 8), h100());

        assertThat(fit.accelerators()).isEqualTo(24);
        assertThat(fit.acceleratorHours().doubleValue()).isCloseTo(16_666.67, within(0.01));
    }

    @Test
    void reducesTheBatchToWhatTheTokenLimitAllows() {
        // At 8 accelerators 32 sequences take 4.9 ms a token; each weights pass alone 4.4 ms.
        Fit relaxed = Samples.fit(llama70b().tokenMs("50").build(), onDemand(h100(), 8), h100());
        Fit tight = Samples.fit(llama70b().tokenMs("4.5").build(), onDemand(h100(), 8), h100());
        Fit impossible = Samples.fit(llama70b().tokenMs("4").build(), onDemand(h100(), 8), h100());

        assertThat(relaxed.batch()).isEqualTo(32);
        assertThat(relaxed.group()).isEqualTo(2);
        assertThat(tight.batch()).isBetween(1, 31);
        assertThat(tight.group()).isEqualTo(8);
        assertThat(tight.throughput().perAccelerator()).isLessThan(relaxed.throughput().perAccelerator());
        assertThat(tight.latency().timePerOutputTokenMs()).isGreaterThan(decimal("4.5"));
        assertThat(impossible.latency().bestTimePerOutputTokenMs()).isGreaterThan(decimal("4"));
        assertThat(impossible.batch()).isEqualTo(1);
    }

    @Test
    void spreadsAReplicaToMeetTheLimitOnTheFirstToken() {
        // Prefill of 1 000 tokens: 178 ms on one accelerator at 40 % of peak.
        Fit fit = Samples.fit(llama70b().firstTokenMs("30").build(), onDemand(h100(), 8), h100());

        assertThat(fit.group()).isEqualTo(8);
        assertThat(fit.latency().timeToFirstTokenMs().doubleValue()).isCloseTo(22.27, within(0.01));
        assertThat(fit.latency().bestTimeToFirstTokenMs().doubleValue()).isCloseTo(14.84, within(0.01));
    }

    @Test
    void sizesATrainingRunByItsDeadline() {
        // Llama-3-70B on 15 T tokens: 6.345e24 operations at 989.4 TFLOP/s, 40 % and goodput 0.9.
        var demand = llama70b().training("15000").volume("0.1").utilisation("1");

        Fit free = Samples.fit(demand.build(), onDemand(h100(), 8), h100());
        Fit bound = Samples.fit(demand.days("60").build(), onDemand(h100(), 8), h100());

        assertThat(free.accelerators()).isEqualTo(680);
        assertThat(bound.accelerators()).isEqualTo(3440);
        assertThat(bound.trainingDays().doubleValue()).isCloseTo(59.94, within(0.01));
        assertThat(bound.acceleratorHours()).isEqualTo(free.acceleratorHours());
    }

    @Test
    void plansLessForAMixtureOfExpertsAndForEightBits() {
        var dense = llama70b().training("1000");
        double sixteen = training(dense);
        double eight = training(dense.precision(NumericFormat.FP8));
        double sparse = training(dense.precision(NumericFormat.BF16)
                .model(Samples.Demand.model("DeepSeek-V3", "671", "37", NumericFormat.BF16)));

        assertThat(sixteen).isCloseTo(989.4 * 0.40, within(1e-6));
        assertThat(eight).isCloseTo(1979 * 0.25, within(1e-6));
        assertThat(sparse).isCloseTo(989.4 * 0.25, within(1e-6));
    }

    private static double training(Samples.Demand demand) {
        return Samples.fit(demand.build(), onDemand(h100(), 8), h100()).throughput().perAccelerator().doubleValue();
    }

    @Test
    void carriesMeasuredTrainingToAnotherFormatByThePlannedRates() {
        Measurement mpt = new Measurement("mpt", "H100-SXM", "llm-foundry", "MPT-70b", decimal("70"), decimal("70"),
                WorkloadKind.PRE_TRAINING, "training-throughput", Measurement.Unit.TRAINING_TFLOPS, decimal("400"), 64,
                NumericFormat.BF16, null, null, null, Samples.evidence("mpt", AS_OF), "");
        var demand = llama70b().training("1000");

        Throughput same = Samples.fit(demand.build(), onDemand(h100(), 8), h100(), mpt).throughput();
        Throughput eight = Samples.fit(
                demand.precision(NumericFormat.FP8).build(), onDemand(h100(), 8), h100(), mpt).throughput();

        assertThat(same.perAccelerator()).isEqualByComparingTo("400");
        assertThat(eight.perAccelerator().doubleValue()).isCloseTo(400 * (1979 * 0.25) / (989.4 * 0.40), within(1e-6));
    }

    @Test
    void saysWhichNumberATrainingRunLacks() {
        Fit fit = Samples.fit(llama70b().training("1").withoutTrainingTokens().build(), onDemand(h100(), 8), h100());

        assertThat(fit.missing()).containsExactly("training tokens of w");
        assertThat(fit.accelerators()).isNull();
    }

    @Test
    void countsImagesByTheirArithmetic() {
        Fit fit = Samples.fit(images(decimal("6")), onDemand(h100(), 8), h100());
        Fit unknown = Samples.fit(images(null), onDemand(h100(), 8), h100());

        assertThat(fit.throughput().perAccelerator().doubleValue()).isCloseTo(1979 * 0.4 / 6, within(1e-6));
        assertThat(fit.latency()).isEqualTo(new Latency(null, null, null, null));
        assertThat(unknown.throughput()).isNull();
        assertThat(unknown.missing()).containsExactly("teraflops per image of SDXL");
    }

    private static Workload images(@Nullable BigDecimal teraflops) {
        ModelSpec model = new ModelSpec("SDXL", ModelSpec.Modality.IMAGE, decimal("3.5"), decimal("3.5"), null, null, null,
                NumericFormat.FP8, null, teraflops);
        return llama70b().model(model).mix(null, null).context(null).build();
    }

    @Test
    void namesThePeakRateItLacks() {
        Accelerator a100 = Samples.accelerator("A100-80GB", "80", "2039", "312", null, 8, "400");

        Fit fit = Samples.fit(llama70b().build(), onDemand(a100, 8), a100);

        assertThat(fit.missing()).containsExactly("peak FP8 rate of A100-80GB");
        assertThat(fit.throughput()).isNull();
        assertThat(fit.latency().timeToFirstTokenMs()).isNull();
        assertThat(fit.accelerators()).isNull();
    }

    @Test
    void saysThatAnAbsurdCountIsNoPlan() {
        Fit fit = Samples.fit(llama70b().volume("1e15").build(), onDemand(h100(), 8), h100());

        assertThat(fit.accelerators()).isNull();
        assertThat(fit.missing()).singleElement().asString().contains("more than 10000000");
    }

    @Test
    void holdsAConvertedMeasurementToThePeakRates() {
        Measurement absurd = measured("z", h100(), "Llama-3-70B", "70.5", "900000");

        Throughput throughput = Samples.fit(llama70b().build(), onDemand(h100(), 8), h100(), absurd).throughput();

        assertThat(throughput.explanation()).contains("held to the peak rates");
        assertThat(throughput.perAccelerator().doubleValue()).isLessThan(1500);
    }

    @Property(tries = 100)
    void moreBandwidthNeverNeedsMoreAccelerators(
            @ForAll @IntRange(min = 500, max = 8000) int gbs, @ForAll @IntRange(min = 0, max = 4000) int more) {
        Accelerator slow = Samples.accelerator("S", "80", gbs + "", "989.4", "1979", 8, "700");
        Accelerator fast = Samples.accelerator("F", "80", gbs + more + "", "989.4", "1979", 8, "700");

        Fit before = Samples.fit(llama70b().tokenMs("40").build(), onDemand(slow, 8), slow);
        Fit after = Samples.fit(llama70b().tokenMs("40").build(), onDemand(fast, 8), fast);

        assertThat(after.accelerators()).isLessThanOrEqualTo(before.accelerators());
        assertThat(after.throughput().perAccelerator()).isGreaterThanOrEqualTo(before.throughput().perAccelerator());
    }

    @Test
    void namesEveryPolicyKeyItReads() {
        var known = new TreeMap<>(Samples.POLICY.values());
        known.keySet().retainAll(Fitting.policyKeys());
        Policy policy = new Policy("test", "default", known);

        assertThatCode(() -> new Fitting(Measurements.visibleAt(AS_OF, List.of()), policy, AS_OF)).doesNotThrowAnyException();
    }

    @Test
    void spellsModelsOneWay() {
        assertThat(Measurements.modelKey("llama2-70b-99.9"))
                .isEqualTo(Measurements.modelKey("Llama-2-70B-chat-hf"))
                .isEqualTo(Measurements.modelKey("meta-llama2-70b"))
                .isNotEqualTo(Measurements.modelKey("Llama-3-70B"));
    }
}
