package dev.secondsource.report;

import dev.secondsource.exposure.Exposure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an allocation depends on, and today's fleet: a row for each layer, every number said of that layer and of no other. */
final class ExposureTable {
    private static final int LARGEST = 3;
    private static final String UNKNOWN = "UNKNOWN";
    // What is left when shares that were rounded are taken from one.
    private static final BigDecimal NOTHING = new BigDecimal("0.0005");

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.words("Layer", 12, 0), Table.Column.words("Today", 14, 4), Table.Column.words("After", 18, 0),
            Table.Column.number("HHI" + Text.GLUE + "before → after", 0, 2), Table.Column.number("Effective number", 0, 1),
            Table.Column.number("Avoidable", 0, 3), Table.Column.number("Systemic", 0, 5));

    static final String LEGEND = "Shares weigh each workload by what it costs at least. HHI: 10 000 if one has all. Effective number: that many equal shares would be as concentrated. "
            + "Avoidable: above the least that eligible offers allow; systemic: the rest. UNKNOWN: a part is not disclosed.";

    private ExposureTable() {}

    static List<List<Table.Cell>> cells(List<Exposure> exposures) {
        return exposures.stream().map(ExposureTable::cells).toList();
    }

    private static List<Table.Cell> cells(Exposure exposure) {
        return List.of(Table.Cell.of(exposure.name()),
                Table.Cell.of(exposure.undisclosedBefore() == null ? "–" : shares(exposure.sharesBefore(), exposure.undisclosedBefore())),
                Table.Cell.of(shares(exposure.shares(), exposure.undisclosed())),
                Table.Cell.of(concentration(exposure)),
                Table.Cell.of(exposure.effectiveNumber() == null ? UNKNOWN : effective(exposure)),
                Table.Cell.of(after(exposure.avoidable())), Table.Cell.of(after(exposure.systemic())));
    }

    private static String concentration(Exposure exposure) {
        String before = before(exposure);
        String after = after(exposure.hhi());
        return before.equals(UNKNOWN) && after.equals(UNKNOWN) ? UNKNOWN : before + " → " + after;
    }

    private static String effective(Exposure exposure) {
        String after = Amounts.tenths(exposure.effectiveNumber());
        return exposure.effectiveNumberBefore() == null ? after : Amounts.tenths(exposure.effectiveNumberBefore()) + " → " + after;
    }

    /** A dash if nothing runs today. */
    private static String before(Exposure exposure) {
        return exposure.undisclosedBefore() == null && exposure.hhiBefore() == null ? "–" : after(exposure.hhiBefore());
    }

    private static String after(@Nullable BigDecimal points) {
        return points == null ? UNKNOWN : points(points);
    }

    /** Who gained and who lost at each layer that changes and whose change is known. */
    static List<Change> changes(List<Exposure> exposures) {
        List<Change> changes = new ArrayList<>();
        for (Exposure exposure : exposures) {
            String gained = moved(exposure.changes(), 1);
            String lost = moved(exposure.changes(), -1);
            if (gained.isEmpty() && lost.isEmpty()) continue;
            changes.add(new Change(exposure.name(), (gained.isEmpty() ? "" : "gained: " + gained) + (gained.isEmpty() || lost.isEmpty() ? "" : "; ")
                    + (lost.isEmpty() ? "" : "lost: " + lost)));
        }
        return changes;
    }

    /** @param text {@code gained: amd 65 %, aws 35 %; lost: nvidia 100 %} */
    record Change(String layer, String text) {}

    private static String moved(SortedMap<String, BigDecimal> changes, int sign) {
        return changes.entrySet().stream().filter(c -> c.getValue().signum() == sign && c.getValue().abs().compareTo(NOTHING) >= 0)
                .sorted(Comparator.comparing((Map.Entry<String, BigDecimal> c) -> c.getValue().abs()).reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(c -> c.getKey() + " " + percent(c.getValue().abs())).collect(Collectors.joining(", "));
    }

    private static String shares(SortedMap<String, BigDecimal> shares, BigDecimal undisclosed) {
        List<Map.Entry<String, BigDecimal>> largest = shares.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).toList();
        List<String> parts = new ArrayList<>();
        int shown = largest.size() <= LARGEST ? largest.size() : LARGEST - 1;
        largest.subList(0, shown).forEach(e -> parts.add(e.getKey() + " " + percent(e.getValue())));
        if (shown < largest.size()) parts.add(largest.size() - shown + " others "
                + percent(largest.stream().skip(shown).map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add)));
        if (undisclosed.compareTo(NOTHING) >= 0) parts.add("undisclosed " + percent(undisclosed.min(BigDecimal.ONE)));
        return String.join(", ", parts);
    }

    /** Whole percents, where a tenth of one would not be seen. */
    private static String percent(BigDecimal share) {
        return Amounts.percent(share.compareTo(TENTH) < 0 ? share : share.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String points(BigDecimal points) {
        return Amounts.count(points.setScale(0, RoundingMode.HALF_EVEN));
    }
}
