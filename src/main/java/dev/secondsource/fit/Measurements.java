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
import org.jspecify.annotations.Nullable;

/**
 * The measurements of a market that a decision may see, ready to be asked for the one that says most of a workload.
 *
 * <p>Only the same accelerator, the same unit and the same scenario are ever compared: {@code offline} for batch
 * inference, {@code server} for online serving; for training any measurement of achieved arithmetic. Among those the
 * same model comes before the nearest one. Of several measurements of one model the order is: best grade; the
 * workload's own numeric format, then an unstated one; batch nearest to the workload's; newest; number of accelerators
 * nearest to the unit sold. Whatever is still level is the word of several submitters on one thing, and the median of
 * them is taken (the lower of the middle two), so no order of rows and no single outlier decides.
 */
public final class Measurements {
    private record Key(String accelerator, Measurement.Unit unit, String scenario) {}

    /** A measurement with what is looked up often. */
    record Entry(Measurement measurement, String model, double active) {}

    private static final String ANY = "";
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
            BigDecimal active = measurement.activeParametersBillions();
            Entry entry = new Entry(
                    measurement, modelKey(measurement.model()), active == null ? Double.NaN : active.doubleValue());
            String scenario = measurement.kind().isTraining()
                    ? ANY
                    : measurement.kind() + ":" + measurement.scenario().toLowerCase(Locale.ROOT);
            entries.computeIfAbsent(new Key(measurement.accelerator(), measurement.unit(), scenario), k -> new ArrayList<>())
                    .add(entry);
        }
        return new Measurements(entries);
    }

    /**
     * What to look for.
     *
     * @param active active parameters, billions
     * @param batch sequences a replica serves at once
     * @param unitSize accelerators in the unit sold
     * @param furthest largest ratio of active parameters, either way, at which a model still counts as near
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
            double furthest,
            int usualBatch) {}

    /** A measurement, and whether it is of the wanted model itself. */
    record Found(Measurement measurement, boolean sameModel) {}

    @Nullable Found find(Wanted wanted) {
        List<Entry> candidates = entries.get(new Key(wanted.accelerator(), wanted.unit(), scenario(wanted.kind())));
        if (candidates == null) return null;
        String model = modelKey(wanted.model());
        List<Entry> same = candidates.stream().filter(entry -> entry.model().equals(model)).toList();
        if (!same.isEmpty()) return new Found(best(same, wanted), true);
        double nearest = candidates.stream().mapToDouble(entry -> distance(entry.active(), wanted.active()))
                .filter(distance -> distance <= StrictMath.log(wanted.furthest()))
                .min().orElse(Double.NaN);
        if (Double.isNaN(nearest)) return null;
        List<Entry> near = candidates.stream()
                .filter(entry -> distance(entry.active(), wanted.active()) == nearest)
                .toList();
        return new Found(best(near, wanted), false);
    }

    private static String scenario(WorkloadKind kind) {
        return switch (kind) {
            case PRE_TRAINING, FINE_TUNING -> ANY;
            case ONLINE_SERVING -> kind + ":server";
            case BATCH_INFERENCE -> kind + ":offline";
        };
    }

    private static Measurement best(List<Entry> entries, Wanted wanted) {
        Comparator<Measurement> preference = Comparator.comparing((Measurement m) -> m.evidence().grade())
                .thenComparing(m -> m.precision() == wanted.precision() ? 0 : m.precision() == null ? 1 : 2)
                .thenComparing(m -> distance(m.batch() == null ? wanted.usualBatch() : m.batch(), wanted.batch()))
                .thenComparing(m -> m.evidence().date(), Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()).reversed())
                .thenComparing(m -> distance(m.accelerators(), wanted.unitSize()));
        Measurement first = entries.stream().map(Entry::measurement).min(preference).orElseThrow();
        List<Measurement> level = entries.stream()
                .map(Entry::measurement)
                .filter(m -> preference.compare(m, first) == 0)
                .sorted(Comparator.comparing(Measurement::perAccelerator).thenComparing(Measurement::id))
                .toList();
        return level.get((level.size() - 1) / 2);
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
