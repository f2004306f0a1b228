package dev.secondsource.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Samples;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Site;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResidencyTest {
    private static final BuyerProfile ANYWHERE = Bench.buyer();
    private static final BuyerProfile EUROPEAN = Facts.with(Facts.with(ANYWHERE, "jurisdictions", Set.of("EU")), "operatorJurisdictions", Set.of("EU"));
    private static final Supplier AMERICAN = Bench.supplier("shop");
    private static final Supplier FRENCH = Facts.with(AMERICAN, "jurisdiction", "FR");
    private static final Offer IN_PARIS = in("FR");
    private static final Offer OWNED = Samples.offer(Samples.h100(), 1, PricingKind.PURCHASE, "30000", null);

    @Test
    void aBuyerWithoutWishesAllowsAll() {
        Residency residency = of(in(Region.UNKNOWN_COUNTRY), AMERICAN, ANYWHERE, null);

        assertThat(residency.dataRestricted()).isFalse();
        assertThat(residency.dataAllowed()).isTrue();
        assertThat(residency.operatorRestricted()).isFalse();
        assertThat(residency.operatorAllowed()).isTrue();
        assertThat(residency.dataCountry()).isEqualTo("a country that is not stated");
    }

    @Test
    void judgesDataAndOperatorApart() {
        Residency american = of(IN_PARIS, AMERICAN, EUROPEAN, null);
        Residency french = of(in("US"), FRENCH, EUROPEAN, null);

        assertThat(american.dataAllowed()).isTrue();
        assertThat(american.operatorAllowed()).isFalse();
        assertThat(french.dataAllowed()).isFalse();
        assertThat(french.operatorAllowed()).isTrue();
    }

    @Test
    void anUnknownCountryIsNeitherAllowedNorForbidden() {
        Residency residency = of(in(Region.UNKNOWN_COUNTRY), FRENCH, EUROPEAN, null);

        assertThat(residency.dataRestricted()).isTrue();
        assertThat(residency.dataCountry()).isNull();
        assertThat(residency.dataAllowed()).isNull();
        assertThat(residency.listedDestination()).isNull();
    }

    @Test
    void anOwnMachineStandsUnderTheLawOfItsSite() {
        Residency here = of(OWNED, AMERICAN, EUROPEAN, site("DE"));
        Residency nowhere = of(OWNED, AMERICAN, EUROPEAN, null);

        assertThat(here.dataCountry()).isEqualTo("DE");
        assertThat(here.dataAllowed()).isTrue();
        assertThat(here.operatorRestricted()).isFalse();
        assertThat(here.sovereigntyRequired()).isNull();
        assertThat(nowhere.dataAllowed()).isNull();
    }

    @Test
    void namesEachAttestationThatIsMissing() {
        BuyerProfile asking = Facts.with(ANYWHERE, "requiredCertifications", List.of("iso27001", "c5", "hds"));
        Supplier attested = Facts.with(AMERICAN, "certifications", List.of(fact("iso27001"), fact("soc2")));

        assertThat(of(IN_PARIS, attested, asking, null).missingCertifications()).containsExactly("c5", "hds");
        assertThat(of(IN_PARIS, attested, asking, null).certified()).isFalse();
        assertThat(of(IN_PARIS, AMERICAN, asking, null).certified()).as("nothing on file").isNull();
        assertThat(of(IN_PARIS, Facts.with(AMERICAN, "certifications", List.of(fact("hds"), fact("c5"), fact("iso27001"))), asking, null).certified()).isTrue();
        assertThat(of(OWNED, AMERICAN, asking, site("DE")).certificationsRequired()).isFalse();
    }

    @Test
    void readsTheSovereigntyLevelWhereItIsAskedFor() {
        BuyerProfile asking = Facts.with(ANYWHERE, "minimumSovereigntyLevel", 3);
        Supplier rated = Facts.with(AMERICAN, "figures", Map.of(Supplier.Figure.SOVEREIGNTY_LEVEL, new Fact<>(BigDecimal.valueOf(2), Bench.graded(Grade.E1))));

        assertThat(of(IN_PARIS, rated, asking, null)).satisfies(r -> {
            assertThat(r.sovereigntyAsked()).isTrue();
            assertThat(r.sovereigntyRequired()).isEqualTo(3);
            assertThat(r.sovereigntyLevel()).isEqualTo(2);
        });
        assertThat(of(IN_PARIS, AMERICAN, asking, null).sovereigntyLevel()).isNull();
        assertThat(of(IN_PARIS, rated, ANYWHERE, null).sovereigntyAsked()).isFalse();
    }

    @Test
    void knowsADestinationUnderExportControl() {
        assertThat(of(in("CN"), AMERICAN, ANYWHERE, null).listedDestination()).isTrue();
        assertThat(of(in("FR"), AMERICAN, ANYWHERE, null).listedDestination()).isFalse();
        assertThat(of(OWNED, AMERICAN, ANYWHERE, site("CN")).listedDestination()).isTrue();
    }

    /** Regulation (EU) 2023/2854 applies from 12 September 2025. */
    @Test
    void theLawOnSwitchingHoldsForEuropeansFromItsDayOn() {
        LocalDate day = LocalDate.of(2025, 9, 12);

        assertThat(Residency.of(IN_PARIS, AMERICAN, EUROPEAN, null, day).switchingLaw()).isTrue();
        assertThat(Residency.of(IN_PARIS, AMERICAN, EUROPEAN, null, day.minusDays(1)).switchingLaw()).isFalse();
        assertThat(Residency.of(IN_PARIS, AMERICAN, ANYWHERE, null, day).switchingLaw()).isFalse();
        assertThat(Residency.of(OWNED, AMERICAN, EUROPEAN, site("DE"), day).switchingLaw()).isFalse();
    }

    private static Residency of(Offer offer, Supplier provider, BuyerProfile buyer, @Nullable Site site) {
        return Residency.of(offer, provider, buyer, site, Bench.AS_OF);
    }

    private static Offer in(String country) {
        return Facts.with(Samples.onDemand(Samples.h100(), 8), "region", new Region("shop", "region", country));
    }

    private static Site site(String country) {
        return new Site("hall", country, new BigDecimal("1000"), new BigDecimal("40"), true, new BigDecimal("1.2"), Money.usd("0.1"), BigDecimal.ZERO, null, null);
    }

    private static Fact<String> fact(String certification) {
        return new Fact<>(certification, Bench.graded(Grade.E1));
    }
}
