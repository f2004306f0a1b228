package dev.secondsource.fit;

/**
 * A decoder model under one mix of requests, as bytes and operations (after the jax-ml scaling-book, ch. 7).
 *
 * @param active parameters one token passes through
 * @param total parameters in memory
 * @param bytesPerParameter of the weights as run
 * @param cacheBytesPerToken key-value cache of one token of one sequence (F-KV)
 * @param prompt input tokens of a request
 * @param output output tokens of a request
 */
record TokenWork(
        double active, double total, double bytesPerParameter, double cacheBytesPerToken, double prompt, double output) {

    /** F-KV: 2 × layers × heads × dimension × bytes: one key and one value. */
    static double cacheBytesPerToken(int layers, int kvHeads, int headDimension, double bytes) {
        return 2.0 * layers * kvHeads * headDimension * bytes;
    }

    /** Tokens a sequence holds on average while it is decoded. */
    double meanLength() {
        return prompt + output / 2;
    }

    /**
     * Bytes of weights one decode step reads. All of them for a dense model; for a mixture of experts the expected
     * part that {@code batch} independently routed tokens touch, which is the active part at batch 1 and nearly all
     * of it at large batches.
     */
    double weightBytesRead(int batch) {
        double untouched = active >= total ? 0 : StrictMath.pow(1 - active / total, batch);
        return total * (1 - untouched) * bytesPerParameter;
    }

    double cacheBytesRead(int batch, double length) {
        return batch * length * cacheBytesPerToken;
    }

    /** F-STEP: cache bytes ÷ bandwidth + max(arithmetic, weight bytes ÷ bandwidth), at this length of every sequence. */
    double stepSeconds(int batch, double length, Rates rates) {
        double arithmetic = 2 * batch * active / rates.flopsPerSecond();
        double weights = weightBytesRead(batch) / rates.bytesPerSecond();
        return cacheBytesRead(batch, length) / rates.bytesPerSecond() + Math.max(arithmetic, weights);
    }

    double stepSeconds(int batch, Rates rates) {
        return stepSeconds(batch, meanLength(), rates);
    }

    /** F-TTFT: 2 × active parameters × prompt ÷ achieved arithmetic. */
    double prefillSeconds(Rates rates) {
        return 2 * active * prompt / rates.flopsPerSecond();
    }

    /** Output tokens a second when the same silicon prefills each request and then decodes it (F-TPS with F-TTFT). */
    double tokensPerSecond(int batch, Rates rates) {
        return batch * output / (batch * prefillSeconds(rates) + output * stepSeconds(batch, rates));
    }

    /**
     * F-BCRIT: the batch at which arithmetic takes as long as reading the weights, at peak rates. A mixture of experts
     * spreads a batch over its experts, so it takes total ÷ active times as many.
     */
    double criticalBatch(Rates peak) {
        return peak.flopsPerSecond() * bytesPerParameter / (2 * peak.bytesPerSecond()) * (total / active);
    }

    /** FIT-03 κ: share of a step's bytes that are cache. */
    double cacheShare(int batch, double length) {
        double cache = cacheBytesRead(batch, length);
        return cache / (cache + weightBytesRead(batch));
    }

    /** The largest batch, at most {@code most}, whose step is within the limit; 0 if even one sequence misses it. */
    int largestBatchWithin(double limitSeconds, int most, Rates rates) {
        if (stepSeconds(most, rates) <= limitSeconds) return most;
        int within = 0;
        int beyond = most;
        while (beyond - within > 1) {
            int middle = (within + beyond) >>> 1;
            if (stepSeconds(middle, rates) <= limitSeconds) within = middle;
            else beyond = middle;
        }
        return within;
    }
}
