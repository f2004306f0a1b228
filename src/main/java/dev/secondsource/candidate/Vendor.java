package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Accounts;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A supplier as rules see it on the day of the decision, in its role for this candidate. */
public record Vendor(
        @Meaning("supplier") String id,
        @Meaning("name of the supplier") String name,
        @Meaning("fact that it is a unit of a group and keeps no books of its own") boolean partOfGroup,
        @Meaning(value = "Altman Z″ score of its books", unit = Unit.RATIO) @Nullable BigDecimal zScore,
        @Meaning(value = "months of cash left", unit = Unit.MONTHS) @Nullable BigDecimal runwayMonths,
        @Meaning(value = "gross margin", unit = Unit.SHARE) @Nullable BigDecimal grossMargin,
        @Meaning(value = "share of the accelerator market", unit = Unit.SHARE) @Nullable BigDecimal marketShare,
        @Meaning(value = "share of the packaging of chips with stacked memory", unit = Unit.SHARE) @Nullable BigDecimal packagingShare,
        @Meaning("fact that its own suppliers gave it less than it needed within a year") boolean shortOfCapacity,
        @Meaning("what it was short of") @Nullable String shortage,
        @Meaning(value = "revenue share of its largest customer", unit = Unit.SHARE) @Nullable BigDecimal topCustomerShare,
        @Meaning(value = "net debt over EBITDA", unit = Unit.RATIO) @Nullable BigDecimal netDebtToEbitda,
        @Meaning(value = "yearly rate on its short-term debt", unit = Unit.SHARE) @Nullable BigDecimal shortTermRate,
        @Meaning(value = "months since its accelerator line was cancelled, acquired or licensed away", unit = Unit.MONTHS)
                @Nullable Integer monthsSinceUpheaval,
        @Meaning("fact that its accelerator line was cancelled, acquired or licensed away") boolean unsettled,
        @Meaning("what happened to the line") @Nullable String upheaval,
        @Meaning(value = "mean slip of its latest generations", unit = Unit.QUARTERS) @Nullable BigDecimal meanSlipQuarters,
        @Meaning("adverse export or tariff changes for the part in two years") int adverseRuleChanges,
        @Meaning("lines of business in which it is the buyer's rival") List<String> rivalIn,
        @Meaning("financial ties between it and its customers or suppliers") List<String> financialTies,
        @Meaning("fact that nothing is on file of its figures, attestations or history") boolean unexamined) {

    private static final Set<SupplierEvent.Kind> UPHEAVALS = Set.of(SupplierEvent.Kind.CANCELLED, SupplierEvent.Kind.ACQUIRED);
    private static final int GENERATIONS_LOOKED_AT = 2;
    private static final int MONTHS_BOOKS_TELL = 18;
    private static final int YEARS_OF_RULES = 2;
    private static final int YEARS_OF_SHORTAGE = 1;

    /** Of whom no more than the id is known. */
    static Vendor named(String id) {
        return new Vendor(id, id, false, null, null, null, null, null, false, null, null, null, null, null, false, null, null, 0, List.of(), List.of(), true);
    }

    static Vendor of(Supplier supplier, Accelerator accelerator, BuyerProfile buyer, LocalDate asOf) {
        Optional<SupplierEvent> upheaval = supplier.events().stream()
                .filter(e -> UPHEAVALS.contains(e.kind()) && concerns(e, accelerator) && e.evidence().date() != null)
                .max(Comparator.comparing(e -> e.evidence().date()));
        List<Integer> slips = supplier.events().stream()
                .filter(e -> e.kind() == SupplierEvent.Kind.SLIPPED && e.quarters() != null && e.evidence().date() != null)
                .sorted(Comparator.comparing((SupplierEvent e) -> e.evidence().date()).reversed())
                .limit(GENERATIONS_LOOKED_AT).map(SupplierEvent::quarters).toList();
        Optional<SupplierEvent> shortage = supplier.events().stream()
                .filter(e -> e.kind() == SupplierEvent.Kind.SHORT_OF_CAPACITY && concerns(e, accelerator) && e.evidence().date() != null
                        && e.evidence().date().isAfter(asOf.minusYears(YEARS_OF_SHORTAGE)))
                .max(Comparator.comparing(e -> e.evidence().date()));
        long rules = supplier.events().stream()
                .filter(e -> e.kind() == SupplierEvent.Kind.EXPORT_RULE && concerns(e, accelerator) && e.evidence().date() != null
                        && e.evidence().date().isAfter(asOf.minusYears(YEARS_OF_RULES))).count();
        return new Vendor(
                supplier.id(),
                supplier.name(),
                supplier.partOf() != null,
                books(supplier, asOf).map(fact -> fact.value().zDoublePrime()).orElse(null),
                runway(supplier, asOf),
                figure(supplier, Supplier.Figure.GROSS_MARGIN),
                figure(supplier, Supplier.Figure.MARKET_SHARE),
                figure(supplier, Supplier.Figure.PACKAGING_SHARE),
                shortage.isPresent(),
                shortage.map(SupplierEvent::what).orElse(null),
                figure(supplier, Supplier.Figure.TOP_CUSTOMER_SHARE),
                figure(supplier, Supplier.Figure.NET_DEBT_TO_EBITDA),
                figure(supplier, Supplier.Figure.SHORT_TERM_RATE),
                upheaval.map(e -> (int) ChronoUnit.MONTHS.between(e.evidence().date(), asOf)).orElse(null),
                upheaval.isPresent(),
                upheaval.map(SupplierEvent::what).orElse(null),
                slips.isEmpty() ? null : Decimals.divide(BigDecimal.valueOf(slips.stream().mapToInt(Integer::intValue).sum()), BigDecimal.valueOf(slips.size())),
                (int) rules,
                supplier.competesIn().stream().filter(buyer.competesIn()::contains).sorted().toList(),
                supplier.equityLinks().stream().map(l -> l.what()).sorted().toList(),
                supplier.figures().isEmpty() && supplier.accounts().isEmpty() && supplier.certifications().isEmpty() && supplier.events().isEmpty() && supplier.equityLinks().isEmpty());
    }

    /** Null where it is older than a runway that would be worth a remark: the money was found, or the company is gone. */
    private static @Nullable BigDecimal runway(Supplier supplier, LocalDate asOf) {
        Fact<BigDecimal> fact = supplier.figures().get(Supplier.Figure.RUNWAY_MONTHS);
        return fact == null || isStale(fact, asOf) ? null : fact.value();
    }

    /** The newest; none where even these are so old that the next ones must be out. */
    private static Optional<Fact<Accounts>> books(Supplier supplier, LocalDate asOf) {
        List<Fact<Accounts>> all = supplier.accounts();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1)).filter(fact -> !isStale(fact, asOf));
    }

    private static boolean isStale(Fact<?> fact, LocalDate asOf) {
        return fact.evidence().date() == null || fact.evidence().date().isBefore(asOf.minusMonths(MONTHS_BOOKS_TELL));
    }

    private static boolean concerns(SupplierEvent event, Accelerator accelerator) {
        return event.accelerator() == null || event.accelerator().equals(accelerator.id());
    }

    private static @Nullable BigDecimal figure(Supplier supplier, Supplier.Figure figure) {
        Fact<BigDecimal> fact = supplier.figures().get(figure);
        return fact == null ? null : fact.value();
    }
}
