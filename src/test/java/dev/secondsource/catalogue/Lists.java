package dev.secondsource.catalogue;

import dev.secondsource.Shipped;
import dev.secondsource.files.AliasTable;
import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.market.Market;
import dev.secondsource.market.Plausible;
import dev.secondsource.policy.Policies;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Published lists read against the shipped market, as an import would. */
final class Lists {
    static final Policy POLICY = Policies.of(Plausible.MEMORY_TOLERANCE, "0.10", Plausible.FAR, "10", Plausible.LEAST_PEERS, "2", ExchangeRates.OLD, "90", ExchangeRates.USELESS, "365");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final String SKYPILOT = "InstanceType,AcceleratorName,AcceleratorCount,GpuInfo,Price,SpotPrice,Region,AvailabilityZone\n";

    private final String provider;
    private Market market = Shipped.market();
    private LocalDate day = DAY;
    private String currency = "USD";
    private Map<String, String> regions = Map.of();
    private Map<String, String> places = Map.of();
    private final List<Alias> aliases = new ArrayList<>(AliasTable.shipped());
    private final Map<List<String>, NavigableMap<LocalDate, Standing>> standing = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private Importing importing;

    private Lists(String provider) {
        this.provider = provider;
    }

    static Lists of(String provider) {
        return new Lists(provider);
    }

    Lists in(String expected) {
        currency = expected;
        return this;
    }

    Lists asOf(LocalDate other) {
        day = other;
        return this;
    }

    /** The regions the provider is known to have, and no others. */
    Lists having(Map<String, String> known) {
        places = known;
        return this;
    }

    Lists has(Standing row, String machine, String region, String pricing) {
        standing.computeIfAbsent(Importing.key(machine, region, "", pricing, ""), any -> new TreeMap<>()).put(row.date(), row);
        return this;
    }

    Lists on(Market other) {
        market = other;
        return this;
    }

    Lists saying(String name, String part) {
        aliases.add(Alias.said(name, provider, part));
        return this;
    }

    Importing importing() {
        if (importing == null) {
            Known known = new Known(provider, day, currency, market, regions, places, Known.aliases(aliases, market, POLICY), POLICY);
            importing = new Importing(known, standing, refusals::add);
        }
        return importing;
    }

    /** SkyPilot rows under {@code InstanceType, AcceleratorName, AcceleratorCount, GpuInfo, Price, SpotPrice, Region, AvailabilityZone}. */
    Imported skypilot(String... rows) {
        return read(Format.SKYPILOT, SKYPILOT + String.join("\n", rows) + "\n");
    }

    Imported read(Format format, String text) {
        problem(format, new StringReader(text)).ifPresent(p -> {
            throw new AssertionError(p.toString());
        });
        return importing().end();
    }

    Optional<Problem> problem(Format format, String text) {
        return problem(format, new StringReader(text));
    }

    Optional<Problem> problem(Format format, Reader text) {
        return importing().read(format, "list", text, format == Format.AWS_PRICE_LIST || format == Format.AZURE_RETAIL, null);
    }

    Imported sample(Format format, String file, Integer term) {
        try (Reader text = Files.newBufferedReader(Path.of("src/test/resources/catalogue", file))) {
            importing().read(format, file, text, file.endsWith(".json"), term).ifPresent(p -> {
                throw new AssertionError(p.toString());
            });
            return importing().end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Reason> reasons() {
        return refusals.stream().map(Refusal::reason).toList();
    }

    /** {@code p5.48xlarge H100-SXM x8 us-east-1 ON_DEMAND 54}: what would become a row. */
    static List<String> rows(Imported imported) {
        return imported.offers().stream().map(row -> {
            Entry e = row.entry();
            Quote q = e.quote();
            return e.machine() + " " + e.accelerator() + " x" + e.chips() + " " + q.region() + (q.pricedZone() == null ? "" : "/" + q.pricedZone()) + " " + q.pricing()
                    + (q.termMonths() == null ? "" : "-" + q.termMonths()) + " " + q.price().toPlainString();
        }).toList();
    }
}
