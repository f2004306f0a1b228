package dev.secondsource.report;

import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Pair.Move;
import dev.secondsource.sensitivity.Pairs;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The smallest changes that change the answer, as a table. */
final class FlipTable {
    static final List<Table.Column> COLUMNS = List.of(Table.Column.words("Input", 0, 0), Table.Column.words("From", 0, 0), Table.Column.words("To", 0, 0), Table.Column.number("Change", 0, 0),
            Table.Column.number("Part of its range", 0, 0), Table.Column.words("What changes then", 0, 0), Table.Column.words("To see it", 0, 0));

    private FlipTable() {}

    /** @param file the profile's file, for the commands that show each flip */
    static List<List<Table.Cell>> cells(Flips flips, String file) {
        return flips.found().stream().map(f -> row(List.of(new Move(f.lever(), f.at())), Amounts.percent(f.part()), f.changes(), FlipReport.whatif(file, f.settings(), f.record()))).toList();
    }

    /** The same of two inputs together. */
    static List<List<Table.Cell>> cells(Pairs pairs, String file) {
        return pairs.found().stream().map(p -> row(List.of(p.first(), p.second()), each(List.of(p.first(), p.second()), m -> Amounts.percent(m.part())), p.changes(), FlipReport.whatif(file, p.settings(), p.record()))).toList();
    }

    private static List<Table.Cell> row(List<Move> moves, String part, List<String> changes, String command) {
        return Stream.of(each(moves, m -> TornadoReport.name(m.lever())), each(moves, m -> FlipReport.amount(m.lever().base()) + " " + m.lever().unit()), each(moves, m -> FlipReport.amount(m.lever().amount(m.at())) + " " + m.lever().unit()),
                each(moves, FlipTable::change), part, String.join("; ", changes), command).map(Table.Cell::of).toList();
    }

    private static String each(List<Move> moves, Function<Move, String> words) {
        return moves.stream().map(words).collect(Collectors.joining("; "));
    }

    private static String change(Move move) {
        BigDecimal change = move.lever().change(move.at());
        return change == null ? "–" : (change.signum() > 0 ? "+" : "") + Amounts.percent(change);
    }
}
