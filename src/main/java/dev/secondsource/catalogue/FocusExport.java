package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Decimals;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A FOCUS 1.0 to 1.2 export of cost and usage as CSV. All charges for one machine, region and pricing are one effective
 * price: what they cost after every discount and with the unused part of commitments, over the machine-hours used. Of a
 * row only its sums are kept.
 */
final class FocusExport {
    private static final List<String> REQUIRED =
            List.of("EffectiveCost", "BillingCurrency", "ChargeCategory", "PricingCategory", "PricingQuantity", "PricingUnit", "RegionId");
    private static final Pattern DETAIL = Pattern.compile("\"(?:x_)?(?:InstanceType|MachineType)\"\\s*:\\s*\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOURS = Pattern.compile("(?:(?<many>\\d+)\\s+)?(?:hours?|hrs?|instance[- ]hours?)", Pattern.CASE_INSENSITIVE);

    private FocusExport() {}

    private record Key(String machine, String region, PricingKind pricing, @Nullable Integer term, String currency) {}

    private static final class Sum {
        private final int line;
        private BigDecimal effective = BigDecimal.ZERO;
        private @Nullable BigDecimal list = BigDecimal.ZERO;
        private BigDecimal hours = BigDecimal.ZERO;
        private int charges;
        private String first = "";
        private String last = "";

        Sum(int line) {
            this.line = line;
        }
    }

    /** @param term months of commitments whose charges do not say, null if the importer does not either */
    static void read(String file, Reader text, @Nullable Integer term, Sink sink) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        CsvRows.read(file, text, REQUIRED, row -> {
            sink.row();
            row(file, row, term, sums, sink);
        });
        sums.forEach((key, sum) -> {
            Listing listing = new Listing(file, sum.line, key.machine, null, Listing.says(key.machine), null, null, key.region, null, key.currency);
            if (sum.hours.signum() <= 0)
                sink.refuse(listing.refuse(Reason.NOT_A_PRICE, key.machine, Decimals.plain(sum.effective).toPlainString() + " " + key.currency + " were charged for no machine-hours",
                        "export a whole billing period, so that charges stand beside their usage"));
            else listing.quote(Decimals.divide(sum.effective, sum.hours), key.currency, key.pricing, key.term, note(sum, key.currency), sink);
        });
    }

    private static String note(Sum sum, String currency) {
        String list = sum.list == null || sum.list.signum() <= 0 ? "" : "; list price then " + Decimals.divide(sum.list, sum.hours).toPlainString();
        return "confidential; effective price: " + Decimals.plain(sum.effective).toPlainString() + " " + currency + " in " + sum.charges + " charges for " + Decimals.plain(sum.hours).toPlainString()
                + " machine-hours" + (sum.first.isEmpty() ? "" : " from " + sum.first + " to " + sum.last) + list;
    }

    private static void row(String file, CsvRows.Row row, @Nullable Integer term, Map<Key, Sum> sums, Sink sink) {
        boolean unused = row.text("CommitmentDiscountStatus").equalsIgnoreCase("unused");
        String machine = machine(row, sink);
        if (!row.text("ChargeCategory").equalsIgnoreCase("usage") || machine == null && !unused) {
            sink.passOver();
            return;
        }
        String printed = row.text("EffectiveCost");
        BigDecimal cost = Figures.number(printed);
        Listing listing = new Listing(file, row.line(), machine == null ? "" : machine, null, "", null, null, row.text("RegionId"), null, row.text("BillingCurrency"));
        if (cost == null) {
            sink.refuse(listing.refuse(Reason.NOT_A_PRICE, listing.machine(), "EffectiveCost \"" + printed + "\" is no number", "export it as plain digits"));
            return;
        }
        if (machine == null) {
            sink.refuse(listing.refuse(Reason.UNKNOWN_MACHINE, "(unused commitment)", Decimals.plain(cost).toPlainString() + " " + listing.currency() + " of an unused commitment name no machine and are in no price",
                    "spread it by hand if it was meant for accelerators"));
            return;
        }
        Matcher unit = HOURS.matcher(row.text("PricingUnit"));
        BigDecimal quantity = Figures.number(row.cell("PricingQuantity"));
        if (!unused && (!unit.matches() || quantity == null)) {
            sink.refuse(listing.refuse(Reason.OTHER_UNIT, machine, "is priced by \"" + row.text("PricingUnit") + "\"", "only machine-hours make a price an hour"));
            return;
        }
        PricingKind pricing = pricing(row);
        Integer months = pricing == PricingKind.COMMITTED ? months(row, term) : null;
        if (pricing == null) {
            sink.refuse(listing.refuse(Reason.OTHER_UNIT, machine, "pricing category \"" + row.text("PricingCategory") + "\"", "Standard, Dynamic and Committed are known"));
        } else if (pricing == PricingKind.COMMITTED && months == null) {
            sink.refuse(listing.refuse(Reason.NO_TERM, machine, "the charge does not say how long the commitment runs", "say it with --term 12, or whatever the contract says"));
        } else {
            Sum sum = sums.computeIfAbsent(new Key(machine, listing.region(), pricing, months, listing.currency()), any -> new Sum(row.line()));
            sum.effective = sum.effective.add(cost);
            sum.charges++;
            BigDecimal listed = Figures.number(row.cell("ListCost"));
            // Money that is given back takes no hours back, whatever quantity the row repeats.
            boolean credit = cost.signum() < 0 && quantity != null && quantity.signum() > 0;
            if (!unused && !credit) {
                BigDecimal many = unit.group("many") == null ? BigDecimal.ONE : new BigDecimal(unit.group("many"));
                sum.hours = sum.hours.add(quantity.multiply(many));
                sum.list = sum.list == null || listed == null ? null : sum.list.add(listed);
            }
            period(row, sum);
        }
    }

    private static void period(CsvRows.Row row, Sum sum) {
        String from = day(row.text("ChargePeriodStart"));
        String to = day(row.text("ChargePeriodEnd"));
        if (!from.isEmpty() && (sum.first.isEmpty() || from.compareTo(sum.first) < 0)) sum.first = from;
        if (to.compareTo(sum.last) > 0) sum.last = to;
    }

    private static String day(String instant) {
        return instant.length() >= 10 ? instant.substring(0, 10) : instant;
    }

    private static @Nullable PricingKind pricing(CsvRows.Row row) {
        return switch (row.text("PricingCategory").toLowerCase(Locale.ROOT)) {
            case "standard" -> PricingKind.ON_DEMAND;
            case "dynamic" -> PricingKind.SPOT;
            case "committed" -> PricingKind.COMMITTED;
            default -> null;
        };
    }

    private static @Nullable Integer months(CsvRows.Row row, @Nullable Integer term) {
        BigDecimal months = Figures.number(row.cell("x_SkuTerm", "x_CommitmentDiscountTerm"));
        return months != null && months.signum() > 0 ? Integer.valueOf(months.intValue()) : term;
    }

    /** FOCUS has no column for it: the first cell that names a machine the market knows. */
    private static @Nullable String machine(CsvRows.Row row, Sink sink) {
        List<String> names = new ArrayList<>();
        Matcher detail = DETAIL.matcher(row.text("SkuPriceDetails", "x_SkuPriceDetails", "x_SkuDetails"));
        if (detail.find()) names.add(detail.group(1));
        for (String column : List.of("x_InstanceType", "x_SkuArmName", "SkuMeter", "x_SkuMeterName", "x_UsageType", "SkuId", "ResourceType", "x_ResourceType")) {
            String cell = row.cell(column);
            if (cell == null) continue;
            names.add(cell);
            names.add(cell.substring(cell.lastIndexOf(':') + 1));
            // Azure's meters write Standard_ND96isr_H100_v5 as "ND96isr H100 v5", with a word for the pricing behind it.
            names.add("Standard_" + cell.replaceAll("(?i) (spot|low priority)$", "").replace(' ', '_'));
        }
        names.addAll(List.of(row.text("ChargeDescription").split("[\\s,;()]+")));
        return names.stream().filter(name -> !name.isBlank() && sink.knowsMachine(name)).findFirst().orElse(null);
    }
}
