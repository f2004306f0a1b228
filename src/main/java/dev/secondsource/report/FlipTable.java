package dev.secondsource.report;

import dev.secondsource.sensitivity.Flip;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Lever;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The smallest changes that change the answer, as a table. */
final class FlipTable {
    static final List<Table.Column> COLUMNS = List.of(Table.Column.words("Input", 0, 0), Table.Column.words("From", 0, 0), Table.Column.words("To", 0, 0), Table.Column.number("Change", 0, 0),
            Table.Column.number("Part of its range", 0, 0), Table.Column.words("What changes then", 0, 0), Table.Column.words("To see it", 0, 0));

    private FlipTable() {}

    /** @param file the profile's file, for the commands that show each flip */
    static List<List<Table.Cell>> cells(Flips flips, String file) {
        return flips.found().stream().map(f -> row(f, file)).toList();
    }

    private static List<Table.Cell> row(Flip flip, String file) {
        Lever lever = flip.lever();
        BigDecimal change = lever.change(flip.at());
        return Stream.of(TornadoReport.name(lever), FlipReport.amount(lever.base()) + " " + lever.unit(), FlipReport.amount(lever.amount(flip.at())) + " " + lever.unit(),
                change == null ? "–" : (change.signum() > 0 ? "+" : "") + Amounts.percent(change), Amounts.percent(flip.part()), String.join("; ", flip.changes()),
                FlipReport.whatif(file, flip.settings(), flip.record())).map(Table.Cell::of).toList();
    }
}
