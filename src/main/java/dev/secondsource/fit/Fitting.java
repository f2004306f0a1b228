package dev.secondsource.fit;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Offer;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.Workload;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Works out how a workload runs on an offer: memory, latency, speed and the number of accelerators.
 * Made once for a decision and asked for every pair; it keeps nothing from one question to the next.
 */
public final class Fitting {
    private final Measurements measurements;
    private final Planning planning;
    private final LocalDate asOf;

    /**
     * @param measurements those visible on {@code asOf}
     * @param policy must hold every {@code fit.*} key
     * @param asOf the buyer's own measurements of later days are not seen
     * @throws IllegalArgumentException if the policy lacks a key
     */
    public Fitting(Measurements measurements, Policy policy, LocalDate asOf) {
        this.measurements = measurements;
        this.planning = Planning.of(policy::number);
        this.asOf = asOf;
    }

    /** The policy keys the fit reads. */
    public static SortedSet<String> policyKeys() {
        SortedSet<String> keys = new TreeSet<>();
        Planning.of(key -> {
            keys.add(key);
            return BigDecimal.ONE;
        });
        return keys;
    }

    /**
     * The workload on this offer of this accelerator. What is not known leaves null behind, and its name in
     * {@link Fit#missing()}.
     *
     * @param accelerator the one the offer names
     */
    public Fit fit(Workload workload, Offer offer, Accelerator accelerator) {
        Case on = new Case(workload, offer, accelerator, planning, measurements, asOf, new ArrayList<>(0));
        MemoryFit memory = MemoryFitting.fit(on);
        if (workload.kind().isTraining()) return Training.fit(on, memory);
        return workload.model().modality() == ModelSpec.Modality.IMAGE ? Imaging.fit(on, memory) : Serving.fit(on, memory);
    }
}
