package dev.secondsource.fit;

import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.NumericFormat;
import java.math.BigDecimal;
import java.util.function.Function;

/** The planning values of {@code fit.*}, read once from a policy. */
record Planning(
        double memoryOverhead,
        double trainingBytesPerParameter,
        int chipsInAServer,
        int largestCluster,
        int groupGrowth,
        Band bandwidthUse,
        Band inferenceCompute,
        double bestPrefill,
        Band denseTraining,
        Band sparseTraining,
        double goodput,
        double measuredBand,
        double nearestBand,
        double nearestModelFactor,
        double nearestBatchFactor,
        int benchmarkBatch,
        int benchmarkPrompt,
        int benchmarkOutput) {

    /** A share of a peak: the plan, and the ends of what is plausible. */
    record Band(double low, double planned, double high) {
        static Band of(Function<String, BigDecimal> policy, String stem) {
            return new Band(
                    real(policy, "fit.low-" + stem),
                    real(policy, "fit.planning-" + stem),
                    real(policy, "fit.high-" + stem));
        }
    }

    /** @param policy gives the value of a key */
    static Planning of(Function<String, BigDecimal> policy) {
        return new Planning(
                real(policy, "fit.memory-overhead"),
                real(policy, "fit.training-bytes-per-parameter"),
                whole(policy, "fit.chips-in-a-server"),
                whole(policy, "fit.largest-cluster"),
                whole(policy, "fit.group-growth"),
                Band.of(policy, "mbu"),
                Band.of(policy, "mfu-inference"),
                real(policy, "fit.best-prefill-mfu"),
                Band.of(policy, "mfu-dense"),
                Band.of(policy, "mfu-moe"),
                real(policy, "fit.goodput"),
                real(policy, "fit.band-measured"),
                real(policy, "fit.band-nearest"),
                real(policy, "fit.nearest-model-factor"),
                real(policy, "fit.nearest-batch-factor"),
                whole(policy, "fit.benchmark-batch"),
                whole(policy, "fit.benchmark-prompt-tokens"),
                whole(policy, "fit.benchmark-output-tokens"));
    }

    /** FIT-07: mixtures of experts, and arithmetic of eight bits or fewer, reach a smaller share of their peak. */
    Band trainingMfu(ModelSpec model, NumericFormat format) {
        return model.isMixtureOfExperts() || format.bytes() <= 1 ? sparseTraining : denseTraining;
    }

    private static double real(Function<String, BigDecimal> policy, String key) {
        return policy.apply(key).doubleValue();
    }

    private static int whole(Function<String, BigDecimal> policy, String key) {
        return policy.apply(key).intValue();
    }
}
