package dev.secondsource.candidate;

import dev.secondsource.cost.Commitments;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Offer;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A commitment against paying on demand for the same unit in the same place. All null unless committed. */
public record Commitment(
        @Meaning(value = "discount against on-demand", unit = Unit.SHARE) @Nullable BigDecimal discount,
        @Meaning(value = "utilisation at which it breaks even", unit = Unit.SHARE) @Nullable BigDecimal breakEvenUtilisation,
        @Meaning(value = "probability that demand falls below it", unit = Unit.SHARE) @Nullable BigDecimal underuseProbability,
        @Meaning(value = "volume worth committing relative to the expected demand", unit = Unit.SHARE)
                @Nullable BigDecimal worthCommitting,
        @Meaning(value = "volume committed beyond that, relative to the expected demand", unit = Unit.SHARE)
                @Nullable BigDecimal excess,
        @Meaning("fact that it still pays if on-demand prices fall moderately") @Nullable Boolean paysAtModerateDecline,
        @Meaning("fact that it still pays if on-demand prices fall fast") @Nullable Boolean paysAtFastDecline) {

    private static final String MODERATE = "tco.moderate-decline";
    private static final String FAST = "tco.fast-decline";
    private static final Commitment NONE = new Commitment(null, null, null, null, null, null, null);

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(MODERATE, FAST);
    }

    static Commitment of(Offer offer, @Nullable Offer onDemand, @Nullable BigDecimal committedShare, Workload workload, Policy policy) {
        if (offer.termMonths() == null || offer.price() == null || onDemand == null || onDemand.price() == null
                || !offer.price().currency().equals(onDemand.price().currency())) return NONE;
        BigDecimal discount = Commitments.discount(offer.price().amount(), onDemand.price().amount());
        BigDecimal breakEven = Commitments.breakEvenUtilisation(discount);
        BigDecimal p50 = workload.volumePerMonth().p50();
        int years = Math.max(1, offer.termMonths() / 12);
        BigDecimal worth = p50.signum() == 0 ? null : Decimals.divide(Commitments.worthCommitting(discount, workload.volumePerMonth()), p50);
        // Capacity that must stand is paid for every hour on demand too; other work would pay for its own hours only.
        BigDecimal used = workload.kind() == WorkloadKind.ONLINE_SERVING ? BigDecimal.ONE : workload.utilisation();
        return new Commitment(
                discount,
                breakEven,
                Commitments.underuseProbability(workload.volumePerMonth(), p50, breakEven),
                worth,
                worth == null || committedShare == null ? null : committedShare.subtract(worth).max(BigDecimal.ZERO),
                Commitments.pays(discount, used, policy.number(MODERATE), years),
                Commitments.pays(discount, used, policy.number(FAST), years));
    }
}
