package dev.secondsource.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the buyer's contract, signed or offered, says with one provider. Null means: not stated, hence UNKNOWN.
 *
 * @param provider market id
 * @param takeOrPayShare share of the commitment paid whether used or not, 0–1
 * @param prepaidShare share of the contract value paid in advance, 0–1
 * @param priceReset a benchmark, most-favoured-customer or re-opener clause exists
 * @param upgradeRight the commitment may move to a newer accelerator
 * @param exitPlan a tested exit and transition plan exists
 * @param sublet unused capacity may be assigned or sublet
 * @param goodputCredit credits are due below an agreed availability or goodput
 * @param deliveryMilestones delivery dates carry damages
 * @param exclusive volume is tied to this provider
 * @param noticeDays notice to leave, days
 * @param bindingVolumeShare share of the announced volume that the provider is bound to deliver, 0–1
 * @param supportYears years for which spares and software are promised for machines bought
 */
public record ContractTerms(
        String provider,
        @Nullable BigDecimal takeOrPayShare,
        @Nullable BigDecimal prepaidShare,
        @Nullable Boolean priceReset,
        @Nullable Boolean upgradeRight,
        @Nullable Boolean exitPlan,
        @Nullable Boolean sublet,
        @Nullable Boolean goodputCredit,
        @Nullable Boolean deliveryMilestones,
        @Nullable Boolean exclusive,
        @Nullable Integer noticeDays,
        @Nullable BigDecimal bindingVolumeShare,
        @Nullable BigDecimal supportYears) {

    /** Nothing is known of the contract with this provider. */
    public static ContractTerms unknown(String provider) {
        return new ContractTerms(provider, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
