package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.Accounts;
import dev.secondsource.market.EquityLink;
import dev.secondsource.market.Fact;
import dev.secondsource.market.PartFigure;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Entries of suppliers.yaml and stacks.yaml. */
final class MarketSuppliers {
    static final String FILE = "suppliers.yaml";
    static final String STACKS_FILE = "stacks.yaml";
    private static final List<String> EVIDENCE = List.of("source", "grade", "date", "dateBasis");
    /** Shares and margins, 0–1. */
    private static final Set<Supplier.Figure> SHARES =
            EnumSet.of(Supplier.Figure.GROSS_MARGIN, Supplier.Figure.MARKET_SHARE, Supplier.Figure.PACKAGING_SHARE, Supplier.Figure.TOP_CUSTOMER_SHARE, Supplier.Figure.SHORT_TERM_RATE);

    private MarketSuppliers() {}

    static @Nullable SoftwareStack stack(MarketFields entry) {
        entry.only(with("id", "native", "bridged"));
        String id = entry.text("id");
        List<String> natively = entry.words("native");
        List<String> bridged = entry.words("bridged");
        for (String framework : bridged)
            if (natively.contains(framework)) entry.wrong("bridged", framework + " is also native", "keep it in one list");
        Evidence evidence = entry.evidence("frameworks of " + id);
        if (!entry.isSound()) return null;
        return new SoftwareStack(id, natively, bridged, evidence);
    }

    static @Nullable Supplier supplier(MarketFields entry, MarketIds ids) {
        entry.only(List.of("id", "name", "roles", "jurisdiction", "partOf", "competesIn", "certifications", "restrictedBy", "accounts", "figures", "equityLinks", "events"));
        String id = entry.text("id");
        String name = entry.text("name");
        Set<Supplier.Role> roles = roles(entry);
        String jurisdiction = Region.UNKNOWN_COUNTRY.equals(entry.optional("jurisdiction")) ? null : entry.country("jurisdiction", "use ISO 3166 alpha-2, like US or DE, or ?? if it is not known");
        String partOf = entry.optional("partOf");
        List<String> competesIn = entry.words("competesIn");

        List<Fact<String>> certifications = all(entry.each("certifications"), fields -> named(fields, "certification", id));
        certifications.sort(Comparator.comparing((Fact<String> fact) -> fact.value()).thenComparing(Fact::evidence));
        List<Fact<String>> restrictions = all(entry.each("restrictedBy"), fields -> named(fields, "restriction", id));
        restrictions.sort(Comparator.comparing((Fact<String> fact) -> fact.value()).thenComparing(Fact::evidence));
        List<Fact<Accounts>> accounts = all(entry.each("accounts"), fields -> accounts(fields, id));
        accounts.sort(Comparator.comparing((Fact<Accounts> fact) -> fact.evidence().date()).thenComparing(Fact::evidence));
        if (partOf != null && !accounts.isEmpty())
            entry.wrong("accounts", "are of a unit of " + partOf + ", whose books say little of it", "leave them out, or drop partOf");
        for (int i = 1; i < accounts.size(); i++)
            if (accounts.get(i).evidence().date().equals(accounts.get(i - 1).evidence().date()))
                entry.wrong("accounts", "are given twice for " + accounts.get(i).evidence().date(), "keep one of the two");
        List<EquityLink> links = all(entry.each("equityLinks"), fields -> equityLink(fields, id));
        links.sort(Comparator.comparing(EquityLink::with).thenComparing(EquityLink::evidence));
        List<SupplierEvent> events = all(entry.each("events"), fields -> event(fields, id, ids));
        events.sort(Comparator.comparing((SupplierEvent event) -> event.evidence().date())
                .thenComparing(SupplierEvent::kind)
                .thenComparing(SupplierEvent::what)
                .thenComparing(event -> String.valueOf(event.accelerator())));
        Map<Supplier.Figure, Fact<BigDecimal>> figures = new EnumMap<>(Supplier.Figure.class);
        List<PartFigure> partFigures = new ArrayList<>();
        for (MarketFields fields : entry.each("figures")) figure(fields, id, ids, figures, partFigures);
        partFigures.sort(Comparator.comparing((PartFigure figure) -> figure.evidence().date())
                .thenComparing(PartFigure::accelerator)
                .thenComparing(PartFigure::figure));
        if (!entry.isSound()) return null;
        return new Supplier(id, name, roles, jurisdiction, partOf, competesIn, certifications, restrictions, accounts, figures, partFigures, links, events);
    }

    private static Set<Supplier.Role> roles(MarketFields entry) {
        Set<Supplier.Role> roles = EnumSet.noneOf(Supplier.Role.class);
        List<String> words = entry.words("roles");
        if (words.isEmpty()) entry.wrong("roles", "has no role", "use [designer], [provider] or both");
        for (String role : words) {
            if (role.equals("designer")) roles.add(Supplier.Role.DESIGNER);
            else if (role.equals("provider")) roles.add(Supplier.Role.PROVIDER);
            else entry.wrong("roles", "\"" + role + "\" is not a role", "use designer, provider or both");
        }
        return roles;
    }

    private static @Nullable Fact<String> named(MarketFields fields, String what, String supplier) {
        fields.only(with("value"));
        String value = fields.text("value");
        Evidence evidence = fields.evidence(what + " " + value + " of " + supplier);
        if (!fields.isSound()) return null;
        return new Fact<>(value, evidence);
    }

    private static @Nullable Fact<Accounts> accounts(MarketFields fields, String supplier) {
        fields.only(with("currency", "workingCapital", "retainedEarnings", "ebit", "bookEquity", "totalAssets", "totalLiabilities"));
        Accounts accounts = new Accounts(
                fields.currency("currency"),
                amount(fields, "workingCapital"),
                amount(fields, "retainedEarnings"),
                amount(fields, "ebit"),
                amount(fields, "bookEquity"),
                above(fields, "totalAssets"),
                above(fields, "totalLiabilities"));
        Evidence evidence = fields.evidence("accounts of " + supplier);
        if (!fields.isSound()) return null;
        BigDecimal claims = accounts.bookEquity().add(accounts.totalLiabilities());
        if (claims.compareTo(accounts.totalAssets()) > 0) {
            fields.wrong("totalAssets", accounts.totalAssets().toPlainString() + " are less than equity and liabilities, " + claims.toPlainString(),
                    "give all amounts in one unit, from one balance sheet");
            return null;
        }
        return new Fact<>(accounts, evidence);
    }

    private static BigDecimal amount(MarketFields fields, String field) {
        if (fields.optional(field) == null) fields.wrong(field, "is missing", "give all six amounts, or leave the accounts out");
        BigDecimal number = fields.number(field);
        return number == null ? BigDecimal.ZERO : number;
    }

    private static BigDecimal above(MarketFields fields, String field) {
        BigDecimal amount = amount(fields, field);
        if (fields.isSound() && amount.signum() <= 0) fields.wrong(field, amount.toPlainString() + " is not above zero", "give the amount of the balance sheet");
        return amount;
    }

    private static @Nullable EquityLink equityLink(MarketFields fields, String supplier) {
        fields.only(with("with", "share", "what"));
        String with = fields.text("with");
        BigDecimal share = share(fields, "share", fields.positive("share"));
        String what = fields.text("what");
        Evidence evidence = fields.evidence("tie of " + supplier + " with " + with);
        if (!fields.isSound()) return null;
        return new EquityLink(with, share, what, evidence);
    }

    private static @Nullable SupplierEvent event(MarketFields fields, String supplier, MarketIds ids) {
        fields.only(with("kind", "accelerator", "quarters", "what"));
        SupplierEvent.Kind kind = fields.requiredWord("kind", SupplierEvent.Kind.class);
        String accelerator = fields.optionallyKnown("accelerator", ids.accelerators(), "accelerator");
        Integer quarters = fields.whole("quarters", "count whole quarters");
        if (quarters != null && kind != SupplierEvent.Kind.SLIPPED)
            fields.wrong("quarters", "only a slip has a length", "leave it out");
        String what = fields.text("what");
        Evidence evidence = fields.evidence(MarketFields.word(kind) + " of " + supplier);
        if (!fields.isSound()) return null;
        return new SupplierEvent(kind, accelerator, quarters, what, evidence);
    }

    private static void figure(
            MarketFields fields, String supplier, MarketIds ids, Map<Supplier.Figure, Fact<BigDecimal>> figures, List<PartFigure> partFigures) {
        fields.only(with("figure", "accelerator", "value"));
        Supplier.Figure figure = fields.requiredWord("figure", Supplier.Figure.class);
        String accelerator = fields.optionallyKnown("accelerator", ids.accelerators(), "accelerator");
        if (fields.optional("value") == null) fields.wrong("value", "is missing", "give the number, or leave the figure out");
        BigDecimal number = fields.number("value");
        BigDecimal value = SHARES.contains(figure) ? share(fields, "value", number) : number;
        String of = accelerator == null ? supplier : supplier + " for " + accelerator;
        Evidence evidence = fields.evidence(MarketFields.word(figure) + " of " + of);
        if (accelerator == null && figures.containsKey(figure)) fields.wrong("figure", "is given twice", "keep the newer one");
        for (PartFigure other : partFigures)
            if (other.figure() == figure && other.accelerator().equals(accelerator) && other.evidence().date().equals(evidence.date()))
                fields.wrong("figure", "is given twice for " + accelerator + " on " + evidence.date(), "keep one of the two");
        if (!fields.isSound()) return;
        if (accelerator == null) figures.put(figure, new Fact<>(value, evidence));
        else partFigures.add(new PartFigure(accelerator, figure, value, evidence));
    }

    private static @Nullable BigDecimal share(MarketFields fields, String field, @Nullable BigDecimal value) {
        if (value != null && value.abs().compareTo(BigDecimal.ONE) > 0)
            fields.wrong(field, value.toPlainString() + " is not a share", "give it as 0 to 1, not in percent");
        return value;
    }

    private static <T> List<T> all(List<MarketFields> entries, Function<MarketFields, @Nullable T> read) {
        List<T> found = new ArrayList<>();
        for (MarketFields fields : entries) {
            T thing = read.apply(fields);
            if (thing != null) found.add(thing);
        }
        return found;
    }

    private static List<String> with(String... own) {
        List<String> names = new ArrayList<>(EVIDENCE);
        names.addAll(List.of(own));
        return names;
    }
}
