package dev.secondsource.benchmark;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bundled market, its offers multiplied over regions and terms: each copy of a row stands in another region of its
 * provider and country, a commitment in each third copy of its region for a month more, at a price up to a tenth dearer.
 */
public final class LargeMarket {
    private static final Path BUNDLED = Path.of("src/main/resources/market");
    private static final List<String> REGION = List.of("provider", "region", "country", "grid_g_per_kwh", "source", "grade", "date", "date_basis");
    private static final int REGIONS = 40;

    private LargeMarket() {}

    /** Writes a market folder with so many rows of offers.csv. */
    public static Path write(Path folder, int offers) throws IOException {
        try (Stream<Path> files = Files.list(BUNDLED)) {
            for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
        }
        List<Map<String, String>> rows = rows("offers.csv");
        Map<String, Map<String, String>> regions = new LinkedHashMap<>();
        for (Map<String, String> row : rows("regions.csv")) regions.put(row.get("provider") + "|" + row.get("region"), row);
        List<Map<String, String>> places = new ArrayList<>(regions.values());
        Map<String, Map<String, String>> added = new LinkedHashMap<>();
        List<Map<String, String>> many = new ArrayList<>();
        for (int copy = 0; many.size() < offers; copy++) {
            for (Map<String, String> row : rows) {
                if (many.size() == offers) break;
                many.add(copy == 0 ? row : copied(row, copy, regions, added));
            }
        }
        places.addAll(added.values());
        write(folder.resolve("offers.csv"), List.copyOf(rows.get(0).keySet()), many);
        write(folder.resolve("regions.csv"), REGION, places);
        return folder;
    }

    private static Map<String, String> copied(Map<String, String> row, int copy, Map<String, Map<String, String>> regions, Map<String, Map<String, String>> added) {
        int place = copy % REGIONS;
        int further = copy / REGIONS;
        Map<String, String> other = new LinkedHashMap<>(row);
        String region = row.get("region") + "-" + place;
        other.put("region", region);
        if (further > 0 && row.get("pricing").equals("committed")) other.put("term_months", String.valueOf(Integer.parseInt(row.get("term_months")) + further));
        else if (further > 0) other.put("instance_type", row.get("instance_type") + "-v" + further);
        BigDecimal dearer = BigDecimal.ONE.add(BigDecimal.valueOf(copy * 7919L % 1000).movePointLeft(4));
        other.put("price_per_hour", new BigDecimal(row.get("price_per_hour")).multiply(dearer).setScale(6, RoundingMode.HALF_EVEN).toPlainString());
        added.computeIfAbsent(row.get("provider") + "|" + region, key -> {
            Map<String, String> like = new LinkedHashMap<>(regions.get(row.get("provider") + "|" + row.get("region")));
            like.put("region", region);
            return like;
        });
        return other;
    }

    private static List<Map<String, String>> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(BUNDLED.resolve(file))) {
            return csv.stream().map(r -> (Map<String, String>) new LinkedHashMap<>(r.getFieldsAsMap())).toList();
        }
    }

    private static void write(Path file, List<String> columns, List<Map<String, String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            csv.writeRecord(columns);
            for (Map<String, String> row : rows) csv.writeRecord(columns.stream().map(c -> row.getOrDefault(c, "")).toList());
        }
    }
}
