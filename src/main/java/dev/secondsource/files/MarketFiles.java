package dev.secondsource.files;

import dev.secondsource.catalogue.Placing;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Claim;
import dev.secondsource.market.ExchangeRate;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Market;
import dev.secondsource.market.MaturityEvidence;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.Region;
import dev.secondsource.market.SoftwareStack;
import dev.secondsource.market.Supplier;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a market from its folder of CSV and YAML files. All problems of all files are reported together, each with
 * file, line and what would be right; a market with any problem is not read at all. {@code SOURCES.md} beside the
 * bundled files documents every column.
 */
public final class MarketFiles {
    private static final String BUNDLED = "market/";
    static final String MARKET_FILE = "market.yaml";
    static final String REGION_FILE = "regions.csv";
    static final List<String> REGION_COLUMNS = List.of("provider", "region", "country", "grid_g_per_kwh", "source", "grade", "date", "date_basis");

    private final String prefix;
    private final Opener opener;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final Map<String, LocalDate> newest = new HashMap<>();
    private LocalDate asOf = LocalDate.MAX;
    /** The line of every price is asked for, not only of the newest of each offer. */
    private boolean everyDay;

    private MarketFiles(String prefix, Opener opener) {
        this.prefix = prefix;
        this.opener = opener;
    }

    /** The market that ships with the program. */
    public static Checked<Market> bundled() {
        return new MarketFiles(BUNDLED, MarketFiles::resource).read();
    }

    /** The market in a folder of the user's. */
    public static Checked<Market> in(Path folder) {
        if (!Files.isDirectory(folder))
            return Checked.wrong(Problem.in(folder.toString(), "no such folder", "name a folder that holds market.yaml, offers.csv, …"));
        return new MarketFiles(folder + "/", name -> text(folder.resolve(name))).read();
    }

    /**
     * A folder as far as it can be read.
     *
     * @param problems everything that is wrong with its files
     * @param sound a market of the rows that are right, to be looked at and never decided on; null if the folder is none
     * @param places file and line by the id of an offer or an accelerator, of an offer with several prices the newest; and by {@link Oddity#dated} of each price
     */
    public record Verified(List<Problem> problems, @Nullable Market sound, Map<String, String> places) {}

    /** Everything wrong with a folder, and what is right in it. */
    public static Verified verify(Path folder) {
        if (!Files.isDirectory(folder)) return new Verified(in(folder).problems(), null, Map.of());
        MarketFiles files = new MarketFiles(folder + "/", name -> text(folder.resolve(name)));
        files.everyDay = true;
        Market sound = files.sound();
        files.problems.addAll(MarketImports.in(folder).problems());
        return new Verified(files.problems.stream().sorted().distinct().toList(), sound, files.places);
    }

    /** What is odd about a market by itself, and beside what is known of regions and parts. */
    public static List<Oddity> odd(Market market, Plausible plausible) {
        List<Oddity> odd = new ArrayList<>(Oddity.of(market, plausible));
        odd.addAll(Placing.odd(market, CatalogueTables::places));
        odd.addAll(Oddity.beside(market, bundled().orThrow(), plausible));
        return Oddity.sorted(odd);
    }

    /** Gives the text of a file of the market, or null if there is none. */
    private interface Opener {
        @Nullable String open(String name) throws IOException;
    }

    private Checked<Market> read() {
        Market sound = sound();
        return problems.isEmpty() ? Checked.of(sound) : Checked.wrong(problems);
    }

    /** The rows that are right and refer to nothing that is wrong: all of them, if there is no problem. */
    private Market sound() {
        String version = version();
        List<MarketFields> accelerators = csv(MarketAccelerators.FILE, MarketAccelerators.COLUMNS);
        List<MarketFields> regions = csv(REGION_FILE, REGION_COLUMNS);
        List<MarketFields> offers = csv(MarketOffers.HOURLY_FILE, MarketOffers.HOURLY_COLUMNS, MarketOffers.OPTIONAL);
        List<MarketFields> purchases = csv(MarketOffers.PURCHASE_FILE, MarketOffers.PURCHASE_COLUMNS, MarketOffers.OPTIONAL);
        List<MarketFields> measurements = csv(MarketMeasurements.FILE, MarketMeasurements.COLUMNS);
        List<MarketFields> maturity = csv(MarketMaturity.FILE, MarketMaturity.COLUMNS);
        List<MarketFields> claims = csv(MarketClaims.FILE, MarketClaims.COLUMNS);
        List<MarketFields> exchange = exists(MarketRates.FILE) ? csv(MarketRates.FILE, MarketRates.COLUMNS) : List.of();
        List<MarketFields> suppliers = entries(MarketSuppliers.FILE, "suppliers");
        List<MarketFields> stacks = entries(MarketSuppliers.STACKS_FILE, "stacks");

        Set<String> supplierIds = ids(suppliers);
        MarketIds ids = new MarketIds(ids(accelerators), supplierIds, ids(stacks), regions(regions, supplierIds));

        Map<String, Accelerator> parts = Market.byId(all(accelerators, row -> MarketAccelerators.read(row, ids), Accelerator::id), Accelerator::id);
        List<Offer> priced = offers == null ? new ArrayList<>() : MarketOffers.dated(offers, row -> MarketOffers.hourly(row, ids), (offer, line) -> place(MarketOffers.HOURLY_FILE, offer, line));
        if (purchases != null) priced.addAll(MarketOffers.dated(purchases, row -> MarketOffers.purchase(row, parts, ids), (offer, line) -> place(MarketOffers.PURCHASE_FILE, offer, line)));
        List<Measurement> measured = all(measurements, row -> MarketMeasurements.read(row, ids), Measurement::id);
        List<MaturityEvidence> proofs = all(maturity, row -> MarketMaturity.read(row, ids), MarketMaturity::key);
        List<Claim> claimed = all(claims, row -> MarketClaims.read(row, ids), Claim::id);
        List<Supplier> known = all(suppliers, entry -> MarketSuppliers.supplier(entry, ids), Supplier::id);
        List<SoftwareStack> programmed = all(stacks, MarketSuppliers::stack, SoftwareStack::id);
        List<ExchangeRate> rates = all(exchange, MarketRates::read, MarketRates::key);
        if (accelerators != null) accelerators.forEach(row -> places.put(row.note("id"), prefix + MarketAccelerators.FILE + ":" + row.line()));
        priced.removeIf(offer -> !parts.containsKey(offer.accelerator()));

        proofs.addAll(MarketOffers.channels(priced, proofs));
        priced.addAll(MarketOffers.unpriced(parts.values(), priced));
        return new Market(
                version, parts, Market.byId(programmed, SoftwareStack::id), Market.byId(known, Supplier::id), priced, measured, proofs,
                claimed, rates, null);
    }

    private void place(String file, Offer offer, int line) {
        if (everyDay) places.put(Oddity.dated(offer.id(), offer.evidence().date()), prefix + file + ":" + line);
        LocalDate before = newest.get(offer.id());
        if (before != null && before.isAfter(offer.evidence().date())) return;
        newest.put(offer.id(), offer.evidence().date());
        places.put(offer.id(), prefix + file + ":" + line);
    }

    private String version() {
        MarketFields fields = yaml(MARKET_FILE);
        if (fields == null) return "";
        fields.only(List.of("version", "asOf"));
        String version = fields.text("version");
        if (fields.optional("asOf") == null) fields.wrong("asOf", "is missing", "give the last day the market speaks of");
        LocalDate day = fields.date("asOf");
        if (day != null) asOf = day;
        return version + " (facts to " + asOf + ")";
    }

    private static @Nullable Map<String, Map<String, Region>> regions(@Nullable List<MarketFields> rows, @Nullable Set<String> suppliers) {
        if (rows == null) return null;
        Map<String, Map<String, Region>> regions = new HashMap<>();
        for (MarketFields row : rows) {
            String provider = row.known("provider", suppliers, "supplier");
            String id = row.text("region");
            String country = Region.UNKNOWN_COUNTRY.equals(row.optional("country")) ? Region.UNKNOWN_COUNTRY
                    : row.country("country", "use ISO 3166 alpha-2, like US or NL, or ?? if it is not known");
            Region region = new Region(provider, id, country, grid(row, provider + " " + id));
            if (regions.computeIfAbsent(provider, any -> new TreeMap<>()).put(id, region) != null)
                row.wrong("region", "is given twice for " + provider, "keep one");
        }
        return regions;
    }

    /** A carbon intensity with where it is from; both cells stay empty where it is not known. */
    private static @Nullable Fact<BigDecimal> grid(MarketFields row, String of) {
        BigDecimal grams = row.positive("grid_g_per_kwh");
        return grams == null ? null : new Fact<>(grams, row.evidence("grid of " + of, "date", "date_basis"));
    }

    /** Reads every row; two rows with the same key are a problem at the second. */
    private static <T> List<T> all(@Nullable List<MarketFields> rows, Function<MarketFields, @Nullable T> read, Function<T, ?> key) {
        List<T> found = new ArrayList<>();
        if (rows == null) return found;
        Map<Object, Integer> lines = new HashMap<>();
        for (MarketFields row : rows) {
            T thing = read.apply(row);
            if (thing == null) continue;
            Object id = key.apply(thing);
            Integer first = lines.putIfAbsent(id, row.line());
            if (first == null) found.add(thing);
            else row.wrong("", "duplicate of line " + first + ": " + id, "keep one of the two rows");
        }
        return found;
    }

    private static @Nullable Set<String> ids(@Nullable List<MarketFields> rows) {
        if (rows == null) return null;
        Set<String> ids = new HashSet<>();
        for (MarketFields row : rows) {
            String id = row.optional("id");
            if (id != null) ids.add(id);
        }
        return ids;
    }

    /** The rows; null, with a problem added, if there is no reading them. */
    private @Nullable List<MarketFields> csv(String file, List<String> columns) {
        return csv(file, columns, List.of());
    }

    private @Nullable List<MarketFields> csv(String file, List<String> columns, List<String> optional) {
        String text = open(file);
        if (text == null) return null;
        int before = problems.size();
        List<MarketFields> rows = new ArrayList<>();
        for (CsvTable.Row row : CsvTable.parse(prefix + file, text, columns, optional, problems))
            rows.add(new MarketFields(new MarketFields.Source(prefix + file, any -> row.line(), asOf, problems), row.cells()));
        return rows.isEmpty() && problems.size() > before ? null : rows;
    }

    /** The mappings of a list; null, with a problem added, if there is no reading them. */
    private @Nullable List<MarketFields> entries(String file, String list) {
        MarketFields top = yaml(file);
        return top == null ? null : top.only(List.of(list)).each(list);
    }

    private @Nullable MarketFields yaml(String file) {
        String text = open(file);
        if (text == null) return null;
        Checked<YamlDocument> read = YamlText.verbatim(text, prefix + file);
        problems.addAll(read.problems());
        if (!(read instanceof Checked.Valid<YamlDocument> valid)) return null;
        YamlDocument document = valid.value();
        return new MarketFields(new MarketFields.Source(prefix + file, document::line, asOf, problems), document.root());
    }

    /** Of the one file that a market may do without: then it knows no exchange rate. What cannot be read is told when it is opened. */
    private boolean exists(String name) {
        try {
            return opener.open(name) != null;
        } catch (IOException e) {
            return true;
        }
    }

    private @Nullable String open(String name) {
        try {
            String text = opener.open(name);
            if (text == null) problems.add(Problem.in(prefix + name, "no such file", "add it; the bundled market shows its columns"));
            else if (text.startsWith("\uFEFF")) return text.substring(1);
            return text;
        } catch (MalformedInputException e) {
            problems.add(Problem.in(prefix + name, "is not UTF-8 text", "save it as UTF-8"));
        } catch (IOException e) {
            problems.add(Problem.in(prefix + name, "cannot be read: " + e.getMessage(), "check the file and its permissions"));
        }
        return null;
    }

    private static @Nullable String text(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.readString(file) : null;
    }

    /** Text of a file of the market that ships with the program, null if there is none. */
    static @Nullable String resource(String name) throws IOException {
        try (InputStream in = MarketFiles.class.getResourceAsStream("/" + BUNDLED + name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
