package dev.secondsource.report;

import dev.secondsource.decision.Decision;
import dev.secondsource.exposure.Concentration;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What today's fleet and the allocation of a decision depend on, layer by layer. */
public final class ExposureReport {
    private static final int MARGIN = 2;
    private static final String NOTHING = "Nothing is allocated, so there is no exposure to tell of.";

    /** Every column is of one layer and, where it names one, of one entity; an empty cell is not known. */
    static final List<String> COLUMNS = List.of("layer", "entity", "share_before", "share_after", "change", "undisclosed_before", "undisclosed_after", "hhi_before",
            "hhi_after", "rise", "effective_number_before", "effective_number_after", "least_hhi", "avoidable", "systemic");

    private ExposureReport() {}

    /** @param layers in question; empty for all */
    public static String text(Decision decision, Set<Layer> layers, Page page) {
        List<Exposure> exposures = exposures(decision, layers);
        Sheet sheet = new Sheet(page);
        sheet.heading("EXPOSURE of " + title(decision));
        if (exposures.isEmpty()) {
            sheet.text(0, Ink.PLAIN, NOTHING);
            return sheet.end();
        }
        ExposureBars.write(exposures, decision.policy(), sheet);
        sheet.blank();
        table(exposures, sheet);
        sheet.blank();
        sheet.text(MARGIN, Ink.DIM, band());
        return sheet.end();
    }

    /** The table with who gained and who lost below it. */
    static void table(List<Exposure> exposures, Sheet sheet) {
        Table table = new Table(ExposureTable.COLUMNS, ExposureTable.cells(exposures));
        sheet.table(table);
        List<ExposureTable.Change> changes = ExposureTable.changes(exposures);
        int label = changes.stream().mapToInt(c -> c.layer().length()).max().orElse(0);
        sheet.text(MARGIN, Ink.DIM, ExposureTable.LEGEND);
        List<String> leftOut = table.leftOut(sheet.page().width());
        if (!leftOut.isEmpty()) sheet.text(MARGIN, Ink.DIM, "No room at this width for: " + String.join(", ", leftOut) + ".");
        if (changes.isEmpty()) return;
        sheet.heading("Who gains and who loses work");
        changes.forEach(c -> sheet.item(MARGIN, label, Ink.PLAIN, c.layer(), c.text()));
    }

    /** @param layers in question; empty for all */
    public static String markdown(Decision decision, Set<Layer> layers) {
        List<Exposure> exposures = exposures(decision, layers);
        String heading = "## Exposure of " + Markdown.text(title(decision)) + "\n\n";
        return heading + (exposures.isEmpty() ? NOTHING + "\n" : markdown(exposures) + "\n" + band() + "\n");
    }

    static String markdown(List<Exposure> exposures) {
        StringBuilder out = new StringBuilder();
        out.append(row(ExposureTable.COLUMNS.stream().map(c -> c.header().replace(Text.GLUE, ' ')).toList()));
        out.append(ExposureTable.COLUMNS.stream().map(c -> c.right() ? "---:|" : "---|").collect(Collectors.joining("", "|", "\n")));
        ExposureTable.cells(exposures).forEach(cells -> out.append(row(cells.stream().map(c -> Markdown.text(c.text().replace(Text.GLUE, ' '))).toList())));
        out.append('\n').append(ExposureTable.LEGEND).append('\n');
        List<ExposureTable.Change> changes = ExposureTable.changes(exposures);
        if (!changes.isEmpty()) out.append("\n**Who gains and who loses work**\n\n");
        changes.forEach(c -> out.append("- ").append(c.layer()).append(": ").append(Markdown.text(c.text())).append('\n'));
        return out.toString();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** @param layers in question; empty for all */
    public static String csv(Decision decision, Set<Layer> layers) {
        List<List<String>> rows = new ArrayList<>();
        for (Exposure exposure : exposures(decision, layers)) {
            Set<String> entities = new TreeSet<>(exposure.shares().keySet());
            entities.addAll(exposure.sharesBefore().keySet());
            for (String entity : entities) rows.add(row(exposure, entity));
            if (entities.isEmpty()) rows.add(row(exposure, null));
        }
        return CsvReport.write(COLUMNS, rows);
    }

    private static List<String> row(Exposure exposure, @Nullable String entity) {
        boolean none = entity == null;
        return List.of(exposure.name(), CsvReport.text(entity), none || exposure.undisclosedBefore() == null ? "" : number(exposure.sharesBefore().getOrDefault(entity, BigDecimal.ZERO)),
                none ? "" : number(exposure.shares().getOrDefault(entity, BigDecimal.ZERO)),
                none || !exposure.knownBefore() || exposure.hhi() == null ? "" : number(exposure.changes().getOrDefault(entity, BigDecimal.ZERO)),
                number(exposure.undisclosedBefore()), number(exposure.undisclosed()), number(exposure.hhiBefore()), number(exposure.hhi()), number(exposure.rise()),
                number(exposure.effectiveNumberBefore()), number(exposure.effectiveNumber()), number(exposure.leastHhi()), number(exposure.avoidable()), number(exposure.systemic()));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : Amounts.exact(rounded(number));
    }

    /** @param layers in question; empty for all */
    public static String json(Decision decision, Set<Layer> layers) {
        return Json.object(json -> {
            json.text("schema", "exposure/1").text("profile", decision.profile().id()).text("asOf", decision.asOf()).text("status", decision.allocation().status());
            json.lines("exposures", exposures(decision, layers), e -> write(e, json));
            json.object("borrowed", b -> json.text("from", "merger review").decimal("points", Concentration.MERGER_BAND).text("note", band()));
        });
    }

    /** One layer, in the shape the decision record has it. */
    static void write(Exposure exposure, Json json) {
        json.text("layer", exposure.layer());
        json.lines("shares", exposure.shares().entrySet(), s -> json.text("entity", s.getKey()).decimal("share", rounded(s.getValue())));
        json.decimal("undisclosed", rounded(exposure.undisclosed().min(BigDecimal.ONE))).decimal("hhi", rounded(exposure.hhi()));
        json.decimal("effectiveNumber", rounded(exposure.effectiveNumber()));
        json.lines("sharesBefore", exposure.sharesBefore().entrySet(), s -> json.text("entity", s.getKey()).decimal("share", rounded(s.getValue())));
        json.decimal("undisclosedBefore", rounded(exposure.undisclosedBefore())).decimal("hhiBefore", rounded(exposure.hhiBefore()));
        json.decimal("effectiveNumberBefore", rounded(exposure.effectiveNumberBefore()));
        json.lines("changes", exposure.changes().entrySet(), s -> json.text("entity", s.getKey()).decimal("change", rounded(s.getValue())));
        json.decimal("rise", rounded(exposure.rise())).decimal("leastHhi", rounded(exposure.leastHhi())).decimal("avoidable", rounded(exposure.avoidable()))
                .decimal("systemic", rounded(exposure.systemic()));
    }

    /** The squares of rounded shares have more digits than they mean. */
    private static @Nullable BigDecimal rounded(@Nullable BigDecimal number) {
        return number == null ? null : number.round(Decimals.PRECISION);
    }

    private static List<Exposure> exposures(Decision decision, Set<Layer> layers) {
        if (decision.allocation().shares().isEmpty()) return List.of();
        return decision.review().exposures().stream().filter(e -> layers.isEmpty() || layers.contains(e.layer())).toList();
    }

    private static String title(Decision decision) {
        return decision.profile().name() + " (" + decision.profile().id() + ") as of " + decision.asOf() + ", today and after this allocation: "
                + Names.words(decision.allocation().status());
    }

    private static String band() {
        return "Borrowed from merger review: " + Amounts.count(Concentration.MERGER_BAND) + " points, above which a market counts as highly concentrated. "
                + "Any portfolio of five suppliers or fewer is above it, so it is no judgement of one.";
    }
}
