package dev.secondsource.report;

import dev.secondsource.decision.LayerBound;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who stands behind the work at each layer, today and after, as a bar for each of them in a terminal, with how far it may go. */
final class ExposureBars {
    private static final int MARGIN = 2;
    private static final int LEAST_BAR = 10;
    private static final int MOST_BAR = 50;
    /** What layer, name, numbers, bound and the gaps between them take. */
    private static final int BESIDE = 63;

    private static final char STAYS = '█';
    private static final char GAINED = '▓';
    private static final char LOST = '░';
    private static final char BOUND = '│';

    private static final String LEGEND = STAYS + " the work that stays, " + GAINED + " gained, " + LOST + " lost; " + BOUND + " the most that one may carry: a cap of the policy, or a line above which the review objects. Full width 100 %.";

    private ExposureBars() {}

    /** The bars with their legend. */
    static void write(List<Exposure> exposures, Policy policy, Sheet sheet) {
        int columns = Math.max(LEAST_BAR, Math.min(MOST_BAR, sheet.page().width() - BESIDE));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Exposure exposure : exposures) rows(exposure, LayerBound.of(exposure, policy), columns, rows);
        sheet.table(new Table(List.of(Table.Column.words("Layer", 9, 0), Table.Column.words("Who", 8, 0), Table.Column.number("Today", 0, 1), Table.Column.number("After", 0, 0), Table.Column.words("Share" + Text.GLUE + "of the work", 0, 0),
                Table.Column.words("Bound", 9, 2)), rows));
        sheet.text(MARGIN, Ink.DIM, LEGEND);
    }

    private static void rows(Exposure exposure, Optional<LayerBound> bound, int columns, List<List<Table.Cell>> rows) {
        boolean first = true;
        for (LayerShares.Part part : LayerShares.of(exposure).parts()) {
            if (!part.isThere()) continue;
            boolean bounded = part.kind() == LayerShares.Kind.ENTITY && bound.isPresent() && !(exposure.ownSide() && part.name().equals(exposure.largest()));
            BigDecimal most = bounded ? bound.get().value().value() : null;
            boolean above = most != null && part.after().compareTo(most) > 0;
            String words = above ? "above " + words(bound.get()) : first && bounded ? words(bound.get()) : "";
            rows.add(List.of(Table.Cell.of(first ? exposure.name() : ""), Table.Cell.of(part.kind() == LayerShares.Kind.UNDISCLOSED ? "undisclosed" : part.name()), Table.Cell.of(part.before() == null ? "–" : Amounts.percent(part.before())), Table.Cell.of(Amounts.percent(part.after())),
                    Table.Cell.of(bar(part, most, columns)), new Table.Cell(words, above ? Ink.YELLOW : Ink.PLAIN)));
            first = false;
        }
    }

    /** {@code cap 65 %}. */
    private static String words(LayerBound bound) {
        return (bound.isCap() ? "cap " : "line ") + Amounts.percent(bound.value().value());
    }

    /** @param most where the bound is marked, null for nowhere */
    static String bar(LayerShares.Part part, @Nullable BigDecimal most, int columns) {
        int before = cells(part.before() == null ? part.after() : part.before(), columns);
        int after = cells(part.after(), columns);
        StringBuilder bar = new StringBuilder();
        bar.append(String.valueOf(STAYS).repeat(Math.min(before, after))).append(String.valueOf(GAINED).repeat(Math.max(0, after - before))).append(String.valueOf(LOST).repeat(Math.max(0, before - after)));
        if (most != null) {
            int at = cells(most, columns);
            bar.append(String.valueOf(Text.GLUE).repeat(Math.max(0, at - bar.length())));
            bar.insert(at, BOUND);
        }
        return bar.toString();
    }

    /** What is there shows at least as one cell. */
    private static int cells(BigDecimal share, int columns) {
        return LayerShares.isThere(share) ? Math.max(1, (int) Math.round(share.doubleValue() * columns)) : 0;
    }
}
