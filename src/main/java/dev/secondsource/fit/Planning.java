package dev.secondsource.fit;

import dev.secondsource.policy.Policy;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.ModelSpec;

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
        double nearestFactor,
        int benchmarkBatch,
        int benchmarkPrompt,
        int benchmarkOutput) {

    /** A share of a peak: the plan, and the ends of what is plausible. */
    record Band(double low, double planned, double high) {
        static Band of(Policy policy, String stem) {
            return new Band(policy.real("fit.low-" + stem), policy.real("fit.planning-" + stem), policy.real("fit.high-" + stem));
        }
    }

    static Planning of(Policy policy) {
        return new Planning(
                policy.real("fit.memory-overhead"),
                policy.real("fit.training-bytes-per-parameter"),
                whole(policy, "fit.chips-in-a-server"),
                whole(policy, "fit.largest-cluster"),
                whole(policy, "fit.group-growth"),
                Band.of(policy, "mbu"),
                Band.of(policy, "mfu-inference"),
                policy.real("fit.best-prefill-mfu"),
                Band.of(policy, "mfu-dense"),
                Band.of(policy, "mfu-moe"),
                policy.real("fit.goodput"),
                policy.real("fit.band-measured"),
                policy.real("fit.band-nearest"),
                policy.real("fit.nearest-model-factor"),
                whole(policy, "fit.benchmark-batch"),
                whole(policy, "fit.benchmark-prompt-tokens"),
                whole(policy, "fit.benchmark-output-tokens"));
    }

    /** FIT-07: mixtures of experts, and arithmetic of eight bits or fewer, reach a smaller share of their peak. */
    Band trainingMfu(ModelSpec model, NumericFormat format) {
        return model.isMixtureOfExperts() || format.bytes() <= 1 ? sparseTraining : denseTraining;
    }

    private static int whole(Policy policy, String key) {
        return policy.number(key).intValue();
    }
}
