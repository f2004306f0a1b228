package dev.secondsource.candidate;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Jurisdictions;
import dev.secondsource.profile.Site;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the data would be, whose law reaches the operator, and what the provider attests. */
public record Residency(
        @Meaning("fact that the buyer limits where data may be") boolean dataRestricted,
        @Meaning("country the data would be in") @Nullable String dataCountry,
        @Meaning("fact that the buyer may hold the data there") @Nullable Boolean dataAllowed,
        @Meaning("fact that the buyer limits who may operate the service") boolean operatorRestricted,
        @Meaning("country whose law reaches the operator") @Nullable String operatorCountry,
        @Meaning("fact that the buyer accepts such an operator") @Nullable Boolean operatorAllowed,
        @Meaning("fact that the buyer asks for attestations") boolean certificationsRequired,
        @Meaning("fact that the provider shows every attestation asked for") @Nullable Boolean certified,
        @Meaning("attestations that are missing") List<String> missingCertifications,
        @Meaning("fact that the buyer asks a provider for a sovereignty level") boolean sovereigntyAsked,
        @Meaning("least sovereignty level (SEAL) the buyer accepts") @Nullable Integer sovereigntyRequired,
        @Meaning("sovereignty level (SEAL) of the provider's weakest objective") @Nullable Integer sovereigntyLevel,
        @Meaning("fact that the machines would stand in a country under chip export control")
                @Nullable Boolean listedDestination,
        @Meaning("fact that the EU Data Act gives the buyer a right to switch providers") boolean switchingLaw) {

    /** Day from which Regulation (EU) 2023/2854 applies. */
    private static final LocalDate EU_DATA_ACT = LocalDate.of(2025, 9, 12);
    private static final String NOT_STATED = "a country that is not stated";

    /** @param site where an owned machine would stand, null if none or not owned */
    static Residency of(Offer offer, Supplier provider, BuyerProfile buyer, @Nullable Site site, LocalDate asOf) {
        boolean owned = offer.pricing() == PricingKind.PURCHASE;
        String data = owned ? site == null ? null : site.jurisdiction() : country(offer.region());
        String operator = owned ? data : provider.jurisdiction();
        List<String> attested = provider.certifications().stream().map(Fact::value).toList();
        boolean asks = !buyer.requiredCertifications().isEmpty() && !owned;
        List<String> missing = asks ? buyer.requiredCertifications().stream().filter(c -> !attested.contains(c)).toList() : List.of();
        Fact<java.math.BigDecimal> level = provider.figures().get(Supplier.Figure.SOVEREIGNTY_LEVEL);
        return new Residency(
                !buyer.jurisdictions().isEmpty(),
                data == null && buyer.jurisdictions().isEmpty() ? NOT_STATED : data,
                allowed(buyer.jurisdictions(), data),
                !owned && !buyer.operatorJurisdictions().isEmpty(),
                operator == null && buyer.operatorJurisdictions().isEmpty() ? NOT_STATED : operator,
                allowed(buyer.operatorJurisdictions(), operator),
                asks,
                // No attestation on file at all says that nobody looked, not that there is none.
                asks && attested.isEmpty() ? null : missing.isEmpty(),
                missing,
                buyer.minimumSovereigntyLevel() != null && !owned,
                owned ? null : buyer.minimumSovereigntyLevel(),
                level == null ? null : level.value().intValue(),
                data == null ? null : Jurisdictions.isUnderChipControl(data),
                !owned && Jurisdictions.isEuropean(buyer.jurisdictions()) && !asOf.isBefore(EU_DATA_ACT));
    }

    private static @Nullable String country(@Nullable Region region) {
        return region == null || region.country().equals(Region.UNKNOWN_COUNTRY) ? null : region.country();
    }

    private static @Nullable Boolean allowed(Set<String> countries, @Nullable String country) {
        if (countries.isEmpty()) return true;
        return country == null ? null : Jurisdictions.cover(countries, country);
    }
}
