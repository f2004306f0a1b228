package dev.secondsource.catalogue;

import dev.secondsource.market.Measurement;
import dev.secondsource.problem.Problem;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads published lists, judges every row and tells what they come to for a market. Of what is read only prices and
 * results that may be taken are held, each once.
 */
public final class Importing {
    private final Known known;
    private final Map<List<String>, NavigableMap<LocalDate, Standing>> standing;
    private final Consumer<Refusal> told;
    private final Tally tally = new Tally();
    private final Identifying identifying;
    private final Placing placing;
    private final Plausibility plausibility;
    private final Measuring measuring;
    private final Halves halves;
    private final Map<List<String>, Entry> entries = new LinkedHashMap<>();
    private final Set<List<String>> conflicting = new HashSet<>();
    private final Map<String, Count> files = new LinkedHashMap<>();
    private Count now = new Count("");
    private int repeated;

    /**
     * @param standing rows of the provider in offers.csv by {@link #key what makes an offer the same}, then by day
     * @param told every refusal as it comes
     */
    public Importing(Known known, Map<List<String>, NavigableMap<LocalDate, Standing>> standing, Consumer<Refusal> told) {
        this.known = known;
        this.standing = Map.copyOf(standing);
        this.told = told;
        this.identifying = new Identifying(known);
        this.placing = new Placing(known);
        this.plausibility = new Plausibility(known);
        this.halves = new Halves(known, known.machines());
        this.measuring = new Measuring(known, this::refuse);
    }

    /** What makes an offer of a provider the same offer on another day: machine, region, zone, pricing and term, as offers.csv writes them. */
    public static List<String> key(String machine, String region, String zone, String pricing, String term) {
        return List.of(machine, region, zone, pricing.toUpperCase(java.util.Locale.ROOT).replace('-', '_'), term);
    }

    /**
     * Reads one file.
     *
     * @param file its name, for places
     * @param json the text is JSON; asked only of forms that come either way
     * @param term months of commitments in a FOCUS export that does not say, null if not known
     * @return what is wrong with the file as a whole; then nothing of this import is to be used
     */
    public Optional<Problem> read(Format format, String file, Reader text, boolean json, @Nullable Integer term) {
        Taking taking = new Taking();
        now = files.computeIfAbsent(file, Count::new);
        try {
            switch (format) {
                case SKYPILOT -> SkyPilotCatalogue.read(file, text, known.currency(), taking);
                case GPUHUNT -> GpuhuntCatalogue.read(file, text, new Providers(known.provider()), known.currency(), taking);
                case AWS_PRICE_LIST -> AwsPriceList.read(file, text, taking);
                case AZURE_RETAIL -> AzureRetailPrices.read(file, text, taking);
                case FOCUS -> FocusExport.read(file, text, term, taking);
                case MLPERF -> MlperfSummary.read(file, text, json, taking);
            }
            halves.join(taking);
            return Optional.empty();
        } catch (NotTheFormat e) {
            return Optional.of(e.problem());
        }
    }

    /** Prices held at this moment: what bounds the memory of an import. */
    public int held() {
        return entries.size();
    }

    /** What all files read so far come to. */
    public Imported end() {
        for (List<String> key : conflicting) refuse(conflict(entries.remove(key)));
        conflicting.clear();
        List<Entry> believed = plausibility.together(Placing.offered(List.copyOf(entries.values()), this::refuse), this::refuse);
        List<Imported.Row> offers = new ArrayList<>();
        int unchanged = repeated;
        for (Entry entry : believed) {
            NavigableMap<LocalDate, Standing> prices = standing.getOrDefault(entry.key(), new TreeMap<>());
            Standing today = prices.get(known.asOf());
            if (today == null) offers.add(new Imported.Row(entry, value(prices.lowerEntry(known.asOf())), value(prices.higherEntry(known.asOf()))));
            else if (today.price().compareTo(entry.quote().price()) == 0 && today.currency().equals(entry.quote().currency())) unchanged++;
            else refuse(entry.refuse(Reason.CONFLICT, entry.quote().named() + " costs " + entry.quote().price().toPlainString() + ", and offers.csv line " + today.line()
                    + " has " + today.price().toPlainString() + " of " + today.date() + " by " + today.source(), "find out which is right and correct the other; they are not averaged"));
        }
        List<Measurement> measured = measuring.end();
        Set<String> used = new HashSet<>();
        offers.forEach(row -> used.add(row.entry().quote().region()));
        Map<String, String> regions = new TreeMap<>(placing.added());
        regions.keySet().retainAll(used);
        Map<String, Map<String, Integer>> readAs = known.provider().isEmpty() ? measuring.readAs() : identifying.readAs();
        offers.forEach(row -> files.get(row.entry().quote().file()).taken(1));
        measuring.files().forEach((file, count) -> files.get(file).taken(count));
        return new Imported(files.values().stream().map(Count::end).toList(), offers, unchanged + measuring.repeated(), measured, regions, readAs, tally);
    }

    private static @Nullable Standing value(Map.@Nullable Entry<LocalDate, Standing> entry) {
        return entry == null ? null : entry.getValue();
    }

    private void refuse(Refusal refusal) {
        tally.add(refusal);
        files.computeIfAbsent(refusal.file(), Count::new).refused(refusal.reason());
        told.accept(refusal);
    }

    private static Refusal conflict(Entry entry) {
        return entry.refuse(Reason.CONFLICT, entry.quote().named() + " costs " + entry.quote().price().toPlainString() + " here and otherwise elsewhere in the list", "find out which is right; they are not averaged");
    }

    private final class Taking implements Sink {
        @Override
        public void row() {
            now.row();
        }

        @Override
        public void passOver() {
            now.passedOver();
        }

        @Override
        public void quote(Quote quote) {
            now.found();
            Refusal refusal = plausibility.alone(quote);
            if (refusal != null) {
                Importing.this.refuse(refusal);
                return;
            }
            Entry identified = identifying.of(quote, Importing.this::refuse);
            Entry placed = identified == null ? null : placing.of(identified, Importing.this::refuse);
            if (placed != null) keep(placed);
        }

        private void keep(Entry entry) {
            List<String> key = entry.key();
            Entry first = entries.putIfAbsent(key, entry);
            if (first == null) return;
            boolean plan = first.quote().note().equals(AzureRetailPrices.SAVINGS_PLAN);
            if (first.quote().price().compareTo(entry.quote().price()) == 0 || !plan && entry.quote().note().equals(AzureRetailPrices.SAVINGS_PLAN)) {
                repeated++;
            } else if (plan && !entry.quote().note().equals(AzureRetailPrices.SAVINGS_PLAN)) {
                repeated++;
                entries.put(key, entry);
            } else {
                conflicting.add(key);
                Importing.this.refuse(conflict(entry));
            }
        }

        @Override
        public void half(Listing listing, @Nullable String onDemand, @Nullable String spot) {
            halves.take(listing, onDemand, spot);
        }

        @Override
        public void result(Result result) {
            now.found();
            measuring.take(result);
        }

        @Override
        public void refuse(Refusal refusal) {
            now.found();
            Importing.this.refuse(refusal);
        }

        @Override
        public LocalDate asOf() {
            return known.asOf();
        }

        @Override
        public boolean knowsMachine(String machine) {
            return identifying.knowsMachine(machine);
        }

        @Override
        public boolean mayHave(String accelerator, BigDecimal memoryGiB) {
            return identifying.mayHave(accelerator, memoryGiB);
        }
    }
}
