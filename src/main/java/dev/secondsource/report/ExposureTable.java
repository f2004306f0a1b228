package dev.secondsource.report;

import dev.secondsource.decision.Review;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an allocation depends on: a row for each layer, every number said of that layer and of no other. */
final class ExposureTable {
    private static final int LARGEST = 3;
    // What is left when shares that were rounded are taken from one.
    private static final BigDecimal NOTHING = new BigDecimal("0.0005");

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.words("Layer", 8, 0), Table.Column.words("Shares", 20, 0), Table.Column.number("HHI" + Text.GLUE + "before → after", 0, 2),
            Table.Column.words("Effective number", 8, 1), Table.Column.number("Avoidable", 0, 3));

    static final String LEGEND = "Shares weigh workloads by cost. HHI: 10 000 if one has all. Effective number: that many equal shares would be as concentrated. "
            + "Avoidable: above an even spread over all that eligible offers allow.";

    private ExposureTable() {}

    static List<List<Table.Cell>> cells(Review review) {
        return review.exposures().stream().map(ExposureTable::cells).toList();
    }

    private static List<Table.Cell> cells(Exposure exposure) {
        return List.of(Table.Cell.of(exposure.name()), Table.Cell.of(shares(exposure)),
                Table.Cell.of(exposure.hhi() == null ? "not known" : points(exposure.hhiBefore()) + " → " + points(exposure.hhi())),
                Table.Cell.of(exposure.effectiveNumber() == null ? "not known" : Amounts.tenths(exposure.effectiveNumber()) + " of" + Text.GLUE + many(exposure.layer())),
                Table.Cell.of(points(exposure.avoidable())));
    }

    private static String shares(Exposure exposure) {
        List<Map.Entry<String, BigDecimal>> largest = exposure.shares().entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey())).toList();
        List<String> parts = new ArrayList<>();
        int shown = largest.size() <= LARGEST ? largest.size() : LARGEST - 1;
        largest.subList(0, shown).forEach(e -> parts.add(e.getKey() + " " + percent(e.getValue())));
        if (shown < largest.size()) parts.add(largest.size() - shown + " others "
                + percent(largest.stream().skip(shown).map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add)));
        if (exposure.undisclosed().compareTo(NOTHING) >= 0) parts.add("undisclosed " + percent(exposure.undisclosed().min(BigDecimal.ONE)));
        return String.join(", ", parts);
    }

    /** Whole percents, where a tenth of one would not be seen. */
    private static String percent(BigDecimal share) {
        return Amounts.percent(share.compareTo(TENTH) < 0 ? share : share.setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String points(@Nullable BigDecimal points) {
        return points == null ? "–" : Amounts.count(points.setScale(0, RoundingMode.HALF_EVEN));
    }

    private static String many(Layer layer) {
        return switch (layer) {
            case FOUNDRY -> "foundries";
            case STACK, MEMORY, PACKAGING, DESIGNER, PROVIDER, JURISDICTION -> layer.words() + "s";
        };
    }
}
