package dev.secondsource.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The model a workload runs.
 *
 * @param name as published, for example {@code Llama-3.1-70B}
 * @param modality what one unit of its output is
 * @param totalParametersBillions all weights that must sit in memory
 * @param activeParametersBillions weights one token passes through; equals the total for a dense model
 * @param layers transformer layers; null for models without a key-value cache
 * @param kvHeads key-value heads; null likewise
 * @param headDimension dimension of one head; null likewise
 * @param weightFormat format of the weights as run
 * @param kvFormat format of the key-value cache as run; null likewise
 * @param teraflopsPerUnit compute of one image; null for token models, or where not known
 */
public record ModelSpec(
        String name,
        Modality modality,
        BigDecimal totalParametersBillions,
        BigDecimal activeParametersBillions,
        @Nullable Integer layers,
        @Nullable Integer kvHeads,
        @Nullable Integer headDimension,
        NumericFormat weightFormat,
        @Nullable NumericFormat kvFormat,
        @Nullable BigDecimal teraflopsPerUnit) {

    /** What comes out of the model. */
    public enum Modality {
        /** Tokens; demand is counted in millions of output tokens. */
        TEXT,
        /** Images; demand is counted in thousands of images. */
        IMAGE
    }

    /** A model that routes each token through a part of its weights. */
    public boolean isMixtureOfExperts() {
        return activeParametersBillions.compareTo(totalParametersBillions) < 0;
    }
}
