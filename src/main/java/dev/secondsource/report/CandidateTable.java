package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Grade;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of one workload side by side, the losers beside the winner.
 *
 * @param columns headers
 * @param rows as shown
 * @param cells one a column, for each row
 * @param legend how to read it
 */
record CandidateTable(List<Table.Column> columns, List<Row> rows, List<List<Table.Cell>> cells, List<String> legend) {

    /**
     * @param priceNote number of the footnote on unknown prices, null if there is none
     * @param said how to read a table, as far as the page has said it already; grows
     */
    static CandidateTable of(WorkloadDecision workload, String currency, int limit, @Nullable Integer priceNote, Set<String> said) {
        List<Row> rows = Row.shown(workload, limit);
        Function<BigDecimal, String> unitCost = Amounts.column(rows.stream().map(r -> r.best().cost()).filter(Objects::nonNull).map(c -> c.perUnit().amount()));
        Function<BigDecimal, String> month = Amounts.column(rows.stream().map(r -> r.best().cost()).filter(Objects::nonNull).map(c -> c.perMonth().amount()));
        List<List<Table.Cell>> cells = new ArrayList<>();
        boolean ties = false;
        for (int i = 0; i < rows.size(); i++) {
            boolean tied = rows.get(i).tiedWith(i == 0 ? null : rows.get(i - 1), workload);
            ties |= tied;
            cells.add(cells(rows.get(i), tied, workload, priceNote, unitCost, month));
        }
        return new CandidateTable(columns(workload, currency), rows, cells, legend(workload, rows, ties, said));
    }

    private static List<Table.Column> columns(WorkloadDecision workload, String currency) {
        String per = currency + Text.GLUE + "per ";
        return List.of(
                Table.Column.number("#", 0, 0),
                Table.Column.words("Offer", 20, 0),
                Table.Column.words("Designer, chip", 10, 5),
                Table.Column.words("Verdict", 11, 0),
                Table.Column.number(per + workload.workload().unit().replace(' ', Text.GLUE), 12, 1),
                Table.Column.number("rho", 0, 2),
                Table.Column.number(per + "month", 0, 0).whereThereIsRoom(),
                Table.Column.words("Grade", 0, 3),
                Table.Column.words("Priced", 0, 4),
                Table.Column.number("Score", 0, 0).whereThereIsRoom(),
                Table.Column.number("Chips needed", 0, 0).whereThereIsRoom(),
                Table.Column.words("Speed from", 0, 0).whereThereIsRoom(),
                Table.Column.words("Decided by", 0, 0).whereThereIsRoom());
    }

    private static List<Table.Cell> cells(Row row, boolean tied, WorkloadDecision workload, @Nullable Integer priceNote, Function<BigDecimal, String> unitCost,
            Function<BigDecimal, String> month) {
        Assessed best = row.best();
        boolean incumbent = best.candidate().id().equals(workload.incumbent());
        BigDecimal rho = best.candidate().comparison().rho();
        LocalDate date = best.offer().evidence().date();
        Grade grade = Names.grade(best);
        boolean priced = best.offer().price() != null;
        String noCost = Names.noUnitCost(best) + (priced || priceNote == null ? "" : Text.GLUE + "[" + priceNote + "]");
        return List.of(
                Table.Cell.of(best.rank() + (tied ? " =" : "  ")),
                new Table.Cell(row.name(), workload.winner().filter(row.members()::contains).isPresent() ? Ink.BOLD : Ink.PLAIN),
                Table.Cell.of(Names.chip(best)),
                new Table.Cell(Names.verdict(best.verdict().verdict()), Ink.of(best.verdict().verdict())),
                best.cost() == null ? new Table.Cell(noCost, Ink.DIM) : Table.Cell.of(unitCost.apply(best.cost().perUnit().amount())),
                Table.Cell.of(incumbent ? "ref." : rho == null ? "–" : Amounts.ratio(rho)),
                Table.Cell.of(best.cost() == null ? "–" : month.apply(best.cost().perMonth().amount())),
                Table.Cell.of(grade == null ? "–" : grade.name() + (Names.speedIsComputed(best) ? "*" : "")),
                Table.Cell.of(!priced ? "–" : date == null ? "no date" : date.toString()),
                Table.Cell.of(Amounts.ratio(best.score().value())),
                Table.Cell.of(best.fit().accelerators() == null ? "–" : Amounts.count(best.fit().accelerators())),
                Table.Cell.of(best.fit().throughput() == null ? "–" : Names.basis(best.fit().throughput())),
                Table.Cell.of(best.verdict().decidedBy().isEmpty() ? "–" : String.join(" ", best.verdict().decidedBy())));
    }

    private static List<String> legend(WorkloadDecision workload, List<Row> rows, boolean ties, Set<String> said) {
        int shown = Row.candidates(rows);
        int all = workload.candidates().size();
        String count = "shown " + Amounts.count(shown) + " of " + Amounts.count(all) + " candidates" + (shown == rows.size() ? "" : ", in " + rows.size() + " rows") + ".";
        List<String> legend = new ArrayList<>();
        if (shown < all) legend.add("Those with a cost come first, and the best of each designer as far as rows allow.");
        if (shown > rows.size()) legend.add("A row with +n regions is n more offers at the same price with the same verdict.");
        if (ties) legend.add("A = marks a tie with the row above: their order means nothing.");
        legend.add(workload.incumbent() == null ? "rho compares with an incumbent; there is none, since " + workload.incumbentBasis() + "."
                : "rho: unit cost relative to the incumbent's (ref.).");
        legend.add("Grade is the weakest evidence under price and speed: E1 official, E2 independent, E3 a vendor's claim or estimate, E4 unreliable.");
        if (rows.stream().anyMatch(r -> Names.speedIsComputed(r.best()))) legend.add("A * marks a speed computed from the chip's figures: nobody measured anything near it.");
        return Stream.concat(Stream.of(count), legend.stream().filter(said::add)).toList();
    }
}
