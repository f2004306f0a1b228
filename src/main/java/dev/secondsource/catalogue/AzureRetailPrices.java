package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Decimals;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The answer of the Azure retail prices API, one page or several: {@code Items} with {@code armSkuName}, {@code type},
 * {@code retailPrice}, {@code currencyCode}, {@code armRegionName}, {@code savingsPlan} and others. The price of a reservation is that
 * of its whole term.
 */
final class AzureRetailPrices {
    private static final String PREFIX = "Standard_N";

    private AzureRetailPrices() {}

    static void read(String file, Reader text, Sink sink) {
        JsonRows.read(file, text, json -> {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.START_OBJECT) one(file, json, sink);
            } else one(file, json, sink);
        });
    }

    /** A page, or an item by itself in a list of them. */
    private static void one(String file, JsonParser json, Sink sink) {
        JsonRows.expect(json, JsonToken.START_OBJECT, file, "the answer of the API is an object with \"Items\"");
        boolean any = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean items = json.currentName().equalsIgnoreCase("Items");
            if (json.nextToken() != JsonToken.START_ARRAY || !items) {
                json.skipChildren();
                continue;
            }
            any = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                int line = JsonRows.line(json);
                JsonRows.expect(json, JsonToken.START_OBJECT, file, "each of the Items is an object");
                sink.row();
                item(file, line, json.readValueAsTree(), sink);
            }
        }
        if (!any) throw new NotTheFormat(file, 1, "", "has no \"Items\"", "name the answer of the Azure retail prices API; is it another format?");
    }

    private static void item(String file, int line, JsonNode item, Sink sink) {
        String machine = item.path("armSkuName").asString("");
        String meter = lower(item, "meterName") + " " + lower(item, "skuName");
        String type = lower(item, "type");
        boolean machineHours = machine.startsWith(PREFIX) || sink.knowsMachine(machine);
        boolean other = lower(item, "productName").contains("windows") || lower(item, "productName").contains("cloud services") || meter.contains("low priority")
                || type.equals("devtestconsumption") || !item.path("isPrimaryMeterRegion").asBoolean(true);
        if (!machineHours || other) {
            sink.passOver();
            return;
        }
        Listing listing = new Listing(file, line, machine, null, Listing.says(machine, item.path("productName").asString(null)), null, null,
                item.path("armRegionName").asString(""), null, item.path("currencyCode").asString("USD"));
        if (!listing.holds(Figures.day(item.path("effectiveStartDate").asString(null)), Figures.day(item.path("effectiveEndDate").asString(null)), sink)) return;
        BigDecimal price = price(item, "retailPrice");
        if (price == null) {
            sink.refuse(listing.refuse(Reason.NOT_A_PRICE, machine, "retailPrice is no number", "fetch the list again"));
        } else if (type.equals("reservation")) {
            Integer months = months(lower(item, "reservationTerm"));
            if (months == null)
                sink.refuse(listing.refuse(Reason.NO_TERM, machine, "\"" + item.path("reservationTerm").asString("") + "\" is no length of a reservation", "Azure writes 1 Year or 3 Years"));
            else listing.quote(Decimals.divide(price, Terms.hours(months)), listing.currency(), PricingKind.COMMITTED, months, "reservation, its price spread over the term", sink);
        } else if (!lower(item, "unitOfMeasure").equals("1 hour")) {
            sink.refuse(listing.refuse(Reason.OTHER_UNIT, machine, "is priced by " + item.path("unitOfMeasure").asString("no unit"), "only prices by 1 Hour are known"));
        } else {
            boolean spot = meter.contains("spot");
            listing.quote(price, listing.currency(), spot ? PricingKind.SPOT : PricingKind.ON_DEMAND, null, "", sink);
            // A reservation of the same term stands in an item of its own, and is a commitment to this very machine.
            if (!spot) plans(item, listing, sink);
        }
    }

    /** A savings plan commits to money and not to a machine: counted, not taken, where a reservation would be the same offer. */
    private static void plans(JsonNode item, Listing listing, Sink sink) {
        for (JsonNode plan : item.path("savingsPlan")) {
            Integer months = months(lower(plan, "term"));
            BigDecimal price = price(plan, "retailPrice");
            if (months != null && price != null) listing.quote(price, listing.currency(), PricingKind.COMMITTED, months, SAVINGS_PLAN, sink);
        }
    }

    /** The note of a price under a savings plan, by which it gives way to a reservation of the same term. */
    static final String SAVINGS_PLAN = "savings plan: commits to money an hour, not to this machine";

    private static @Nullable BigDecimal price(JsonNode of, String name) {
        JsonNode price = of.path(name);
        return price.isNumber() ? Decimals.plain(price.decimalValue()) : Figures.number(price.asString(null));
    }

    private static @Nullable Integer months(String term) {
        String[] words = term.split(" ");
        BigDecimal number = words.length == 2 ? Figures.number(words[0]) : null;
        if (number == null || number.signum() <= 0) return null;
        return words[1].startsWith("year") ? Integer.valueOf(number.intValue() * 12) : words[1].startsWith("month") ? Integer.valueOf(number.intValue()) : null;
    }

    private static String lower(JsonNode of, String name) {
        return of.path(name).asString("").toLowerCase(Locale.ROOT);
    }
}
