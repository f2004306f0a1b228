package dev.secondsource.profile;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A buyer and everything the decision must know of them.
 *
 * @param id kebab-case, names the decision
 * @param name for people
 * @param description one or two sentences on who this is
 * @param asOf the day the decision is made; nothing dated later is seen
 * @param currency the currency answers are given in
 * @param budgetPerMonth most that may be spent on compute a month, null if unlimited
 * @param horizonMonths months the decision looks ahead, 1–120
 * @param jurisdictions countries (ISO 3166 alpha-2, or EU for all its members) where data may be and whose law may
 *     reach the operator; empty means anywhere
 * @param operatorJurisdictions countries whose companies may operate the service; empty means anywhere
 * @param deliveryModes ways of getting capacity that are allowed; at least one
 * @param sites own sites; needed to own machines
 * @param needBy day the capacity must stand, null if not bound
 * @param requiredCertifications attestations the provider must hold, kebab-case: iso27001, soc2, c5, hds
 * @param minimumSovereigntyLevel SEAL 0–4 of the EU Cloud Sovereignty Framework, null if none is asked
 * @param regulated the buyer is under operational-resilience law (DORA or alike)
 * @param confidentialComputing weights and traffic must be hidden from an operator who is a rival
 * @param exportLicence a licence for controlled accelerators at the buyer's own sites is in hand; null if not stated
 * @param restrictedLists lists of restricted parties the buyer must keep clear of, kebab-case: us-entity-list
 * @param competesIn lines of business, kebab-case, in which a supplier may be a rival
 * @param costOfCapital yearly rate, 0–1
 * @param computeShareOfCost what compute is of the buyer's whole cost, 0–1, null if not stated
 * @param workloads one or more
 * @param fleet what runs today, possibly nothing
 * @param engineering capacity to move and to run
 * @param selfBuild a chip of the buyer's own design, null if there is none
 * @param contracts what contracts say, by provider; a provider without one is unknown
 * @param commitments capacity the buyer already pays for, ended ones too
 * @param overrides blocks of the review that somebody has signed for, one a rule at most
 * @param priorities the criteria from most to least important; all six, no ties
 * @param policy variant and overrides
 */
public record BuyerProfile(
        String id,
        String name,
        String description,
        LocalDate asOf,
        Currency currency,
        @Nullable Money budgetPerMonth,
        int horizonMonths,
        Set<String> jurisdictions,
        Set<String> operatorJurisdictions,
        Set<DeliveryMode> deliveryModes,
        List<Site> sites,
        @Nullable LocalDate needBy,
        List<String> requiredCertifications,
        @Nullable Integer minimumSovereigntyLevel,
        boolean regulated,
        boolean confidentialComputing,
        @Nullable Boolean exportLicence,
        List<String> restrictedLists,
        List<String> competesIn,
        BigDecimal costOfCapital,
        @Nullable BigDecimal computeShareOfCost,
        List<Workload> workloads,
        List<FleetItem> fleet,
        Engineering engineering,
        @Nullable SelfBuild selfBuild,
        List<ContractTerms> contracts,
        List<ExistingCommitment> commitments,
        List<SignedOverride> overrides,
        List<Criterion> priorities,
        PolicyChoice policy) {

    public BuyerProfile {
        jurisdictions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(jurisdictions));
        operatorJurisdictions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(operatorJurisdictions));
        deliveryModes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(deliveryModes));
        sites = List.copyOf(sites);
        requiredCertifications = List.copyOf(requiredCertifications);
        restrictedLists = List.copyOf(restrictedLists);
        competesIn = List.copyOf(competesIn);
        workloads = List.copyOf(workloads);
        fleet = List.copyOf(fleet);
        contracts = List.copyOf(contracts);
        commitments = List.copyOf(commitments);
        overrides = List.copyOf(overrides);
        priorities = List.copyOf(priorities);
    }

    /** The same buyer, who decides by another policy. */
    public BuyerProfile decidingBy(PolicyChoice other) {
        return with(workloads, exportLicence, other);
    }

    /** The same buyer with other workloads. */
    public BuyerProfile demanding(List<Workload> others) {
        return with(others, exportLicence, policy);
    }

    /** The same buyer without a licence for controlled accelerators. */
    public BuyerProfile withoutExportLicence() {
        return with(workloads, false, policy);
    }

    private BuyerProfile with(List<Workload> otherWorkloads, @Nullable Boolean licence, PolicyChoice choice) {
        return new BuyerProfile(id, name, description, asOf, currency, budgetPerMonth, horizonMonths, jurisdictions, operatorJurisdictions, deliveryModes, sites, needBy,
                requiredCertifications, minimumSovereigntyLevel, regulated, confidentialComputing, licence, restrictedLists, competesIn, costOfCapital, computeShareOfCost,
                otherWorkloads, fleet, engineering, selfBuild, contracts, commitments, overrides, priorities, choice);
    }

    /** The contract with a provider; nothing known if the profile has none. */
    public ContractTerms contractWith(String provider) {
        return contracts.stream().filter(c -> c.provider().equals(provider)).findFirst()
                .orElseGet(() -> ContractTerms.unknown(provider));
    }
}
