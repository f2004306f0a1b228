package dev.secondsource.cases;

import dev.secondsource.Shipped;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.market.Claim;
import dev.secondsource.market.Market;
import dev.secondsource.market.Measurement;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The bundled market with a folder of facts of another time laid over it, in the market's own format. A folder holds only
 * the files, and the files only the rows, that it adds; a row of the same id replaces the bundled one, and a supplier's
 * accounts, figures, ties and events are added to the bundled ones.
 */
final class CaseMarket {
    private static final Path BUNDLED = Path.of("src/main/resources/market");
    private static final Path HISTORY = Case.FOLDER.resolve("history/market");
    /** Files whose bundled rows the rows of others refer to. */
    private static final Map<String, Integer> REFERRED = Map.of("accelerators.csv", 1, "regions.csv", 2);
    private static final List<String> FACTS = List.of("offers.csv", "purchases.csv", "measurements.csv", "maturity.csv", "claims.csv");
    private static final YAMLMapper YAML = new YAMLMapper();

    private CaseMarket() {}

    static Market of(Path folder) {
        try {
            List<Path> layers = Files.isDirectory(folder) ? List.of(BUNDLED, HISTORY, folder) : List.of(BUNDLED, HISTORY);
            Market market = Shipped.market();
            for (Path layer : layers.subList(1, layers.size())) market = over(market, MarketFiles.in(whole(layer, layers)).orThrow());
            return market;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Known facts, but for those of the same id, beside the layer's own. */
    private static Market over(Market known, Market own) {
        List<Offer> priced = beside(priced(known), priced(own), Offer::id);
        Set<String> sold = priced.stream().map(Offer::accelerator).collect(Collectors.toSet());
        own.accelerators().values().stream().filter(a -> !sold.contains(a.id())).forEach(a -> priced.add(Offer.unpriced(a)));
        return new Market("case", own.accelerators(), own.stacks(), own.suppliers(), priced,
                beside(known.measurements(), own.measurements(), Measurement::id),
                beside(known.maturity(), own.maturity(), proof -> proof),
                beside(known.claims(), own.claims(), Claim::id));
    }

    private static List<Offer> priced(Market market) {
        return market.offers().stream().filter(o -> o.pricing() != PricingKind.UNPRICED).toList();
    }

    private static <T> List<T> beside(List<T> bundled, List<T> own, Function<T, Object> id) {
        Map<Object, T> all = new LinkedHashMap<>();
        bundled.forEach(t -> all.put(id.apply(t), t));
        own.forEach(t -> all.put(id.apply(t), t));
        return new ArrayList<>(all.values());
    }

    /** A folder that can be read by itself: what the case's rows refer to is there, and every file has its columns. */
    private static Path whole(Path folder, List<Path> layers) throws IOException {
        Path whole = Files.createTempDirectory("case-market");
        Files.copy(BUNDLED.resolve("market.yaml"), whole.resolve("market.yaml"));
        for (Map.Entry<String, Integer> file : REFERRED.entrySet()) Files.write(whole.resolve(file.getKey()), rows(layers, file.getKey(), file.getValue()));
        for (String file : FACTS)
            Files.write(whole.resolve(file), Files.exists(folder.resolve(file)) ? Files.readAllLines(folder.resolve(file)) : Files.readAllLines(BUNDLED.resolve(file)).subList(0, 1));
        for (String list : List.of("suppliers", "stacks")) Files.writeString(whole.resolve(list + ".yaml"), entries(layers, list));
        return whole;
    }

    /** @param keyColumns leading columns that name a row; they hold no quotes */
    private static List<String> rows(List<Path> layers, String file, int keyColumns) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (Path layer : layers)
            if (Files.exists(layer.resolve(file))) for (String row : Files.readAllLines(layer.resolve(file))) rows.put(String.join(",", List.of(row.split(",", -1)).subList(0, keyColumns)), row);
        return List.copyOf(rows.values());
    }

    private static String entries(List<Path> layers, String list) throws IOException {
        Map<String, ObjectNode> entries = new LinkedHashMap<>();
        for (Path layer : layers) {
            Path file = layer.resolve(list + ".yaml");
            if (!Files.exists(file)) continue;
            for (JsonNode entry : YAML.readTree(Files.readString(file)).get(list))
                entries.merge(entry.get("id").asString(), (ObjectNode) entry, list.equals("stacks") ? (old, own) -> own : CaseMarket::more);
        }
        ObjectNode all = YAML.createObjectNode();
        entries.values().forEach(all.putArray(list)::add);
        return YAML.writeValueAsString(all);
    }

    private static ObjectNode more(ObjectNode bundled, ObjectNode own) {
        ObjectNode both = bundled.deepCopy();
        own.properties().forEach(field -> {
            JsonNode old = both.get(field.getKey());
            if (old instanceof ArrayNode array && field.getValue() instanceof ArrayNode added && Set.of("accounts", "figures", "equityLinks", "events", "certifications").contains(field.getKey()))
                array.addAll(added);
            else both.set(field.getKey(), field.getValue());
        });
        return both;
    }
}
