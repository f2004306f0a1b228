package dev.secondsource.fit;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.files.PolicyFiles;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoldAs;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.OwnMeasurement;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts, workloads and offers for tests; a test changes the one thing it is about. */
public final class Samples {
    public static final LocalDate AS_OF = LocalDate.of(2026, 10, 31);
    public static final Policy POLICY = policy(Map.of());

    private Samples() {}

    /** The shipped policy with some values set otherwise. */
    public static Policy policy(Map<String, BigDecimal> overrides) {
        return PolicyFiles.read(Path.of("rules/policy.yaml"))
                .then(book -> book.resolve(new PolicyChoice("default", overrides), AS_OF, "test"))
                .orThrow();
    }

    public static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }

    public static Evidence evidence(String subject, @Nullable LocalDate date) {
        return new Evidence(subject, "a source", Grade.E1, date);
    }

    /** A part with what is given; a null figure is not known. */
    public static Accelerator accelerator(
            String id,
            @Nullable String memoryGiB,
            @Nullable String bandwidthGBs,
            @Nullable String bf16Tflops,
            @Nullable String fp8Tflops,
            @Nullable Integer scaleUpChips,
            @Nullable String watts) {
        Map<NumericFormat, BigDecimal> peaks = new java.util.EnumMap<>(NumericFormat.class);
        if (bf16Tflops != null) peaks.put(NumericFormat.BF16, decimal(bf16Tflops));
        if (fp8Tflops != null) peaks.put(NumericFormat.FP8, decimal(fp8Tflops));
        return new Accelerator(
                id,
                "a-designer",
                1,
                memoryGiB == null ? null : decimal(memoryGiB),
                "HBM3",
                bandwidthGBs == null ? null : decimal(bandwidthGBs),
                peaks,
                watts == null ? null : decimal(watts),
                null,
                scaleUpChips,
                null,
                false,
                null,
                LocalDate.of(2022, 9, 20),
                true,
                true,
                true,
                true,
                "cuda",
                null,
                null,
                null,
                evidence(id, LocalDate.of(2022, 9, 20)),
                "");
    }

    public static Accelerator h100() {
        return accelerator("H100-SXM", "80", "3350", "989.4", "1979", 8, "700");
    }

    public static Accelerator tpuV5e() {
        return accelerator("TPU-v5e", "16", "820", "197", null, 256, "225");
    }

    public static Accelerator maia100() {
        return accelerator("Maia-100", null, null, "800", null, null, null);
    }

    public static Offer offer(Accelerator accelerator, int unit, PricingKind pricing, @Nullable String usd, @Nullable Integer months) {
        boolean somewhere = pricing != PricingKind.PURCHASE && pricing != PricingKind.UNPRICED;
        String id = "a-provider:" + unit + "x" + accelerator.id() + ":" + pricing;
        return new Offer(
                id,
                "a-provider",
                unit + "x",
                accelerator.id(),
                unit,
                somewhere ? SoldAs.MACHINE : SoldAs.ACCELERATOR,
                somewhere ? new Region("a-provider", "us-east-1", "US") : null,
                pricing,
                months,
                usd == null ? null : Money.usd(usd),
                evidence("price of " + id, LocalDate.of(2026, 7, 20)),
                "");
    }

    public static Offer onDemand(Accelerator accelerator, int unit) {
        return offer(accelerator, unit, PricingKind.ON_DEMAND, "55.04", null);
    }

    public static Measurement measured(String id, Accelerator accelerator, String model, String billions, String rate) {
        return new Measurement(
                id,
                accelerator.id(),
                "a benchmark",
                model,
                decimal(billions),
                decimal(billions),
                WorkloadKind.BATCH_INFERENCE,
                "offline",
                Measurement.Unit.OUTPUT_TOKENS_PER_SECOND,
                decimal(rate),
                8,
                null,
                null,
                null,
                null,
                evidence(id, LocalDate.of(2024, 8, 28)),
                "");
    }

    /** Llama-3-70B in eight bits, 1 000 tokens in and 250 out, 32 sequences at once, offline. */
    public static Demand llama70b() {
        return new Demand();
    }

    /** A workload under construction. */
    public static final class Demand {
        private WorkloadKind kind = WorkloadKind.BATCH_INFERENCE;
        private ModelSpec model = model("Llama-3-70B", "70.5", "70.5", NumericFormat.FP8);
        private NumericFormat precision = NumericFormat.FP8;
        private BigDecimal volume = decimal("30000");
        private @Nullable BigDecimal trainingTokens;
        private @Nullable Integer prompt = 1000;
        private @Nullable Integer output = 250;
        private @Nullable Integer context = 8192;
        private int batch = 32;
        private @Nullable BigDecimal firstTokenMs;
        private @Nullable BigDecimal tokenMs;
        private @Nullable BigDecimal days;
        private BigDecimal kernels = BigDecimal.ZERO;
        private List<String> frameworks = List.of("pytorch");
        private BigDecimal utilisation = decimal("0.5");
        private List<OwnMeasurement> measurements = List.of();

        public static ModelSpec model(String name, String total, String active, NumericFormat format) {
            return new ModelSpec(
                    name, ModelSpec.Modality.TEXT, decimal(total), decimal(active), 80, 8, 128, format, format, null);
        }

        public Demand kind(WorkloadKind kind) {
            this.kind = kind;
            return this;
        }

        public Demand model(ModelSpec model) {
            this.model = model;
            return this;
        }

        public Demand precision(NumericFormat precision) {
            this.precision = precision;
            return this;
        }

        public Demand volume(String p50) {
            this.volume = decimal(p50);
            return this;
        }

        public Demand training(String billionTokens) {
            this.kind = WorkloadKind.PRE_TRAINING;
            this.trainingTokens = decimal(billionTokens);
            this.prompt = null;
            this.output = null;
            this.precision = NumericFormat.BF16;
            return this;
        }

        public Demand withoutTrainingTokens() {
            this.trainingTokens = null;
            return this;
        }

        public Demand mix(@Nullable Integer prompt, @Nullable Integer output) {
            this.prompt = prompt;
            this.output = output;
            return this;
        }

        public Demand context(@Nullable Integer context) {
            this.context = context;
            return this;
        }

        public Demand batch(int batch) {
            this.batch = batch;
            return this;
        }

        public Demand firstTokenMs(String limit) {
            this.firstTokenMs = decimal(limit);
            return this;
        }

        public Demand tokenMs(String limit) {
            this.tokenMs = decimal(limit);
            return this;
        }

        public Demand days(String limit) {
            this.days = decimal(limit);
            return this;
        }

        public Demand kernels(String share) {
            this.kernels = decimal(share);
            return this;
        }

        public Demand frameworks(String... frameworks) {
            this.frameworks = List.of(frameworks);
            return this;
        }

        public Demand utilisation(String share) {
            this.utilisation = decimal(share);
            return this;
        }

        public Demand measurements(OwnMeasurement... measurements) {
            this.measurements = List.of(measurements);
            return this;
        }

        public Workload build() {
            return new Workload(
                    "w",
                    kind,
                    model,
                    precision,
                    new Quantiles(volume, volume, volume),
                    trainingTokens,
                    prompt,
                    output,
                    context,
                    batch,
                    firstTokenMs,
                    tokenMs,
                    days,
                    frameworks,
                    kernels,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    false,
                    false,
                    utilisation,
                    false,
                    null,
                    null,
                    measurements);
        }
    }

    public static Fit fit(Workload workload, Offer offer, Accelerator accelerator, Measurement... measurements) {
        return new Fitting(Measurements.visibleAt(AS_OF, List.of(measurements)), POLICY, AS_OF)
                .fit(workload, offer, accelerator);
    }
}
