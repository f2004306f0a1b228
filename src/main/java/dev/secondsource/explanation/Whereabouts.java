package dev.secondsource.explanation;

import dev.secondsource.candidate.Candidate;
import dev.secondsource.decision.Assessed;
import dev.secondsource.knowledge.Clause;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Reading;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.Term;
import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.profile.ContractTerms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where what a gate does not know would be stated: the path of the profile, or the row and column of the market. */
final class Whereabouts {
    private static final String OFFER = "market offers.csv, {offer}, ";
    private static final String PART = "market accelerators.csv, {accelerator}, ";
    private static final String PROVIDER = "market suppliers.yaml, {provider}, ";
    private static final String SPEED = "market measurements.csv, {accelerator}; or the profile, workloads.{workload}.measurements";
    private static final String PEAKS = PART + "bandwidth_gbs and the peak of the format";

    private static final String FORMATS = PART + "the peaks of all formats";
    private static final String MEMORY = PART + "memory_gib and scale_up_chips";
    private static final String STACK = "market stacks.yaml, {stack}, native and bridged";
    private static final String COUNTRY = OFFER + "region, with its country in regions.csv";
    private static final String LEAD = PROVIDER + "figures, lead-weeks-p50 and lead-weeks-p90 with accelerator {accelerator}";
    private static final String SITE = "the profile, delivery.sites, ";
    private static final String LIMITS = "the profile, workloads.{workload}.limits.";

    /** By word. What a word is made of is stated, never the word itself. */
    static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("deal.exitPlan", "the profile, contracts, an entry with provider {provider}, exitPlan"),
            Map.entry("export.destination", SITE + "jurisdiction"),
            Map.entry("export.licenceHeld", "the profile, requirements.exportLicence"),
            Map.entry("export.memoryBandwidth", PART + "bandwidth_gbs"),
            Map.entry("export.processingPerformance", FORMATS),
            Map.entry("fit.accelerators", SPEED),
            Map.entry("fit.bestFirstTokenMs", PEAKS),
            Map.entry("fit.bestTokenMs", PEAKS),
            Map.entry("fit.feasibleBatch", PEAKS),
            Map.entry("fit.firstTokenLimitMs", LIMITS + "timeToFirstTokenMs"),
            Map.entry("fit.firstTokenMs", PEAKS),
            Map.entry("fit.headroom", MEMORY),
            Map.entry("fit.largestCount", MEMORY),
            Map.entry("fit.memoryFits", MEMORY),
            Map.entry("fit.smallestCount", MEMORY),
            Map.entry("fit.throughputBasis", SPEED),
            Map.entry("fit.tokenLimitMs", LIMITS + "timePerOutputTokenMs"),
            Map.entry("fit.tokenMs", PEAKS),
            Map.entry("fit.trainingDays", SPEED),
            Map.entry("fit.trainingDaysLimit", "the profile, workloads.{workload}.training.daysLimit"),
            Map.entry("price.ageDays", OFFER + "price_per_hour and price_date"),
            Map.entry("price.comparable", SPEED),
            Map.entry("price.missingRate", "market rates.csv, from, to, rate and date"),
            Map.entry("price.stated", OFFER + "price_per_hour"),
            Map.entry("residency.certified", PROVIDER + "certifications"),
            Map.entry("residency.dataAllowed", COUNTRY),
            Map.entry("residency.dataCountry", COUNTRY),
            Map.entry("residency.operatorAllowed", PROVIDER + "jurisdiction"),
            Map.entry("residency.operatorCountry", PROVIDER + "jurisdiction"),
            Map.entry("residency.sovereigntyLevel", PROVIDER + "figures, sovereignty-level"),
            Map.entry("residency.sovereigntyRequired", "the profile, requirements.sovereigntyLevel"),
            Map.entry("software.bridgedFrameworks", STACK),
            Map.entry("software.formatEmulated", FORMATS),
            Map.entry("software.formatSupported", FORMATS),
            Map.entry("software.frameworksBridged", STACK),
            Map.entry("software.frameworksRun", STACK),
            Map.entry("software.missingFrameworks", STACK),
            Map.entry("supply.largestDeployment", PROVIDER + "figures, largest-deployment"),
            Map.entry("supply.leadWeeks", LEAD),
            Map.entry("supply.liquidCooled", PART + "liquid_cooled"),
            Map.entry("supply.onSale", PART + "rentable or purchasable"),
            Map.entry("supply.powerKw", PART + "power_w"),
            Map.entry("supply.rackKw", PART + "rack_kw or power_w"),
            Map.entry("supply.scaleShown", PROVIDER + "figures, largest-deployment"),
            Map.entry("supply.siteLiquid", SITE + "liquidCooling"),
            Map.entry("supply.sitePowerKw", SITE + "powerKw"),
            Map.entry("supply.siteRackKw", SITE + "rackKw"),
            Map.entry("supply.slackDays", LEAD),
            Map.entry("supply.slackDaysIfSlow", LEAD),
            Map.entry("sustainability.ceiling", SITE + "inOperationSince"),
            Map.entry("sustainability.ceilingByHorizon", SITE + "inOperationSince"),
            Map.entry("sustainability.pue", SITE + "pue"));

    /** Words that are terms of a contract, as the profile states them. */
    private static final Set<String> TERMS = Arrays.stream(ContractTerms.class.getRecordComponents()).map(c -> "deal." + c.getName()).collect(Collectors.toSet());

    private Whereabouts() {}

    /** Where what this finding lacks would be stated; empty unless it is UNKNOWN and a place is known. */
    static List<String> of(Finding finding, Rule rule, List<Premise> premises, Assessed asked, Policy policy) {
        if (finding.state() != State.UNKNOWN) return List.of();
        Candidate candidate = asked.candidate();
        Offer offer = asked.offer();
        Set<String> places = new TreeSet<>();
        for (String word : lacking(finding, rule, premises, candidate, policy))
            // A price without a cost lacks a speed, or else what the costs of the machine are made of.
            if (PLACES.containsKey(word) && !(word.equals("price.comparable") && asked.fit().throughput() != null)) places.add(place(word, offer).replace("{offer}", offer.id()).replace("{accelerator}", offer.accelerator()).replace("{provider}", offer.provider())
                    .replace("{workload}", candidate.workload()).replace("{stack}", candidate.software().stack()));
        return List.copyOf(places);
    }

    /** A machine that is bought stands at a site of the buyer's and has its price elsewhere; what nobody sells has no row yet. */
    private static String place(String word, Offer offer) {
        if (offer.pricing() == PricingKind.PURCHASE && word.startsWith("residency.data")) return SITE + "jurisdiction";
        String place = PLACES.get(word);
        if (!place.startsWith(OFFER)) return place;
        return switch (offer.pricing()) {
            case PURCHASE -> "market purchases.csv, {accelerator}, low, high and price_date";
            case UNPRICED -> "market offers.csv, a row for {accelerator}";
            default -> place;
        };
    }

    /** Terms of the contract with the seller that a finding wants to know; what follows from other things is none of them. */
    static List<OpenClause> open(Finding finding, Rule rule, Candidate candidate, Policy policy) {
        List<PolicyValue> thresholds = rule.policyKeys().stream().map(policy::value).toList();
        return rule.bands().stream().flatMap(b -> b.inputs().values().stream()).filter(i -> TERMS.contains(i.path()) && finding.missing().contains(i.asked()) && RuleWords.read(candidate, i.path()) == null)
                .distinct().map(i -> new OpenClause(rule.id(), finding.severity(), i.path(), i.asked(), thresholds)).toList();
    }

    /** The words without a value that a band must know; of a band that itself says UNKNOWN, those by which it does. */
    private static Set<String> lacking(Finding finding, Rule rule, List<Premise> premises, Candidate candidate, Policy policy) {
        Set<String> words = new TreeSet<>();
        for (Rule.Band band : rule.bands())
            band.inputs().values().stream().filter(i -> finding.missing().contains(i.asked()) && RuleWords.read(candidate, i.path()) == null).forEach(i -> words.add(i.path()));
        if (words.isEmpty()) words(finding, premises, candidate, policy).stream().filter(w -> !Boolean.TRUE.equals(RuleWords.read(candidate, w))).forEach(words::add);
        return words;
    }

    /** The words of the subject by which a rule said something; empty if it said nothing for want of them. */
    static List<String> words(Finding finding, List<Premise> premises, Candidate candidate, Policy policy) {
        Reading reading = new Reading(path -> RuleWords.read(candidate, path), policy);
        return premises.stream().filter(p -> p.band().state() == finding.state() && p.band().effect() == finding.effect() && reading.holds(p.clause()))
                .flatMap(p -> words(p.clause()).stream()).distinct().sorted().toList();
    }

    private static List<String> words(Clause clause) {
        List<String> words = new ArrayList<>();
        if (clause instanceof Clause.All all) all.parts().forEach(part -> words.addAll(words(part)));
        if (clause instanceof Clause.Any any) any.parts().forEach(part -> words.addAll(words(part)));
        if (clause instanceof Clause.Compared compared)
            for (Term term : List.of(compared.left(), compared.right())) if (term instanceof Term.Word word && word.fact().isEmpty()) words.add(word.path());
        return words;
    }
}
