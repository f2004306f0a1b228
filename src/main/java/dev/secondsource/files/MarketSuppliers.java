package dev.secondsource.files;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.market.EquityLink;
import dev.secondsource.market.Fact;
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
import java.util.Optional;
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
            EnumSet.of(Supplier.Figure.GROSS_MARGIN, Supplier.Figure.MARKET_SHARE, Supplier.Figure.TOP_CUSTOMER_SHARE, Supplier.Figure.SHORT_TERM_RATE);

    private MarketSuppliers() {}

    static Optional<SoftwareStack> stack(MarketFields entry) {
        entry.only(with("id", "native", "bridged"));
        String id = entry.text("id");
        List<String> natively = entry.words("native");
        List<String> bridged = entry.words("bridged");
        for (String framework : bridged)
            if (natively.contains(framework)) entry.wrong("bridged", framework + " is also native", "keep it in one list");
        Evidence evidence = entry.evidence("frameworks of " + id);
        return entry.build(() -> new SoftwareStack(id, natively, bridged, evidence));
    }

    static Optional<Supplier> supplier(MarketFields entry, MarketIds ids) {
        entry.only(List.of("id", "name", "roles", "jurisdiction", "competesIn", "certifications", "figures", "equityLinks", "events"));
        String id = entry.text("id");
        String name = entry.text("name");
        Set<Supplier.Role> roles = roles(entry);
        String jurisdiction = entry.text("jurisdiction");
        if (!jurisdiction.isEmpty() && !jurisdiction.matches("[A-Z]{2}"))
            entry.wrong("jurisdiction", "\"" + jurisdiction + "\" is not a country", "use ISO 3166 alpha-2, like US or DE");
        List<String> competesIn = entry.words("competesIn");

        List<Fact<String>> certifications = all(entry.each("certifications"), fields -> certification(fields, id));
        certifications.sort(Comparator.comparing((Fact<String> fact) -> fact.value()).thenComparing(Fact::evidence));
        List<EquityLink> links = all(entry.each("equityLinks"), fields -> equityLink(fields, id));
        links.sort(Comparator.comparing(EquityLink::with).thenComparing(EquityLink::evidence));
        List<SupplierEvent> events = all(entry.each("events"), fields -> event(fields, id, ids));
        events.sort(Comparator.comparing((SupplierEvent event) -> event.evidence().date())
                .thenComparing(SupplierEvent::kind)
                .thenComparing(SupplierEvent::what)
                .thenComparing(event -> String.valueOf(event.accelerator())));
        Map<Supplier.Figure, Fact<BigDecimal>> figures = figures(entry, id);
        return entry.build(() -> new Supplier(id, name, roles, jurisdiction, competesIn, certifications, figures, links, events));
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

    private static Optional<Fact<String>> certification(MarketFields fields, String supplier) {
        fields.only(with("value"));
        String value = fields.text("value");
        Evidence evidence = fields.evidence("certification " + value + " of " + supplier);
        return fields.build(() -> new Fact<>(value, evidence));
    }

    private static Optional<EquityLink> equityLink(MarketFields fields, String supplier) {
        fields.only(with("with", "share", "what"));
        String with = fields.text("with");
        BigDecimal share = share(fields, "share", fields.positive("share"));
        String what = fields.text("what");
        Evidence evidence = fields.evidence("tie of " + supplier + " with " + with);
        return fields.build(() -> new EquityLink(with, share, what, evidence));
    }

    private static Optional<SupplierEvent> event(MarketFields fields, String supplier, MarketIds ids) {
        fields.only(with("kind", "accelerator", "quarters", "what"));
        SupplierEvent.Kind kind = fields.requiredWord("kind", SupplierEvent.Kind.class);
        String accelerator = fields.optionallyKnown("accelerator", ids.accelerators(), "accelerator");
        Integer quarters = fields.whole("quarters", "count whole quarters");
        if (quarters != null && kind != SupplierEvent.Kind.SLIPPED)
            fields.wrong("quarters", "only a slip has a length", "leave it out");
        String what = fields.text("what");
        Evidence evidence = fields.evidence(MarketFields.word(kind) + " of " + supplier);
        return fields.build(() -> new SupplierEvent(kind, accelerator, quarters, what, evidence));
    }

    private static Map<Supplier.Figure, Fact<BigDecimal>> figures(MarketFields entry, String supplier) {
        Map<Supplier.Figure, Fact<BigDecimal>> figures = new EnumMap<>(Supplier.Figure.class);
        for (MarketFields fields : entry.each("figures")) {
            fields.only(with("figure", "value"));
            Supplier.Figure figure = fields.requiredWord("figure", Supplier.Figure.class);
            if (fields.optional("value") == null) fields.wrong("value", "is missing", "give the number, or leave the figure out");
            BigDecimal number = fields.number("value");
            BigDecimal value = SHARES.contains(figure) ? share(fields, "value", number) : number;
            Evidence evidence = fields.evidence(MarketFields.word(figure) + " of " + supplier);
            if (figures.containsKey(figure)) fields.wrong("figure", "is given twice", "keep the newer one");
            fields.build(() -> new Fact<>(value, evidence)).ifPresent(fact -> figures.put(figure, fact));
        }
        return figures;
    }

    private static @Nullable BigDecimal share(MarketFields fields, String field, @Nullable BigDecimal value) {
        if (value != null && value.abs().compareTo(BigDecimal.ONE) > 0)
            fields.wrong(field, value.toPlainString() + " is not a share", "give it as 0 to 1, not in percent");
        return value;
    }

    private static <T> List<T> all(List<MarketFields> entries, Function<MarketFields, Optional<T>> read) {
        List<T> found = new ArrayList<>();
        for (MarketFields fields : entries) read.apply(fields).ifPresent(found::add);
        return found;
    }

    private static List<String> with(String... own) {
        List<String> names = new ArrayList<>(EVIDENCE);
        names.addAll(List.of(own));
        return names;
    }
}
