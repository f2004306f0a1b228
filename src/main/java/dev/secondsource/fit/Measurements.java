package dev.secondsource.fit;

import dev.secondsource.market.Measurement;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.WorkloadKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The measurements of a market that a decision may see, ready to be asked for the one that says most of a workload.
 *
 * <p>Only the same accelerator, the same unit and the same scenario are ever compared. For batch inference that is
 * {@code offline}, for online serving {@code server}; a test at a stated number of concurrent sequences
 * ({@code concurrency-32}, {@code batch-8}) counts for its own kind if that number is near the workload's and its mix
 * of tokens is stated. For training any measurement of achieved arithmetic counts. Among those the same model comes
 * before the nearest one. Of several measurements of one model the order is: best grade; the
 * workload's own numeric format, then an unstated one; batch nearest to the workload's; newest; number of accelerators
 * nearest to the unit sold. Whatever is still level is the word of several submitters on one thing, and the median of
 * them is taken (the lower of the middle two), so no order of rows and no single outlier decides.
 */
public final class Measurements {
    private static final Pattern STATED_BATCH = Pattern.compile("(?:concurrency|batch)-(\\d{1,6})");

    /** @param kind null for training, of whichever kind */
    private record Key(String accelerator, Measurement.Unit unit, @Nullable WorkloadKind kind) {}

    /** A measurement with what is looked up often; a batch of null is not stated. */
    private record Entry(Measurement measurement, String model, double active, @Nullable Integer batch) {}

    private final Map<Key, List<Entry>> entries;

    private Measurements(Map<Key, List<Entry>> entries) {
        this.entries = entries;
    }

    /** The measurements dated on or before a day. */
    public static Measurements visibleAt(LocalDate asOf, Collection<Measurement> all) {
        Map<Key, List<Entry>> entries = new HashMap<>();
        for (Measurement measurement : all) {
            LocalDate date = measurement.evidence().date();
            if (date != null && date.isAfter(asOf)) continue;
            Integer batch = measurement.kind().isTraining() ? null : batch(measurement);
            if (!usable(measurement, batch)) continue;
            BigDecimal active = measurement.activeParametersBillions();
            Entry entry = new Entry(
                    measurement,
                    modelKey(measurement.model()),
                    active == null ? Double.NaN : active.doubleValue(),
                    batch);
            Key key = new Key(measurement.accelerator(), measurement.unit(), scenarioKind(measurement.kind()));
            entries.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
        }
        return new Measurements(entries);
    }

    /**
     * What to look for.
     *
     * @param active active parameters, billions
     * @param batch sequences a replica serves at once
     * @param unitSize accelerators in the unit sold
     * @param furthestModel largest ratio of active parameters, either way, at which a model still counts as near
     * @param furthestBatch the same for a stated batch
     * @param usualBatch batch of a benchmark that states none
     */
    record Wanted(
            String accelerator,
            WorkloadKind kind,
            Measurement.Unit unit,
            String model,
            double active,
            NumericFormat precision,
            int batch,
            int unitSize,
            double furthestModel,
            double furthestBatch,
            int usualBatch) {}

    /** A measurement, whether it is of the wanted model itself, and the batch it ran at. */
    record Found(Measurement measurement, boolean sameModel, int batch) {}

    @Nullable Found find(Wanted wanted) {
        List<Entry> known =
                entries.get(new Key(wanted.accelerator(), wanted.unit(), scenarioKind(wanted.kind())));
        if (known == null) return null;
        double batchLimit = StrictMath.log(wanted.furthestBatch());
        List<Entry> candidates = known.stream()
                .filter(e -> e.batch() == null || distance(e.batch(), wanted.batch()) <= batchLimit)
                .toList();
        String model = modelKey(wanted.model());
        List<Entry> same = candidates.stream().filter(e -> e.model().equals(model)).toList();
        if (!same.isEmpty()) return best(same, true, wanted);
        double nearest = candidates.stream()
                .mapToDouble(e -> distance(e.active(), wanted.active()))
                .filter(distance -> distance <= StrictMath.log(wanted.furthestModel()))
                .min()
                .orElse(Double.NaN);
        List<Entry> near =
                candidates.stream().filter(e -> distance(e.active(), wanted.active()) == nearest).toList();
        return near.isEmpty() ? null : best(near, false, wanted);
    }

    private static Found best(List<Entry> entries, boolean sameModel, Wanted wanted) {
        Comparator<Entry> preference = Comparator.comparing((Entry e) -> e.measurement().evidence().grade())
                .thenComparing(e -> formatRank(e.measurement().precision(), wanted.precision()))
                .thenComparing(e -> distance(e.batch() == null ? wanted.usualBatch() : e.batch(), wanted.batch()))
                .thenComparing(
                        e -> e.measurement().evidence().date(),
                        Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()).reversed())
                .thenComparing(e -> distance(e.measurement().accelerators(), wanted.unitSize()));
        Entry first = entries.stream().min(preference).orElseThrow();
        List<Entry> level = entries.stream()
                .filter(e -> preference.compare(e, first) == 0)
                .sorted(Comparator.comparing((Entry e) -> e.measurement().perAccelerator())
                        .thenComparing(e -> e.measurement().id()))
                .toList();
        Entry median = level.get((level.size() - 1) / 2);
        return new Found(median.measurement(), sameModel, median.batch() == null ? wanted.usualBatch() : median.batch());
    }

    private static int formatRank(@Nullable NumericFormat measured, NumericFormat wanted) {
        return measured == wanted ? 0 : measured == null ? 1 : 2;
    }

    private static @Nullable WorkloadKind scenarioKind(WorkloadKind kind) {
        return kind.isTraining() ? null : kind;
    }

    private static @Nullable Integer batch(Measurement measurement) {
        if (measurement.batch() != null) return measurement.batch();
        Matcher stated = STATED_BATCH.matcher(measurement.scenario());
        return stated.matches() ? Integer.valueOf(stated.group(1)) : null;
    }

    private static boolean usable(Measurement measurement, @Nullable Integer batch) {
        String formal = switch (measurement.kind()) {
            case PRE_TRAINING, FINE_TUNING -> measurement.scenario();
            case ONLINE_SERVING -> "server";
            case BATCH_INFERENCE -> "offline";
        };
        if (measurement.scenario().equalsIgnoreCase(formal)) return true;
        boolean tokens = measurement.unit() == Measurement.Unit.OUTPUT_TOKENS_PER_SECOND;
        return batch != null && batch > 0
                && STATED_BATCH.matcher(measurement.scenario()).matches()
                && (!tokens || measurement.promptTokens() != null && measurement.outputTokens() != null);
    }

    private static double distance(double a, double b) {
        return Math.abs(StrictMath.log(a / b));
    }

    /**
     * One spelling of a model's name: without case, punctuation, accuracy targets of MLPerf, the maker's prefix and the
     * suffix of a tuning that leaves the shape as it is.
     */
    static String modelKey(String name) {
        String spelt = name.toLowerCase(Locale.ROOT).replaceFirst("-99(\\.9)?$", "");
        StringBuilder key = new StringBuilder();
        for (String word : spelt.split("[^a-z0-9]+")) {
            switch (word) {
                case "meta", "chat", "instruct", "it", "hf" -> {}
                default -> key.append(word);
            }
        }
        return key.toString();
    }
}
