package dev.secondsource.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.fit.Samples;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ContractTerms;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealTest {
    @ParameterizedTest
    @CsvSource({"ON_DEMAND, false", "SPOT, false", "CAPACITY_BLOCK, true", "COMMITTED,", "PURCHASE,", "UNPRICED,"})
    void aVolumeIsSignedWithABlockNeverByTheHourAndElseTheContractMustSay(PricingKind pricing, @Nullable Boolean signed) {
        assertThat(of(pricing, null).volumeSigned()).isEqualTo(signed);
        assertThat(of(pricing, null).volumeUnstated()).isEqualTo(signed == null);
    }

    @Test
    void theContractSaysItByTheVolumeThatBinds() {
        assertThat(of(PricingKind.PURCHASE, "0.01").volumeSigned()).isTrue();
        assertThat(of(PricingKind.PURCHASE, "0").volumeSigned()).isFalse();
        assertThat(of(PricingKind.ON_DEMAND, "1").volumeSigned()).as("an hour is an hour").isFalse();
    }

    private static Deal of(PricingKind pricing, @Nullable String binding) {
        Offer offer = Facts.with(Facts.with(Samples.offer(Samples.h100(), 1, PricingKind.ON_DEMAND, "2", null), "pricing", pricing), "provider", "shop");
        ContractTerms terms = Facts.with(ContractTerms.unknown("shop"), "bindingVolumeShare", binding == null ? null : new BigDecimal(binding));
        BuyerProfile buyer = Facts.with(Bench.buyer(), "contracts", List.of(terms));
        return Deal.of(offer, Bench.supplier("maker"), buyer);
    }
}
