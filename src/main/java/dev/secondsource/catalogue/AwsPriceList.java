package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Decimals;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * The offer file of the AWS price list in bulk form: {@code products} by SKU, then {@code terms} by kind and SKU. Only
 * products that are machines with accelerators under Linux, shared, with nothing installed, are kept in mind; of the
 * ways to pay a reservation the one without money up front is taken, of standard and convertible the standard.
 */
final class AwsPriceList {
    private static final Set<String> FAMILIES = Set.of("gpu instance", "machine learning asic instances", "machine learning asic instance");

    private AwsPriceList() {}

    /** A machine that is sold under a SKU. */
    private record Product(String machine, @Nullable BigDecimal count, String region, int line) {}

    /** One way to pay a reservation: the lower the rank, the rather. */
    private record Way(int rank, int line, BigDecimal price, String currency, String note) {}

    static void read(String file, Reader text, Sink sink) {
        Map<String, Product> products = new HashMap<>();
        JsonRows.read(file, text, json -> {
            JsonRows.expect(json, JsonToken.START_OBJECT, file, "an AWS offer file is one object with \"products\" and \"terms\"");
            boolean sawProducts = false;
            boolean sawTerms = false;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals("products") && value == JsonToken.START_OBJECT) {
                    sawProducts = true;
                    products(json, products, sink);
                } else if (name.equals("terms") && value == JsonToken.START_OBJECT) {
                    if (!sawProducts)
                        throw new NotTheFormat(file, JsonRows.line(json), "terms", "the terms stand before the products", "put products first, as AWS does, so that the file can be read in one go");
                    sawTerms = true;
                    terms(file, json, products, sink);
                } else json.skipChildren();
            }
            if (!sawProducts || !sawTerms)
                throw new NotTheFormat(file, 1, "", "has no \"" + (sawProducts ? "terms" : "products") + "\"", "name an offer file of the AWS price list; is it another format?");
        });
    }

    private static void products(JsonParser json, Map<String, Product> products, Sink sink) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String sku = json.currentName();
            int line = JsonRows.line(json);
            json.nextToken();
            JsonNode product = json.readValueAsTree();
            JsonNode is = product.path("attributes");
            String machine = is.path("instanceType").asString("");
            BigDecimal count = Figures.number(is.path("gpu").asString(null));
            boolean accelerated = count != null && count.signum() > 0 || FAMILIES.contains(word(is, "instanceFamily")) || sink.knowsMachine(machine);
            boolean plain = word(product, "productFamily").startsWith("compute instance") && word(is, "operatingSystem", "linux").equals("linux")
                    && word(is, "tenancy", "shared").equals("shared") && word(is, "preInstalledSw", "na").equals("na") && word(is, "capacitystatus", "used").equals("used");
            if (accelerated && plain) products.put(sku, new Product(machine, count, region(is), line));
        }
    }

    /** Local and wavelength zones are no regions, and their prices not a region's. */
    private static String region(JsonNode is) {
        return word(is, "locationType", "aws region").equals("aws region") ? is.path("regionCode").asString("") : is.path("location").asString("");
    }

    private static void terms(String file, JsonParser json, Map<String, Product> products, Sink sink) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String kind = json.currentName();
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                Product product = products.get(json.currentName());
                json.nextToken();
                sink.row();
                if (product == null || !kind.equals("OnDemand") && !kind.equals("Reserved")) {
                    sink.passOver();
                    json.skipChildren();
                } else {
                    int line = JsonRows.line(json);
                    prices(file, line, json.readValueAsTree(), product, kind.equals("OnDemand"), sink);
                }
            }
        }
    }

    private static void prices(String file, int line, JsonNode offers, Product product, boolean onDemand, Sink sink) {
        Listing listing = new Listing(file, line, product.machine, null, Listing.says(product.machine), product.count, null, product.region, null, "USD");
        Map<Integer, Way> ways = new TreeMap<>();
        for (JsonNode offer : offers) {
            if (!listing.holds(Figures.day(offer.path("effectiveDate").asString(null)), null, sink)) continue;
            BigDecimal hourly = BigDecimal.ZERO;
            BigDecimal upFront = BigDecimal.ZERO;
            String currency = "USD";
            boolean readable = offer.path("priceDimensions").isObject();
            for (JsonNode dimension : offer.path("priceDimensions")) {
                JsonNode prices = dimension.path("pricePerUnit");
                String in = prices.has("USD") || prices.isEmpty() ? "USD" : prices.propertyNames().iterator().next();
                BigDecimal amount = Figures.number(prices.path(in).asString(null));
                if (amount == null) readable = false;
                else if (word(dimension, "unit").equals("quantity")) upFront = upFront.add(amount);
                else if (word(dimension, "unit").startsWith("hr") || word(dimension, "unit").startsWith("hour")) hourly = hourly.add(amount);
                else readable = false;
                currency = in;
            }
            if (!readable) {
                sink.refuse(listing.refuse(Reason.OTHER_UNIT, product.machine, product.machine + " is not priced by the hour", "only hourly prices and fees up front are known"));
                continue;
            }
            if (onDemand) {
                listing.quote(hourly, currency, PricingKind.ON_DEMAND, null, "", sink);
                continue;
            }
            JsonNode terms = offer.path("termAttributes");
            Integer months = months(word(terms, "LeaseContractLength"));
            if (months == null) {
                sink.refuse(listing.refuse(Reason.NO_TERM, product.machine, "\"" + terms.path("LeaseContractLength").asString("") + "\" is no length of a contract", "AWS writes 1yr or 3yr"));
                continue;
            }
            BigDecimal whole = hourly.add(Decimals.divide(upFront, Terms.hours(months)));
            String paid = terms.path("PurchaseOption").asString("");
            Way way = new Way(rank(terms), line, whole, currency, terms.path("OfferingClass").asString("standard") + " reservation, " + paid.toLowerCase(Locale.ROOT)
                    + (upFront.signum() > 0 ? ": the fee is spread over the term" : ""));
            ways.merge(months, way, (a, b) -> a.rank <= b.rank ? a : b);
        }
        ways.forEach((months, way) -> listing.quote(way.price, way.currency, PricingKind.COMMITTED, months, way.note, sink));
    }

    private static int rank(JsonNode terms) {
        int upFront = List.of("no upfront", "partial upfront", "all upfront").indexOf(word(terms, "PurchaseOption"));
        return (word(terms, "OfferingClass", "standard").equals("standard") ? 0 : 4) + (upFront < 0 ? 3 : upFront);
    }

    private static @Nullable Integer months(String length) {
        BigDecimal years = length.endsWith("yr") ? Figures.number(length.substring(0, length.length() - 2)) : null;
        return years == null || years.signum() <= 0 ? null : years.multiply(BigDecimal.valueOf(12)).intValue();
    }

    private static String word(JsonNode of, String name) {
        return word(of, name, "");
    }

    private static String word(JsonNode of, String name, String otherwise) {
        return of.path(name).asString(otherwise).toLowerCase(Locale.ROOT);
    }
}
