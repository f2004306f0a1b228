package dev.secondsource.candidate;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.EquityLink;
import dev.secondsource.market.Fact;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Traces the words of a candidate to the rows they come from. */
final class Tracing {
    private static final Map<Supplier.Figure, String> FIGURES = Map.of(
            Supplier.Figure.RUNWAY_MONTHS, "runwayMonths",
            Supplier.Figure.GROSS_MARGIN, "grossMargin",
            Supplier.Figure.MARKET_SHARE, "marketShare",
            Supplier.Figure.PACKAGING_SHARE, "packagingShare",
            Supplier.Figure.TOP_CUSTOMER_SHARE, "topCustomerShare",
            Supplier.Figure.NET_DEBT_TO_EBITDA, "netDebtToEbitda",
            Supplier.Figure.SHORT_TERM_RATE, "shortTermRate");

    private final Map<String, List<Evidence>> evidence = new HashMap<>();

    private Tracing() {}

    /** Of what is the same for every offer of one accelerator from one provider. */
    static Map<String, List<Evidence>> ofSuppliers(Accelerator accelerator, SoftwareStack stack, Supplier designer, Supplier provider, List<MaturityEvidence> proofs) {
        Tracing found = new Tracing();
        found.supplier("designer", designer, accelerator.id());
        found.supplier("provider", provider, accelerator.id());
        found.supply(designer, provider, accelerator.id(), proofs);
        found.maturity(proofs);
        found.add("software", stack.evidence() == null ? List.of() : List.of(stack.evidence()));
        List<Evidence> ended = events(designer, accelerator.id(), Set.of(SupplierEvent.Kind.SUPPORT_ENDED));
        found.add("software.supportEnded", ended);
        found.add("software.supportNote", ended);
        found.law(accelerator, designer, provider);
        return found.evidence;
    }

    /** Of what the offer itself, its place and its speed say. */
    static Map<String, List<Evidence>> ofOffer(Prospect prospect, Supplier provider) {
        Tracing found = new Tracing();
        found.prices(prospect);
        found.place(prospect, provider);
        return found.evidence;
    }

    /** What a comparison rests on: price and speed of both. */
    static List<Evidence> ofComparison(Prospect challenger, Prospect incumbent) {
        // Between prices in one currency the rate cancels.
        boolean alike = challenger.offer().price() == null || incumbent.offer().price() == null || challenger.offer().price().currency().equals(incumbent.offer().price().currency());
        return Stream.of(alike ? List.of(challenger.offer().evidence()) : price(challenger), speed(challenger), alike ? List.of(incumbent.offer().evidence()) : price(incumbent), speed(incumbent)).flatMap(List::stream).toList();
    }

    /** A fact of the buyer's own site has no other origin than the profile. */
    private void place(Prospect prospect, Supplier provider) {
        boolean rented = prospect.offer().region() != null;
        List<Evidence> pue = rented ? figure(provider, Supplier.Figure.PUE) : List.of();
        List<Evidence> part = List.of(prospect.accelerator().evidence());
        Fact<BigDecimal> grid = rented ? prospect.offer().region().gridGramsPerKwh() : null;
        add("sustainability.pue", pue);
        add("sustainability.litresPerKwh", rented ? figure(provider, Supplier.Figure.WUE) : List.of());
        add("sustainability.kwhPerUnit", pue, part, speed(prospect));
        add("sustainability.kilogramsPerUnit", pue, part, speed(prospect), grid == null ? List.of() : List.of(grid.evidence()));
        add("sustainability.affordableKw", part, List.of(prospect.offer().evidence()));
    }

    private void law(Accelerator accelerator, Supplier designer, Supplier provider) {
        List<Evidence> part = List.of(accelerator.evidence());
        add("export", part);
        add("export.restrictedBy", Stream.of(designer, provider).flatMap(supplier -> supplier.restrictedBy().stream()).map(Fact::evidence).distinct().toList());
        add("integration.confidential", part);
        for (String word : List.of("foundry", "oneFoundry", "memoryMaker", "oneMemoryMaker")) add("integration." + word, part);
    }

    private static List<Evidence> figure(Supplier supplier, Supplier.Figure figure) {
        Fact<BigDecimal> fact = supplier.figures().get(figure);
        return fact == null ? List.of() : List.of(fact.evidence());
    }

    private void prices(Prospect prospect) {
        List<Evidence> price = price(prospect);
        List<Evidence> speed = speed(prospect);
        add("price.perUnit", price, speed);
        add("price.perMonth", price, speed);
        add("price", price);
        add("fit", List.of(prospect.accelerator().evidence()), speed);
        add("ownership", price);
        add("commitment", price, prospect.onDemand() == null ? List.of() : List.of(prospect.onDemand().evidence()));
    }

    /** The offer's, and that of the rate that brings it into the buyer's currency. */
    private static List<Evidence> price(Prospect prospect) {
        List<Evidence> price = new ArrayList<>(List.of(prospect.offer().evidence()));
        if (prospect.cost() != null && prospect.cost().conversion() != null) price.addAll(prospect.cost().conversion().evidence());
        return price;
    }

    private void supplier(String part, Supplier supplier, String accelerator) {
        FIGURES.forEach((figure, word) -> {
            if (supplier.figures().containsKey(figure)) add(part + "." + word, List.of(supplier.figures().get(figure).evidence()));
        });
        if (!supplier.accounts().isEmpty()) add(part + ".zScore", List.of(supplier.accounts().get(supplier.accounts().size() - 1).evidence()));
        add(part + ".shortage", events(supplier, accelerator, Set.of(SupplierEvent.Kind.SHORT_OF_CAPACITY)));
        List<Evidence> upheavals = events(supplier, accelerator, Set.of(SupplierEvent.Kind.CANCELLED, SupplierEvent.Kind.ACQUIRED));
        add(part + ".upheaval", upheavals);
        add(part + ".monthsSinceUpheaval", upheavals);
        add(part + ".adverseRuleChanges", events(supplier, accelerator, Set.of(SupplierEvent.Kind.EXPORT_RULE)));
        add(part + ".meanSlipQuarters", supplier.events().stream().filter(e -> e.kind() == SupplierEvent.Kind.SLIPPED).map(SupplierEvent::evidence).toList());
        add(part + ".financialTies", supplier.equityLinks().stream().map(EquityLink::evidence).toList());
    }

    private void supply(Supplier designer, Supplier provider, String accelerator, List<MaturityEvidence> proofs) {
        add("supply.soldOut", events(designer, accelerator, Set.of(SupplierEvent.Kind.SOLD_OUT)));
        add("supply.firstPartyShare", proofs(proofs, MaturityEvidence.Kind.FIRST_PARTY_SHARE));
        if (provider.figures().containsKey(Supplier.Figure.LARGEST_DEPLOYMENT))
            add("supply.largestDeployment", List.of(provider.figures().get(Supplier.Figure.LARGEST_DEPLOYMENT).evidence()));
        List<Evidence> leads = new ArrayList<>();
        for (Supplier.Figure lead : List.of(Supplier.Figure.LEAD_WEEKS_P50, Supplier.Figure.LEAD_WEEKS_P90))
            if (provider.figure(lead, accelerator) != null) leads.add(provider.figure(lead, accelerator).evidence());
        for (String word : List.of("leadWeeks", "slackDays", "slackDaysIfSlow")) add("supply." + word, leads);
    }

    private void maturity(List<MaturityEvidence> proofs) {
        add("maturity.firstPartyChips", proofs(proofs, MaturityEvidence.Kind.FIRST_PARTY_CHIPS));
        add("maturity.externalCustomers", proofs(proofs, MaturityEvidence.Kind.EXTERNAL_CUSTOMER));
        add("maturity.customers", proofs(proofs, MaturityEvidence.Kind.EXTERNAL_CUSTOMER));
        add("maturity.monthsAvailable", proofs(proofs, MaturityEvidence.Kind.GENERAL_AVAILABILITY));
        add("maturity.benchmarkCoverage", proofs(proofs, MaturityEvidence.Kind.BENCHMARK_COVERAGE));
        add("maturity", proofs.stream().map(MaturityEvidence::evidence).toList());
    }

    private static List<Evidence> proofs(List<MaturityEvidence> proofs, MaturityEvidence.Kind kind) {
        return proofs.stream().filter(p -> p.kind() == kind).map(MaturityEvidence::evidence).toList();
    }

    private static List<Evidence> events(Supplier supplier, String accelerator, Set<SupplierEvent.Kind> kinds) {
        return supplier.events().stream().filter(e -> kinds.contains(e.kind()))
                .filter(e -> e.accelerator() == null || e.accelerator().equals(accelerator)).map(SupplierEvent::evidence).toList();
    }

    private static List<Evidence> speed(Prospect prospect) {
        return prospect.fit().throughput() == null ? List.of() : prospect.fit().throughput().evidence();
    }

    @SafeVarargs
    private void add(String path, List<Evidence>... lists) {
        List<Evidence> all = new ArrayList<>();
        for (List<Evidence> list : lists) all.addAll(list);
        evidence.put(path, List.copyOf(all));
    }
}
