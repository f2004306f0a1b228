package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ContractTerms;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The offer as a contract: what the price binds the buyer to, and what the contract with the provider says. */
public record Deal(
        @Meaning("pricing") PricingKind pricing,
        @Meaning("fact that the machine is bought") boolean owned,
        @Meaning("fact that the buyer commits for a term") boolean committed,
        @Meaning("fact that capacity may be taken away at short notice") boolean spot,
        @Meaning("fact that something must be delivered or reserved before work can start") boolean ordered,
        @Meaning(value = "term of the commitment", unit = Unit.MONTHS) @Nullable Integer termMonths,
        @Meaning(value = "term counted in generations of the designer's chips", unit = Unit.RATIO)
                @Nullable BigDecimal generationsInTerm,
        @Meaning(value = "committed volume relative to the expected demand", unit = Unit.SHARE)
                @Nullable BigDecimal committedShareOfDemand,
        @Meaning(value = "share paid in advance", unit = Unit.SHARE) @Nullable BigDecimal prepaidShare,
        @Meaning("existence of a price re-opener or benchmark clause") @Nullable Boolean priceReset,
        @Meaning("right to move the commitment to newer chips") @Nullable Boolean upgradeRight,
        @Meaning("existence of a tested exit plan") @Nullable Boolean exitPlan,
        @Meaning("right to sublet unused capacity") @Nullable Boolean sublet,
        @Meaning("credits for lost goodput") @Nullable Boolean goodputCredit,
        @Meaning("damages for late delivery") @Nullable Boolean deliveryMilestones,
        @Meaning("tie of volume to this provider alone") @Nullable Boolean exclusive,
        @Meaning(value = "notice to leave", unit = Unit.DAYS) @Nullable Integer noticeDays,
        @Meaning("fact that a volume was agreed, for now or for later") boolean volumeAgreed,
        @Meaning(value = "share of the announced volume that must be delivered", unit = Unit.SHARE)
                @Nullable BigDecimal bindingVolumeShare,
        @Meaning("fact that a volume is signed for the buyer") @Nullable Boolean volumeSigned,
        @Meaning("fact that nobody says whether a volume is signed for the buyer") boolean volumeUnstated,
        @Meaning(value = "years for which spares and software are promised", unit = Unit.YEARS)
                @Nullable BigDecimal supportYears) {

    /** @param designer of the accelerator, whose cadence measures the term */
    static Deal of(Offer offer, Supplier designer, BuyerProfile buyer) {
        ContractTerms terms = buyer.contractWith(offer.provider());
        Boolean signed = volumeSigned(offer.pricing(), terms);
        boolean committed = offer.pricing() == PricingKind.COMMITTED;
        boolean owned = offer.pricing() == PricingKind.PURCHASE;
        Fact<BigDecimal> cadence = designer.figures().get(Supplier.Figure.CADENCE_MONTHS);
        BigDecimal generations = offer.termMonths() == null || cadence == null ? null
                : Decimals.divide(BigDecimal.valueOf(offer.termMonths()), cadence.value());
        // A published commitment is paid whether used or not, unless the buyer's own contract says otherwise.
        BigDecimal committedShare = !committed ? null : terms.takeOrPayShare() == null ? BigDecimal.ONE : terms.takeOrPayShare();
        return new Deal(offer.pricing(), owned, committed, offer.pricing() == PricingKind.SPOT, committed || owned, offer.termMonths(),
                generations, committedShare, terms.prepaidShare(), terms.priceReset(), terms.upgradeRight(), terms.exitPlan(),
                terms.sublet(), terms.goodputCredit(), terms.deliveryMilestones(), terms.exclusive(), terms.noticeDays(),
                committed || terms.bindingVolumeShare() != null && (owned || offer.pricing() == PricingKind.UNPRICED),
                terms.bindingVolumeShare(), signed, signed == null, terms.supportYears());
    }

    /** A block is a volume and a date; by the hour nothing is promised; of anything else the contract must say. */
    private static @Nullable Boolean volumeSigned(PricingKind pricing, ContractTerms terms) {
        if (pricing == PricingKind.CAPACITY_BLOCK) return true;
        if (pricing == PricingKind.ON_DEMAND || pricing == PricingKind.SPOT) return false;
        return terms.bindingVolumeShare() == null ? null : terms.bindingVolumeShare().signum() > 0;
    }
}
