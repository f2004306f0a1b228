package dev.secondsource.decision;

import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of the work may rest on one entity of a layer.
 *
 * @param value of the policy, with its key: a share, 0–1
 * @param isCap no allocation passes it unless limits conflict; else it is a line above which the review objects
 */
public record LayerBound(PolicyValue value, boolean isCap) {
    static final SortedMap<Layer, String> CAPS = new TreeMap<>(Map.of(Layer.DESIGNER, "div.designer-share-cap", Layer.PROVIDER, "div.provider-share-cap",
            Layer.STACK, "div.stack-share-cap", Layer.JURISDICTION, "div.jurisdiction-share-cap"));
    /** Layers inside the chip, which no cap but only an objection of the review keeps apart. */
    static final SortedMap<Layer, String> LINES = new TreeMap<>(Map.of(Layer.FOUNDRY, "div.foundry-share-line", Layer.MEMORY, "div.memory-share-cap"));

    /**
     * The one that holds at a layer of a decision; empty if none does: the policy sets none, allows all, or the profile does
     * not say whose law may reach the operator.
     */
    public static Optional<LayerBound> of(Exposure exposure, Policy policy) {
        if (exposure.layer() == Layer.JURISDICTION && !exposure.lawNamed()) return Optional.empty();
        boolean cap = CAPS.containsKey(exposure.layer());
        return Optional.ofNullable((cap ? CAPS : LINES).get(exposure.layer())).map(policy.values()::get).filter(v -> v.value().compareTo(BigDecimal.ONE) < 0).map(v -> new LayerBound(v, cap));
    }
}
