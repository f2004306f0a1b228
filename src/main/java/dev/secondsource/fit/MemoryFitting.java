package dev.secondsource.fit;

import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** F-MEM and FIT-02: how many accelerators hold the workload. */
final class MemoryFitting {
    private static final double GIB = 1L << 30;
    private static final double BILLION = 1e9;

    private MemoryFitting() {}

    static MemoryFit fit(Case on) {
        ModelSpec model = on.workload().model();
        boolean training = on.workload().kind().isTraining();
        double bytesPerParameter =
                training ? on.planning().trainingBytesPerParameter() : model.weightFormat().bytes();
        double weights = model.totalParametersBillions().doubleValue() * BILLION * bytesPerParameter / GIB;
        Double cacheBytes = training || model.modality() == ModelSpec.Modality.IMAGE ? Double.valueOf(0) : cacheBytes(on);
        if (cacheBytes == null) return unknown(on, weights, null, null);
        double cache = cacheBytes / GIB;
        double needed = (weights + cache) * (1 + on.planning().memoryOverhead());
        BigDecimal memory = on.accelerator().memoryGiB();
        if (memory == null) {
            on.missing().add("memory of " + on.accelerator().id());
            return unknown(on, weights, cache, needed);
        }

        double least = Sizing.ceil(needed / memory.doubleValue());
        List<String> missing = new ArrayList<>(0);
        Integer largest = training ? Topology.largestShardedGroup(on.offer(), on.planning().largestCluster(), missing)
                : Topology.largestGroup(on.offer(), on.accelerator(), on.planning().chipsInAServer(), missing);
        if (largest == null) {
            if (least > on.unit()) {
                on.missing().addAll(missing);
                return new MemoryFit(Decimals.of(weights), Decimals.of(cache), Decimals.of(needed), memory, null, null, null, null);
            }
            largest = on.unit();
        }
        boolean fits = least <= largest;
        int count = fits ? allowed(on, training, (int) least) : 0;
        fits = fits && count <= largest;
        return new MemoryFit(
                Decimals.of(weights),
                Decimals.of(cache),
                Decimals.of(needed),
                memory,
                fits ? count : null,
                largest,
                fits ? Decimals.of(1 - needed / (count * memory.doubleValue())) : null,
                fits);
    }

    private static int allowed(Case on, boolean training, int least) {
        return training ? Topology.wholeUnits(on.unit(), least) : Topology.roundUp(on.unit(), least);
    }

    /** Key-value cache of the workload's batch at its longest context; null, with what is missing added. */
    private static @Nullable Double cacheBytes(Case on) {
        Workload workload = on.workload();
        Double perToken = cacheBytesPerToken(on);
        if (workload.contextTokens() == null) on.missing().add("context length of " + workload.id());
        if (perToken == null || workload.contextTokens() == null) return null;
        return (double) workload.batch() * workload.contextTokens() * perToken;
    }

    /** F-KV of the workload's model; 0 for a model that says it has no cache, null if only a part is stated. */
    static @Nullable Double cacheBytesPerToken(Case on) {
        ModelSpec model = on.workload().model();
        if (model.layers() == null && model.kvHeads() == null && model.headDimension() == null) return 0.0;
        if (model.layers() == null || model.kvHeads() == null || model.headDimension() == null || model.kvFormat() == null) {
            String what = "shape of the key-value cache of " + model.name();
            if (!on.missing().contains(what)) on.missing().add(what);
            return null;
        }
        return TokenWork.cacheBytesPerToken(
                model.layers(), model.kvHeads(), model.headDimension(), model.kvFormat().bytes());
    }

    private static MemoryFit unknown(Case on, double weights, @Nullable Double cache, @Nullable Double needed) {
        return new MemoryFit(
                Decimals.of(weights),
                cache == null ? null : Decimals.of(cache),
                needed == null ? null : Decimals.of(needed),
                on.accelerator().memoryGiB(),
                null,
                null,
                null,
                null);
    }
}
