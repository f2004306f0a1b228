package dev.secondsource.files;

import dev.secondsource.catalogue.Entry;
import dev.secondsource.catalogue.Imported;
import dev.secondsource.catalogue.Importing;
import dev.secondsource.catalogue.LoggedImport;
import dev.secondsource.catalogue.Quote;
import dev.secondsource.catalogue.Standing;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Region;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of a market folder that an import looks at, and as they are after it. */
final class MarketRows {
    private static final Pattern AS_OF = Pattern.compile("(?m)^asOf:\\s*\"?(\\d{4}-\\d{2}-\\d{2})\"?");
    private static final Pattern VERSION = Pattern.compile("(?m)^version:\\s*(.*?)\\s*$");
    private static final Pattern SUPPLIER = Pattern.compile("(?m)^( *)- +id:");
    private static final String IMPORTS = " with imports to ";

    private final MarketFolder folder;
    private final String offersText;
    private final List<CsvTable.Row> offers;
    private final String regionsText;
    private final List<CsvTable.Row> regions;
    private final String logText;
    private final List<LoggedImport> log;

    private MarketRows(MarketFolder folder, String logText, List<LoggedImport> log) throws IOException {
        this.folder = folder;
        this.logText = logText;
        this.log = log;
        offersText = folder.text(MarketOffers.HOURLY_FILE);
        offers = rows(MarketOffers.HOURLY_FILE, offersText, MarketOffers.HOURLY_COLUMNS, MarketOffers.OPTIONAL);
        regionsText = folder.text(MarketFiles.REGION_FILE);
        regions = rows(MarketFiles.REGION_FILE, regionsText, MarketFiles.REGION_COLUMNS, List.of());
    }

    /** @param folder one that reads as a market */
    static Checked<MarketRows> of(MarketFolder folder) throws IOException {
        String text = folder.optionalText(MarketImports.FILE).orElse(MarketImports.header());
        Checked<List<LoggedImport>> log = MarketImports.read(folder.named(MarketImports.FILE), text);
        return log instanceof Checked.Valid<List<LoggedImport>> valid ? Checked.of(new MarketRows(folder, text, valid.value())) : Checked.wrong(log.problems());
    }

    private static List<CsvTable.Row> rows(String file, String text, List<String> columns, List<String> optional) {
        List<Problem> problems = new ArrayList<>();
        List<CsvTable.Row> rows = CsvTable.parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text, columns, optional, problems);
        if (!problems.isEmpty()) throw new IllegalStateException("a market that was read has problems: " + problems);
        return rows;
    }

    /** Countries of a provider's regions, by region. */
    Map<String, String> regions(String provider) {
        Map<String, String> countries = new TreeMap<>();
        for (CsvTable.Row row : regions) if (cell(row, "provider").equals(provider)) countries.put(cell(row, "region"), cell(row, "country"));
        return countries;
    }

    /** A provider's rows of offers.csv, of each offer by day. */
    Map<List<String>, NavigableMap<LocalDate, Standing>> standing(String provider) {
        Map<List<String>, NavigableMap<LocalDate, Standing>> standing = new HashMap<>();
        for (CsvTable.Row row : offers) {
            if (!cell(row, "provider").equals(provider)) continue;
            LocalDate day = LocalDate.parse(cell(row, "price_date"));
            standing.computeIfAbsent(Importing.key(cell(row, "instance_type"), cell(row, "region"), cell(row, "zone"), cell(row, "pricing"), cell(row, "term_months")), any -> new TreeMap<>())
                    .put(day, new Standing(row.line(), new BigDecimal(cell(row, "price_per_hour")), cell(row, "currency"), day, cell(row, "source") + ", " + cell(row, "grade")));
        }
        return standing;
    }

    private static String cell(CsvTable.Row row, String column) {
        JsonNode cell = row.cells().path(column);
        return cell.asString("");
    }

    /** Texts of the files that change, by name. */
    Map<String, String> changed(Imported imported, MarketImport.Order order, boolean newSupplier) throws IOException {
        Map<String, String> changed = new LinkedHashMap<>();
        if (!imported.offers().isEmpty()) {
            CsvEdit edit = new CsvEdit(offersText);
            imported.offers().forEach(row -> edit.add(offer(row.entry(), order)));
            changed.put(MarketOffers.HOURLY_FILE, edit.text());
        }
        if (!imported.regions().isEmpty()) {
            CsvEdit edit = new CsvEdit(regionsText);
            imported.regions().forEach((region, country) -> edit.add(Map.of("provider", order.provider(), "region", region, "country", country)));
            changed.put(MarketFiles.REGION_FILE, edit.text());
        }
        if (!imported.measurements().isEmpty()) {
            CsvEdit edit = new CsvEdit(folder.text(MarketMeasurements.FILE));
            imported.measurements().forEach(m -> edit.add(measurement(m)));
            changed.put(MarketMeasurements.FILE, edit.text());
        }
        if (newSupplier) changed.put(MarketSuppliers.FILE, withSupplier(folder.text(MarketSuppliers.FILE), order));
        String log = log(imported, order);
        if (!log.equals(logText)) changed.put(MarketImports.FILE, log);
        if (!imported.isEmpty()) changed.put(MarketFiles.MARKET_FILE, dated(folder.text(MarketFiles.MARKET_FILE), order.asOf()));
        return changed;
    }

    /** Files of one name are told as one. */
    private String log(Imported imported, MarketImport.Order order) {
        String refusedIn = order.refused().map(file -> file.getFileName().toString()).orElse("");
        Map<String, LoggedImport> byName = new LinkedHashMap<>();
        for (Imported.FromFile file : imported.files())
            byName.merge(name(file.file()), file.logged(order.asOf(), name(file.file()), order.format(), order.provider(), refusedIn), LoggedImport::and);
        return MarketImports.with(logText, log, List.copyOf(byName.values()));
    }

    private static Map<String, String> offer(Entry entry, MarketImport.Order order) {
        Quote quote = entry.quote();
        Map<String, String> row = new HashMap<>();
        row.put("provider", order.provider());
        row.put("instance_type", entry.machine());
        row.put("accelerator", entry.accelerator());
        row.put("accelerator_count", String.valueOf(entry.chips()));
        row.put("sold_as", entry.soldAs() == null ? "" : MarketFields.word(entry.soldAs()));
        row.put("region", quote.region());
        row.put("zone", text(quote.pricedZone()));
        row.put("pricing", MarketFields.word(quote.pricing()));
        row.put("term_months", text(quote.termMonths()));
        row.put("price_per_hour", Decimals.plain(quote.price()).toPlainString());
        row.put("currency", quote.currency());
        row.put("price_date", order.asOf().toString());
        row.put("date_basis", "on");
        row.put("source", LoggedImport.source(order.format(), order.provider(), name(quote.file())));
        row.put("grade", order.format().grade().name());
        row.put("note", quote.note());
        return row;
    }

    /** Without folders: where somebody keeps an invoice is nobody's business. */
    private static String name(String file) {
        return Path.of(file).getFileName().toString();
    }

    private static Map<String, String> measurement(Measurement m) {
        Map<String, String> row = new HashMap<>();
        row.put("id", m.id());
        row.put("accelerator", m.accelerator());
        row.put("benchmark", m.benchmark());
        row.put("model", m.model());
        row.put("total_params_b", text(m.totalParametersBillions()));
        row.put("active_params_b", text(m.activeParametersBillions()));
        row.put("kind", MarketFields.word(m.kind()));
        row.put("scenario", m.scenario());
        row.put("unit", MarketFields.word(m.unit()));
        row.put("per_accelerator", text(m.perAccelerator()));
        row.put("accelerators", String.valueOf(m.accelerators()));
        row.put("precision", m.precision() == null ? "" : MarketFields.word(m.precision()));
        row.put("prompt_tokens", text(m.promptTokens()));
        row.put("output_tokens", text(m.outputTokens()));
        row.put("batch", text(m.batch()));
        row.put("source", m.evidence().source());
        row.put("grade", m.evidence().grade().name());
        row.put("date", String.valueOf(m.evidence().date()));
        row.put("date_basis", "no-later-than");
        row.put("note", m.note());
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? Decimals.plain(number).toPlainString() : value.toString();
    }

    /** The entry that the reader of a market asks for, and a word to whoever is to fill it in. */
    private static String withSupplier(String text, MarketImport.Order order) {
        Matcher first = SUPPLIER.matcher(text);
        String indent = first.find() ? first.group(1) : "  ";
        return text.stripTrailing() + "\n"
                + indent + "# Not yet described: an import of " + order.asOf() + " found that it sells accelerators, and nothing else is known of it.\n"
                + indent + "- id: " + order.provider() + "\n"
                + indent + "  name: " + order.provider() + "\n"
                + indent + "  roles: [provider]\n"
                + indent + "  jurisdiction: \"" + order.jurisdiction().orElse(Region.UNKNOWN_COUNTRY) + "\"\n"
                + indent + "  competesIn: []\n";
    }

    /** The last day a fact speaks of, and a label that tells this market from the one it was. */
    private static String dated(String text, LocalDate asOf) {
        Matcher day = AS_OF.matcher(text);
        if (day.find() && LocalDate.parse(day.group(1)).isBefore(asOf)) text = text.substring(0, day.start(1)) + asOf + text.substring(day.end(1));
        Matcher version = VERSION.matcher(text);
        if (!version.find()) return text;
        String label = version.group(1);
        String quote = label.startsWith("\"") || label.startsWith("'") ? label.substring(0, 1) : "";
        String plain = quote.isEmpty() ? label : label.substring(1, label.length() - 1);
        int imports = plain.indexOf(IMPORTS);
        String base = imports < 0 ? plain : plain.substring(0, imports);
        String latest = imports < 0 || plain.substring(imports + IMPORTS.length()).compareTo(asOf.toString()) < 0 ? asOf.toString() : plain.substring(imports + IMPORTS.length());
        return text.substring(0, version.start(1)) + quote + base + IMPORTS + latest + quote + text.substring(version.end(1));
    }
}
