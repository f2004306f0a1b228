package dev.secondsource.exposure;

import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How likely two suppliers fail in one year, given what stands behind both (DIV-13, beta-factor model). */
public final class CommonCause {
    private static final String OUTAGE = "div.outage-probability";
    private static final String NOTHING_SHARED = "div.beta-none";
    private static final Map<Layer, String> BETA = Map.of(
            Layer.DESIGNER, "div.beta-designer", Layer.PROVIDER, "div.beta-provider",
            Layer.FOUNDRY, "div.beta-foundry", Layer.JURISDICTION, "div.beta-jurisdiction");

    private CommonCause() {}

    /** Layers that can take two suppliers at once. */
    public static Set<Layer> layers() {
        return BETA.keySet();
    }

    /** Policy keys it reads. */
    public static Set<String> policyKeys() {
        Set<String> keys = new TreeSet<>(BETA.values());
        keys.add(OUTAGE);
        keys.add(NOTHING_SHARED);
        return keys;
    }

    /** βp + (1 − βp)((1 − β)p)²: one cause takes both, or each fails by itself. */
    public static BigDecimal bothFail(BigDecimal p, BigDecimal beta) {
        BigDecimal common = beta.multiply(p);
        BigDecimal alone = BigDecimal.ONE.subtract(beta).multiply(p);
        return Decimals.plain(common.add(BigDecimal.ONE.subtract(common).multiply(alone).multiply(alone)).round(Decimals.PRECISION));
    }

    /** The same with the policy's outage probability and the strongest of the shared layers. */
    public static BigDecimal bothFail(Collection<Layer> shared, Policy policy) {
        BigDecimal beta = shared.stream().map(BETA::get).filter(java.util.Objects::nonNull).map(policy::number)
                .reduce(policy.number(NOTHING_SHARED), BigDecimal::max);
        return bothFail(policy.number(OUTAGE), beta);
    }
}
