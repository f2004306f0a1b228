package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.decision.Decision;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Proportion;
import dev.secondsource.sensitivity.Levers;
import dev.secondsource.simulation.Percentiles;
import dev.secondsource.simulation.Ranges;
import dev.secondsource.simulation.Run;
import dev.secondsource.simulation.Simulation;
import dev.secondsource.simulation.Spread;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A simulation as a person reads it in a terminal, and for a spreadsheet. */
public final class SimulationReport {
    /** First columns of {@link #csv}, one row a run; then for each workload what leads it and whether that is a tie. New ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("run", "status", "decided_per_month", "kept_per_month", "regret_per_month", "currency", "comparable", "kept_possible", "closed", "over_budget", "limits_broken");

    private static final int MARGIN = 2;

    private final Simulation simulation;
    private final Decision base;
    private final Sheet sheet;
    private final String currency;

    private SimulationReport(Simulation simulation, Page page) {
        this.simulation = simulation;
        this.base = simulation.base();
        this.sheet = new Sheet(page);
        this.currency = base.profile().currency().getCurrencyCode();
    }

    /** @return lines ended by line feeds, none wider than the page */
    public static String text(Simulation simulation, Page page) {
        return new SimulationReport(simulation, page).write();
    }

    private String write() {
        int runs = simulation.runs().size();
        sheet.heading("Second Source, simulation: " + base.profile().name() + " (" + base.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + base.asOf() + " | market " + base.inputs().marketVersion() + " | policy " + base.inputs().policyVersion() + ", variant " + base.policy().variant()
                + " | " + Amounts.count(runs) + (runs == 1 ? " world" : " worlds") + " from seed " + simulation.options().seed() + ", each decided in full | amounts in " + currency + " a month, moves to other stacks spread over "
                + base.profile().horizonMonths() + " months in them");
        sheet.text(0, Ink.DIM, "sha256: profile " + TerminalReport.head(base.inputs().profileSha256()) + ", market " + TerminalReport.head(base.inputs().marketSha256())
                + ", rules " + TerminalReport.head(base.inputs().rulesSha256()) + ", policy " + TerminalReport.head(base.inputs().policySha256()));
        for (int w = 0; w < base.workloads().size(); w++) leads(w);
        allocation();
        cost();
        drawn();
        return sheet.end();
    }

    private void leads(int workload) {
        sheet.heading("WORKLOAD " + base.workloads().get(workload).workload().id() + ": who leads");
        var firsts = simulation.acceptability(workload);
        Firsts.table(firsts, sheet);
        sheet.text(MARGIN, Ink.PLAIN, Firsts.verdict(firsts, simulation.tied(workload), "worlds"));
        boolean none = base.workloads().get(workload).winner().isEmpty();
        sheet.text(MARGIN, Ink.PLAIN, (none ? "Nothing may lead as assumed, nor in " : "What leads as assumed (*) keeps the lead in ") + Firsts.words(simulation.keepsLeading(workload)) + " of worlds.");
    }

    private void allocation() {
        sheet.heading("ALLOCATION, decided anew in each world; as assumed it is " + Names.words(base.allocation().status()));
        List<List<Table.Cell>> rows = new ArrayList<>();
        simulation.statuses().forEach((status, worlds) -> {
            if (worlds.count() > 0 || status == base.allocation().status())
                rows.add(List.of(new Table.Cell(Names.words(status) + (status == base.allocation().status() ? " *" : ""), Ink.of(status)), Table.Cell.of(Amounts.percent(worlds.share())),
                        Table.Cell.of(Firsts.interval(worlds)), Table.Cell.of(Bar.of(worlds.share().doubleValue(), Bar.WIDE))));
        });
        sheet.table(new Table(List.of(Table.Column.words("Status", 0, 0), Table.Column.number("Worlds", 0, 0), Table.Column.number(Firsts.INTERVAL, 0, 2), Table.Column.words("", 0, 3)), rows));
        sheet.text(MARGIN, Ink.PLAIN, "The answer as it is cannot be had any more in " + Firsts.words(simulation.share(r -> !r.holds())) + " of worlds" + why() + ". "
                + "In " + Firsts.words(simulation.share(r -> r.holds() && !r.brokenLimits().isEmpty())) + " it can, but breaks a limit that it kept by more than a step" + limits() + ".");
        List<String> broken = simulation.runs().stream().flatMap(r -> r.brokenRules().stream()).distinct().sorted().toList();
        if (!broken.isEmpty()) sheet.item(MARGIN, 1, Ink.RED, "!", "Rules that failed in some worlds and are missing there: " + String.join(", ", broken) + ".");
    }

    private String why() {
        int over = simulation.share(Run::overBudget).count();
        String closed = counted(simulation.runs(), Run::closed).collect(Collectors.joining("; "));
        String all = Stream.of(closed.isEmpty() ? "" : "a gate closes to, or no cost is known any more of, " + closed, over == 0 ? "" : "it goes over the budget in " + worlds(over))
                .filter(t -> !t.isEmpty()).collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : ": " + all;
    }

    private String limits() {
        String all = counted(simulation.runs().stream().filter(Run::holds).toList(), Run::brokenLimits).collect(Collectors.joining("; "));
        return all.isEmpty() ? "" : ": " + all;
    }

    private static Stream<String> counted(List<Run> runs, Function<Run, List<String>> what) {
        Map<String, Integer> counts = new TreeMap<>();
        runs.forEach(r -> what.apply(r).forEach(c -> counts.merge(c, 1, Integer::sum)));
        return counts.entrySet().stream().map(e -> e.getKey() + " in " + worlds(e.getValue()));
    }

    private static String worlds(int count) {
        return count == 1 ? "1 world" : Amounts.count(count) + " worlds";
    }

    private void cost() {
        sheet.heading("COST of a month");
        List<Run> comparable = simulation.comparable();
        List<Run> held = simulation.held();
        int lost = simulation.runs().size() - comparable.size();
        if (comparable.isEmpty()) {
            sheet.text(MARGIN, Ink.PLAIN, "In no world could the same workloads be placed, so there is nothing to compare.");
            return;
        }
        List<BigDecimal> decided = comparable.stream().map(r -> r.decided().amount()).toList();
        List<BigDecimal> kept = held.stream().map(r -> r.held().amount()).toList();
        List<List<Table.Cell>> rows = new ArrayList<>();
        Percentiles anew = Percentiles.of(comparable.stream().map(Run::decided).toList());
        Percentiles keeping = held.isEmpty() ? null : Percentiles.of(held.stream().map(Run::held).toList());
        Percentiles regret = held.isEmpty() ? null : Percentiles.of(held.stream().map(Run::regret).toList());
        Function<BigDecimal, String> amount = Amounts.column(Stream.of(anew.p10().amount().movePointLeft(1).max(BigDecimal.valueOf(10))));
        percentiles("decided anew", anew, comparable.size(), amount, rows);
        percentiles("answer kept", keeping, held.size(), amount, rows);
        percentiles("regret of keeping it", regret, held.size(), amount, rows);
        sheet.table(new Table(List.of(Table.Column.words(currency + Text.GLUE + "a" + Text.GLUE + "month", 0, 0), Table.Column.number("p10", 0, 0), Table.Column.number("p50", 0, 0), Table.Column.number("p90", 0, 0),
                Table.Column.number("Mean", 0, 2), Table.Column.number("Worlds", 0, 3)), rows));
        sheet.text(MARGIN, Ink.PLAIN, "As assumed: " + amount.apply(base.allocation().total().amount()) + " " + currency + "."
                + (lost == 0 ? "" : " Left out are " + worlds(lost) + " in which not the same workloads can be placed.")
                + (held.isEmpty() ? "" : cheaper(held)));
        sheet.text(MARGIN, Ink.DIM, "Decided anew: what the same buyer would pay, had that world been known on the day. Answer kept: the same shares of each workload, more of the same where more is asked; what is committed or bought keeps its price unless the contract"
                + " resets it, and is owed though unused. Regret: what keeping costs more, nothing where it costs less: by a price that was signed, by breaking limits that a new decision keeps, or within the gap of the search. Where a gate is closed"
                + " or the budget is exceeded the answer cannot be kept, so these worlds are left out of the last two rows.");
        bars(decided, kept, anew, keeping);
    }

    private static String cheaper(List<Run> held) {
        List<Run> cheaper = held.stream().filter(r -> r.more().amount().signum() < 0).toList();
        long breaking = cheaper.stream().filter(r -> !r.brokenLimits().isEmpty()).count();
        return " Keeping is cheaper than deciding anew in " + Firsts.words(new Proportion(cheaper.size(), held.size())) + " of the worlds in which it can be had"
                + (breaking == 0 ? "" : breaking == cheaper.size() ? ", in all of them by breaking a limit" : ", in " + breaking + " of these " + cheaper.size() + " breaking a limit") + ".";
    }

    private static void percentiles(String name, @Nullable Percentiles p, int worlds, Function<BigDecimal, String> amount, List<List<Table.Cell>> rows) {
        rows.add(Stream.of(name, p == null ? "–" : amount.apply(p.p10().amount()), p == null ? "–" : amount.apply(p.p50().amount()), p == null ? "–" : amount.apply(p.p90().amount()), p == null ? "–" : amount.apply(p.mean().amount()),
                Amounts.count(worlds)).map(Table.Cell::of).toList());
    }

    private void bars(List<BigDecimal> decided, List<BigDecimal> kept, Percentiles anew, @Nullable Percentiles keeping) {
        if (decided.size() < 2) return;
        Histogram histogram = Histogram.of(Stream.concat(decided.stream(), kept.stream()).toList());
        int[] first = histogram.count(decided);
        int[] second = histogram.count(kept);
        int most = Stream.of(first, second).flatMap(c -> java.util.Arrays.stream(c).boxed()).max(Integer::compare).orElse(1);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            if ((bin == 0 || bin == histogram.bins() - 1) && first[bin] == 0 && second[bin] == 0) continue;
            rows.add(List.of(Table.Cell.of(histogram.label(bin)), count(first[bin]), Table.Cell.of(bar(first[bin], most, histogram, bin, anew)),
                    count(second[bin]), Table.Cell.of(bar(second[bin], most, histogram, bin, keeping))));
        }
        sheet.blank();
        sheet.table(new Table(List.of(Table.Column.number(currency + Text.GLUE + "a" + Text.GLUE + "month", 0, 0), Table.Column.number("Decided" + Text.GLUE + "anew", 0, 0), Table.Column.words("", 0, 1),
                Table.Column.number("Answer" + Text.GLUE + "kept", 0, 0), Table.Column.words("", 0, 2)), rows));
    }

    private static Table.Cell count(int count) {
        return Table.Cell.of(count == 0 ? "" : Amounts.count(count));
    }

    /** With the percentiles that lie in it. */
    private static String bar(int count, int most, Histogram histogram, int bin, @Nullable Percentiles percentiles) {
        String marks = percentiles == null ? "" : Stream.of(Map.entry("p10", percentiles.p10()), Map.entry("p50", percentiles.p50()), Map.entry("p90", percentiles.p90()))
                .filter(e -> histogram.bin(e.getValue().amount()) == bin).map(Map.Entry::getKey).collect(Collectors.joining(" "));
        return (Bar.of((double) count / most, Bar.WIDE - 4) + (marks.isEmpty() ? "" : " " + marks)).strip();
    }

    private void drawn() {
        Ranges ranges = simulation.ranges();
        sheet.heading("What was drawn");
        PolicyValue fall = base.policy().value(Levers.PRICE_FALL);
        PolicyValue rise = base.policy().value(Levers.PRICE_RISE);
        sheet.item(MARGIN, 1, Ink.PLAIN, "·", "prices: " + triangle(ranges.prices()) + " times what they are. Each designer draws, and each provider; an offer's price moves by the mean of its two"
                + " (" + said(fall) + "; " + said(rise) + ").");
        for (Workload workload : base.profile().workloads())
            if (ranges.demands().containsKey(workload.id()))
                sheet.item(MARGIN, 1, Ink.PLAIN, "·", "demand of " + workload.id() + ": p10 " + Amounts.readable(workload.volumePerMonth().p10()) + ", p50 " + Amounts.readable(workload.volumePerMonth().p50()) + ", p90 "
                        + Amounts.readable(workload.volumePerMonth().p90()) + " (profile), in " + workload.unit() + (workload.unit().endsWith("s") ? "" : "s") + " a month; lognormal on either side of the median, as wide as that side says.");
        speeds(ranges);
        sheet.item(MARGIN, 1, Ink.PLAIN, "·", "lead times: " + (ranges.leads().isEmpty() ? "none on file with both p50 and p90" : ranges.leads().entrySet().stream().map(SimulationReport::lead).collect(Collectors.joining("; ")))
                + (ranges.unknownLeads().isEmpty() ? "" : "; not on file, so not drawn, for what is ordered from " + String.join(", ", ranges.unknownLeads())) + ".");
        sheet.text(MARGIN, Ink.DIM, "The ranges are judgements or single events taken for any (rules/policy.yaml, range.…), and the shares above are no better than they. Prices move together through a designer or a provider alone, speeds through"
                + " an accelerator, lead times through a supplier; else all is independent, as the world is not. What a month costs is not all: what late or missing capacity costs, stress says.");
    }

    private void speeds(Ranges ranges) {
        Set<String> shown = new TreeSet<>();
        for (int w = 0; w < base.workloads().size(); w++) simulation.acceptability(w).accelerators().forEach(l -> {
            if (l.name() != null) shown.add(l.name());
        });
        String market = shown.stream().filter(ranges.speeds()::containsKey).map(a -> a + " " + triangle(ranges.speeds().get(a))).collect(Collectors.joining(", "));
        String own = ranges.ownSpeeds().entrySet().stream().flatMap(e -> e.getValue().entrySet().stream().map(s -> s.getKey() + " for " + e.getKey() + " " + triangle(s.getValue()))).collect(Collectors.joining(", "));
        sheet.item(MARGIN, 1, Ink.PLAIN, "·", "speeds, times what is estimated, by the band of the estimate, wider the weaker its evidence (fit.band-…), an accelerator alike for all workloads: " + (market.isEmpty() ? "none of those that lead" : market)
                + (own.isEmpty() ? "" : "; by the buyer's own measurement " + own) + "; all others by theirs (json has all).");
    }

    private static String lead(Map.Entry<String, Ranges.Lead> lead) {
        return lead.getKey() + " p50 " + Amounts.count(lead.getValue().p50()) + ", p90 " + Amounts.count(lead.getValue().p90()) + " weeks" + (lead.getValue().part() == null ? "" : " for " + lead.getValue().part() + ", and all else of it as many weeks earlier or later");
    }

    private static String triangle(Spread spread) {
        return Amounts.exact(spread.least().round(new java.math.MathContext(3))) + " to " + Amounts.exact(spread.most().round(new java.math.MathContext(3)));
    }

    private static String said(PolicyValue value) {
        return value.key() + " " + value.tag().name().toLowerCase(Locale.ROOT) + ": " + value.source();
    }

    /** One row a run, exact. */
    public static String csv(Simulation simulation) {
        List<String> columns = new ArrayList<>(COLUMNS);
        simulation.base().workloads().forEach(w -> columns.addAll(List.of("leads_" + w.workload().id(), "tied_" + w.workload().id())));
        List<List<String>> rows = new ArrayList<>();
        for (Run run : simulation.runs()) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(run.number()), run.status().name(), Amounts.exact(run.decided()), Amounts.exact(run.held()), run.comparable() && run.holds() ? Amounts.exact(run.regret()) : "",
                    run.held().currency().getCurrencyCode(), String.valueOf(run.comparable()), String.valueOf(run.holds()), CsvReport.text(String.join("; ", run.closed())), String.valueOf(run.overBudget()),
                    CsvReport.text(String.join("; ", run.brokenLimits()))));
            run.leads().forEach(l -> row.addAll(List.of(CsvReport.text(l.first().map(f -> f.offer().id()).orElse("")), String.valueOf(l.tied()))));
            rows.add(row);
        }
        return CsvReport.write(columns, rows);
    }
}
