package dev.secondsource.market;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A company that designs accelerators, sells them, or both. Every attribute beyond the name is a fact with an origin;
 * an absent one is unknown.
 *
 * @param id kebab-case: nvidia, aws, google, microsoft, amd, intel, coreweave
 * @param name as people write it
 * @param roles designer, provider or both
 * @param jurisdiction ISO 3166 alpha-2 of the controlling company, null if not known
 * @param partOf the group it is a unit of, as people write it; null if it keeps books of its own
 * @param competesIn lines of business, kebab-case, in which it may be a rival of the buyer
 * @param certifications attestations of a provider's cloud, kebab-case; empty if none is on file
 * @param restrictedBy lists of restricted parties it stands on, kebab-case: us-entity-list
 * @param accounts its books, oldest first; none for a unit of a group
 * @param figures numeric facts by {@link Figure}
 * @param partFigures figures that hold for one part only, oldest first
 * @param equityLinks financial ties
 * @param events what happened, oldest first
 */
public record Supplier(
        String id,
        String name,
        Set<Role> roles,
        @Nullable String jurisdiction,
        @Nullable String partOf,
        List<String> competesIn,
        List<Fact<String>> certifications,
        List<Fact<String>> restrictedBy,
        List<Fact<Accounts>> accounts,
        Map<Figure, Fact<BigDecimal>> figures,
        List<PartFigure> partFigures,
        List<EquityLink> equityLinks,
        List<SupplierEvent> events) {

    public Supplier {
        roles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        competesIn = List.copyOf(competesIn);
        certifications = List.copyOf(certifications);
        restrictedBy = List.copyOf(restrictedBy);
        accounts = List.copyOf(accounts);
        figures = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(figures));
        partFigures = List.copyOf(partFigures);
        equityLinks = List.copyOf(equityLinks);
        events = List.copyOf(events);
    }

    /** The supplier as known on a day. */
    Supplier visibleAt(java.time.LocalDate asOf) {
        Map<Figure, Fact<BigDecimal>> known = new java.util.TreeMap<>();
        figures.forEach((figure, fact) -> {
            if (fact.evidence().visibleAt(asOf)) known.put(figure, fact);
        });
        return new Supplier(id, name, roles, jurisdiction, partOf, competesIn,
                certifications.stream().filter(c -> c.evidence().visibleAt(asOf)).toList(),
                restrictedBy.stream().filter(r -> r.evidence().visibleAt(asOf)).toList(),
                accounts.stream().filter(a -> a.evidence().visibleAt(asOf)).toList(), known,
                partFigures.stream().filter(f -> f.evidence().visibleAt(asOf)).toList(),
                equityLinks.stream().filter(l -> l.evidence().visibleAt(asOf)).toList(),
                events.stream().filter(e -> e.evidence().visibleAt(asOf)).toList());
    }

    /** A figure as it holds for a part: the newest given for that part, else the supplier's own; null if neither is. */
    public @Nullable Fact<BigDecimal> figure(Figure figure, String accelerator) {
        Fact<BigDecimal> found = figures.get(figure);
        for (PartFigure part : partFigures)
            if (part.figure() == figure && part.accelerator().equals(accelerator)) found = new Fact<>(part.value(), part.evidence());
        return found;
    }

    /** The same after something more has happened. */
    public Supplier after(SupplierEvent event) {
        List<SupplierEvent> more = new ArrayList<>(events);
        more.add(event);
        return with(figures, partFigures, more);
    }

    /** The same with every lead time so many weeks longer, none below zero. */
    Supplier later(BigDecimal weeks) {
        Map<Figure, Fact<BigDecimal>> moved = new java.util.TreeMap<>();
        figures.forEach((figure, fact) -> moved.put(figure, figure.isLead() ? new Fact<>(fact.value().add(weeks).max(BigDecimal.ZERO), fact.evidence()) : fact));
        return with(moved, partFigures.stream().map(p -> p.figure().isLead() ? new PartFigure(p.accelerator(), p.figure(), p.value().add(weeks).max(BigDecimal.ZERO), p.evidence()) : p).toList(), events);
    }

    private Supplier with(Map<Figure, Fact<BigDecimal>> otherFigures, List<PartFigure> otherPartFigures, List<SupplierEvent> otherEvents) {
        return new Supplier(id, name, roles, jurisdiction, partOf, competesIn, certifications, restrictedBy, accounts, otherFigures, otherPartFigures, equityLinks, otherEvents);
    }

    /** What a supplier does. */
    public enum Role {
        DESIGNER,
        PROVIDER
    }

    /** The numbers rules read of a supplier. Shares and margins are 0–1. */
    public enum Figure {
        /** Months of cash at the present burn. */
        RUNWAY_MONTHS,
        /** Gross margin. */
        GROSS_MARGIN,
        /** Share of the accelerator market. */
        MARKET_SHARE,
        /** Designer's share of the packaging that joins a chip with stacked memory (CoWoS), a year. */
        PACKAGING_SHARE,
        /** Revenue share of the largest customer. */
        TOP_CUSTOMER_SHARE,
        /** Net debt over EBITDA. */
        NET_DEBT_TO_EBITDA,
        /** Short-term borrowing rate, a year. */
        SHORT_TERM_RATE,
        /** Months between generations of accelerators. */
        CADENCE_MONTHS,
        /** SEAL level of the EU Cloud Sovereignty Framework, lowest objective. */
        SOVEREIGNTY_LEVEL,
        /** Power usage effectiveness of its sites. */
        PUE,
        /** Water usage effectiveness of its sites, litres per kWh of IT energy. */
        WUE,
        /** Accelerators in the largest deployment known, of its own or for one customer. */
        LARGEST_DEPLOYMENT,
        /** Weeks from order to useful capacity, median. */
        LEAD_WEEKS_P50,
        /** Weeks from order to useful capacity, nine times in ten. */
        LEAD_WEEKS_P90;

        /** It says how long capacity takes to come. */
        public boolean isLead() {
            return this == LEAD_WEEKS_P50 || this == LEAD_WEEKS_P90;
        }
    }
}
