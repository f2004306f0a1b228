package dev.secondsource.files;

import dev.secondsource.market.Offer;
import dev.secondsource.market.Overlay;
import dev.secondsource.market.Overlay.Basis;
import dev.secondsource.market.Overlay.Entry;
import dev.secondsource.market.Overlay.Place;
import dev.secondsource.market.Selection;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Sha256;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the tree of an overlay file against its format and makes the terms of it; finds every problem, not the first. */
final class OverlayShape extends YamlShape {
    private static final String FORMAT = "secondsource-overlay/1";
    private static final String ID = "[A-Za-z0-9][A-Za-z0-9-]*";
    private static final List<String> KEYS = List.of("id", "offers", "price", "discount", "owner", "basis", "source", "from", "until", "quantity");
    private static final List<String> BASES = Stream.of(Basis.values()).map(MarketFields::word).toList();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    OverlayShape(YamlDocument document) {
        super(document);
    }

    Checked<Overlay> overlay() {
        onlyKeys(document.root(), "", List.of("overlay", "terms"));
        String format = text(document.root(), "", "overlay", FORMAT);
        if (format != null && !format.equals(FORMAT)) problem("/overlay", "\"" + format + "\" is not an overlay format this version reads", "write " + FORMAT);
        JsonNode list = document.root().get("terms");
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        if (list == null || !list.isArray() || list.isEmpty())
            problem(list == null ? "" : "/terms", list == null ? "terms is missing" : list.isArray() ? "there are no terms" : YamlWords.kindOf(list) + " instead of a list", "write terms: with one entry each");
        else for (int i = 0; i < list.size(); i++) {
            String at = "/terms/" + i;
            Entry entry = entry(list.get(i), at);
            if (entry == null) continue;
            Integer first = lines.putIfAbsent(entry.id().toLowerCase(Locale.ROOT), entry.place().line());
            if (first != null) problem(at + "/id", "\"" + entry.id() + "\" is the id of the entry on line " + first, "give each an id of its own");
            entries.add(entry);
        }
        return problems.isEmpty() ? Checked.of(new Overlay(document.file(), Sha256.of(document.text()), entries)) : Checked.wrong(problems);
    }

    private @Nullable Entry entry(JsonNode node, String at) {
        if (!node.isObject()) {
            problem(at, YamlWords.kindOf(node) + " instead of a mapping", "write id:, offers:, price: or discount:, owner:, basis:, source:, from: and until:");
            return null;
        }
        int before = problems.size();
        onlyKeys(node, at, KEYS);
        String id = text(node, at, "id", "a short name such as aws-2026");
        if (id != null && !id.matches(ID)) problem(at + "/id", "\"" + id + "\" is not an id", "use letters, digits and hyphens");
        Selection<Offer> offers = offers(node, at);
        Overlay.Price price = price(node, at);
        String owner = text(node, at, "owner", "who negotiated it, a person or a team");
        Basis basis = basis(node, at);
        String source = text(node, at, "source", "the document, with its number or date");
        LocalDate from = day(node, at, "from", "the first day");
        LocalDate until = day(node, at, "until", "the last day; of terms without end the next day on which they can be ended");
        if (from != null && until != null && until.isBefore(from)) problem(at + "/until", until + " is before from, " + from, "swap them, or mend one");
        Integer quantity = quantity(node, at);
        if (problems.size() > before) return null;
        return new Entry(id, new Place(document.file(), document.line(at), document.line(at + "/offers"), YamlWords.dotted(at)), offers, price, owner, basis, source, from, until, quantity);
    }

    private @Nullable Selection<Offer> offers(JsonNode node, String at) {
        String text = text(node, at, "offers", "conditions such as provider=aws,accelerator=Trainium2, or \"*\" for all");
        if (text == null) return null;
        List<Selection.Fault> faults = new ArrayList<>();
        Selection<Offer> selection = Selection.parse(text, "offers", Selection.ofOffers(), faults);
        faults.forEach(f -> problem(at + "/offers", f.what(), f.mend()));
        return selection;
    }

    private Overlay.@Nullable Price price(JsonNode node, String at) {
        boolean priced = node.has("price");
        boolean discounted = node.has("discount");
        if (priced == discounted) {
            problem(priced ? at + "/discount" : at, priced ? "both a price and a discount" : "neither a price nor a discount",
                    "write price: {amount, currency, per} or discount: and percent, one of the two");
            return null;
        }
        if (discounted) {
            BigDecimal percent = number(node, at, "discount", true);
            if (percent == null) return null;
            if (percent.signum() > 0 && percent.compareTo(HUNDRED) < 0) return new Overlay.Discount(percent.movePointLeft(2));
            problem(at + "/discount", percent.toPlainString() + " % off is no discount", "use more than 0 and less than 100 percent; what is dearer than published is a price");
            return null;
        }
        JsonNode price = mapping(node, at, "price", true);
        if (price == null) return null;
        String here = at + "/price";
        onlyKeys(price, here, List.of("amount", "currency", "per"));
        BigDecimal amount = number(price, here, "amount", true);
        if (amount != null && amount.signum() <= 0) problem(here + "/amount", amount.toPlainString() + " is not above zero", "give what is paid; what is not known is left out");
        Currency currency = currency(price, here);
        String per = text(price, here, "per", "accelerator, or unit for the machine that is sold");
        if (per != null && !per.equals("accelerator") && !per.equals("unit"))
            problem(here + "/per", "\"" + per + "\" is nothing a price is per", "write accelerator, or unit for the machine that is sold");
        return amount == null || currency == null || per == null ? null : new Overlay.Absolute(Money.of(amount, currency), per.equals("accelerator"));
    }

    private @Nullable Currency currency(JsonNode price, String at) {
        String code = text(price, at, "currency", "an ISO 4217 code, like USD or EUR");
        try {
            return code == null ? null : Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            problem(at + "/currency", "\"" + code + "\" is not a currency", "use an ISO 4217 code, like USD or EUR");
            return null;
        }
    }

    private @Nullable Basis basis(JsonNode node, String at) {
        String text = text(node, at, "basis", "one of " + String.join(", ", BASES));
        if (text == null) return null;
        if (BASES.contains(text)) return Basis.values()[BASES.indexOf(text)];
        problem(at + "/basis", "\"" + text + "\" is not a basis", Nearest.suggestion(text, BASES));
        return null;
    }

    private @Nullable LocalDate day(JsonNode node, String at, String key, String mend) {
        String text = text(node, at, key, mend);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem(at + "/" + key, "\"" + text + "\" is not a day", "write it as 2026-07-30");
            return null;
        }
    }

    private @Nullable Integer quantity(JsonNode node, String at) {
        BigDecimal number = number(node, at, "quantity", false);
        if (number == null) return null;
        if (number.signum() > 0 && number.stripTrailingZeros().scale() <= 0 && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0) return number.intValueExact();
        problem(at + "/quantity", number.toPlainString() + " is not a number of accelerators", "use a whole number from 1; without a limit leave it out");
        return null;
    }
}
