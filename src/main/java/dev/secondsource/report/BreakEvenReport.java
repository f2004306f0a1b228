package dev.secondsource.report;

import dev.secondsource.candidate.Comparison;
import dev.secondsource.cost.CostPerformance;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.State;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Cost against performance, and the curve on which the 40/20 rule breaks even: drawn for a terminal, and as data. */
public final class BreakEvenReport {
    /** Value of {@code schema}. */
    public static final String SCHEMA = "break-even/1";

    /** Columns of {@link #csv}; new ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("workload", "rank", "offer", "designer", "accelerator", "verdict", "role", "incumbent", "price_advantage", "incumbent_lead", "break_even_advantage",
            "above_break_even", "rho", "work_per_hour_ratio", "rule", "rule_says", "not_placed");

    private static final String RULE = "CPF-02";
    private static final String HOW = "How to read it: above the curve a unit of work costs less than the incumbent's, below it more; the further above, the clearer. "
            + "A lead of 20 % breaks even at 16.7 %, so 40 % cheaper (+) outweighs it.";
    private static final int MARGIN = 2;

    private BreakEvenReport() {}

    /**
     * A picture and a table for each workload.
     *
     * @param rules of the knowledge base that decided, for a title
     * @param page its rows are the most candidates of a workload that are drawn
     * @return lines ended by line feeds, none wider than the page
     */
    public static String text(Decision decision, List<WorkloadDecision> workloads, List<Rule> rules, Page page) {
        Sheet sheet = new Sheet(page);
        sheet.heading("Second Source, cost against performance: " + decision.profile().name() + " (" + decision.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + decision.asOf() + " | market " + decision.inputs().marketVersion() + " | policy " + decision.inputs().policyVersion() + ", variant " + decision.policy().variant());
        boolean explained = false;
        for (WorkloadDecision workload : workloads) explained |= workload(BreakEven.of(decision, workload), explained, sheet);
        sheet.blank();
        sheet.text(0, Ink.DIM, RULE + " says: " + Names.title(Names.byId(rules), RULE) + ". d: how much cheaper an hour. l: how much more work the incumbent does in an hour. d* = l / (1 + l): the d that breaks even. "
                + "Unit cost and speed are relative to the incumbent's, speed for a paid accelerator-hour. \"explain --rule " + RULE + "\" has its thresholds.");
        return sheet.end();
    }

    /**
     * @param explained whether a picture above says how to read it
     * @return whether there is a picture
     */
    private static boolean workload(BreakEven all, boolean explained, Sheet sheet) {
        WorkloadDecision workload = all.workload();
        sheet.heading("WORKLOAD " + workload.workload().id() + ": " + Names.kind(workload.workload().kind()) + " of " + workload.workload().model().name() + ", " + Amounts.volume(workload.workload()) + " a month");
        List<Row> rows = rows(all);
        List<Row> shown = shown(all, rows, sheet.page().rows());
        if (shown.isEmpty()) sheet.text(MARGIN, Ink.PLAIN, nothing(all));
        else {
            BreakEven picture = all.of(shown.stream().map(Row::best).toList());
            sheet.text(MARGIN, Ink.PLAIN, "d, price advantage an hour over the incumbent, " + incumbent(workload).map(a -> Names.offer(a.offer()) + " (" + Names.chip(a) + ")").orElse("named in the profile") + ":");
            new BreakEvenPlot(picture, sheet.page()).write(sheet);
            sheet.text(MARGIN, Ink.PLAIN, "l, the incumbent's lead in work an hour: to the right of 0 the candidate is slower, to the left faster.");
            if (!explained) sheet.text(MARGIN, Ink.DIM, BreakEvenPlot.ANSWER + " the answer, " + BreakEvenPlot.SHARED + " given a share too, " + BreakEvenPlot.OTHER + " other candidates, with their numbers in the table; " + BreakEvenPlot.INCUMBENT + " the incumbent; "
                    + BreakEvenPlot.CURVE + " the break-even curve. " + HOW);
            picture.beyond().forEach(words -> sheet.text(MARGIN, Ink.DIM, words));
            sheet.blank();
            Table table = new Table(columns(), shown.stream().map(r -> cells(r, all)).toList());
            sheet.table(table);
            List<String> leftOut = table.leftOut(sheet.page().width());
            if (!leftOut.isEmpty()) sheet.text(MARGIN, Ink.DIM, "No room at this width for: " + String.join(", ", leftOut) + ".");
        }
        left(all, rows, shown).forEach(words -> sheet.item(MARGIN, 1, Ink.PLAIN, "-", words));
        return !shown.isEmpty();
    }

    private static Optional<Assessed> incumbent(WorkloadDecision workload) {
        return workload.candidates().stream().filter(a -> isIncumbent(a, workload)).findFirst();
    }

    private static boolean isIncumbent(Assessed candidate, WorkloadDecision workload) {
        return candidate.candidate().id().equals(workload.incumbent());
    }

    /** Those that no gate stops and that have a place in the picture, best first. */
    private static List<Row> rows(BreakEven all) {
        return Row.of(all.workload()).stream().filter(r -> r.best().verdict().verdict() != Verdict.REJECT && BreakEven.isPlaced(r.best())).toList();
    }

    /** The chosen and then the best of each part at each supplier, for many prices of one part are one place on the picture. */
    private static List<Row> shown(BreakEven all, List<Row> rows, int most) {
        List<Assessed> chosen = all.chosen();
        Set<Row> picked = new LinkedHashSet<>(rows.stream().filter(r -> r.members().stream().anyMatch(chosen::contains)).toList());
        Set<String> seen = picked.stream().map(BreakEvenReport::part).collect(Collectors.toCollection(java.util.HashSet::new));
        for (Row row : rows) if (seen.add(part(row))) picked.add(row);
        return picked.stream().limit(most).sorted(Comparator.comparing(r -> r.best().rank())).toList();
    }

    private static String part(Row row) {
        return row.best().offer().provider() + " " + row.best().offer().accelerator();
    }

    private static String nothing(BreakEven all) {
        if (all.workload().incumbent() == null) return "There is nothing to draw: no candidate has a unit cost and passes the gates, so there is no incumbent to compare with (" + all.workload().incumbentBasis() + ").";
        return all.compared().isEmpty() ? "There is nothing to draw: of no candidate but the incumbent, " + incumbent(all.workload()).map(a -> Names.offer(a.offer())).orElse("") + ", are price and speed both known."
                : "There is nothing to draw: a gate rejects every candidate that can be compared with the incumbent.";
    }

    /** What the picture has not, in numbers that add up to all candidates. */
    private static List<String> left(BreakEven all, List<Row> rows, List<Row> shown) {
        List<Assessed> candidates = all.workload().candidates();
        long others = candidates.stream().filter(a -> !isIncumbent(a, all.workload())).count();
        List<String> words = new ArrayList<>();
        List<Assessed> drawn = shown.stream().map(Row::members).flatMap(List::stream).toList();
        words.add("Shown " + Amounts.count(drawn.size()) + " of " + Amounts.count(others) + (others == 1 ? " candidate" : " candidates") + (all.workload().incumbent() == null ? "" : " beside the incumbent") + (drawn.size() > shown.size() ? ", those that differ in region alone on one line" : "")
                + "; json and csv have all.");
        int further = Row.candidates(rows) - drawn.size();
        if (further > 0) words.add(Amounts.count(further) + (further == 1 ? " more passes" : " more pass") + " the gates: shown are what is chosen and the best of each part at each supplier" + (shown.size() < parts(rows) ? "; --top shows more" : "") + ".");
        long rejected = candidates.stream().filter(a -> a.verdict().verdict() == Verdict.REJECT).count();
        if (rejected > 0) words.add(Amounts.count(rejected) + (rejected == 1 ? " is" : " are") + " rejected by a gate and not drawn; \"why-not OFFER\" says what stops one.");
        unknown(all).ifPresent(words::add);
        return words;
    }

    private static long parts(List<Row> rows) {
        return rows.stream().map(BreakEvenReport::part).distinct().count();
    }

    /** Why candidates that pass have no place, in words. */
    private static Optional<String> unknown(BreakEven all) {
        Map<String, List<String>> reasons = new TreeMap<>();
        all.workload().candidates().stream().filter(a -> a.verdict().verdict() != Verdict.REJECT && notPlaced(a, all.workload()) != null)
                .forEach(a -> reasons.computeIfAbsent(notPlaced(a, all.workload()), k -> new ArrayList<>()).add(Names.sold(a.offer())));
        if (reasons.isEmpty()) return Optional.empty();
        long count = reasons.values().stream().mapToLong(List::size).sum();
        return Optional.of("UNKNOWN, so not drawn: " + Amounts.count(count) + " (" + reasons.entrySet().stream().map(r -> r.getKey() + ": " + few(r.getValue().stream().distinct().toList())).collect(Collectors.joining("; ")) + ").");
    }

    private static String few(List<String> names) {
        return names.size() <= 3 ? String.join(", ", names) : names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " others";
    }

    /** Null if it is drawn or the incumbent itself. */
    private static @Nullable String notPlaced(Assessed a, WorkloadDecision workload) {
        if (BreakEven.isPlaced(a) || isIncumbent(a, workload)) return null;
        return a.cost() == null ? Names.noUnitCost(a) : "no incumbent's unit cost is known to compare with that";
    }

    private static List<Table.Column> columns() {
        return List.of(Table.Column.number("#", 0, 0), Table.Column.words("Offer", 14, 0), Table.Column.words("Designer, chip", 8, 7), Table.Column.words("Verdict", 11, 6), Table.Column.number("Unit" + Text.GLUE + "cost", 0, 0),
                Table.Column.number("Speed", 0, 3), Table.Column.number("d", 0, 4), Table.Column.number("l", 0, 8), Table.Column.number("Needs" + Text.GLUE + "d*", 0, 5), Table.Column.number("Above" + Text.GLUE + "d*", 0, 0), Table.Column.words(RULE, 11, 0));
    }

    private static List<Table.Cell> cells(Row row, BreakEven all) {
        Assessed a = row.best();
        Comparison c = a.candidate().comparison();
        Ink ink = all.chosen().stream().anyMatch(row.members()::contains) ? Ink.BOLD : Ink.PLAIN;
        return List.of(new Table.Cell(String.valueOf(a.rank()), ink), new Table.Cell(row.name(), ink), Table.Cell.of(Names.chip(a)), new Table.Cell(Names.verdict(a.verdict().verdict()), Ink.of(a.verdict().verdict())),
                Table.Cell.of(signed(c.rho().subtract(BigDecimal.ONE))), Table.Cell.of(signed(workRatio(c).subtract(BigDecimal.ONE))), Table.Cell.of(Amounts.percent(c.costAdvantage())), Table.Cell.of(Amounts.percent(c.performanceLead())),
                Table.Cell.of(Amounts.percent(c.breakEvenCostAdvantage())), Table.Cell.of(signed(BreakEven.above(a))), Table.Cell.of(says(a)));
    }

    private static String signed(BigDecimal share) {
        String percent = Amounts.percent(share);
        return share.signum() > 0 && !percent.equals("0 %") ? "+" + percent : percent;
    }

    /** Its work in a paid hour, relative to the incumbent's: 1 ÷ (1 + l). */
    private static BigDecimal workRatio(Comparison c) {
        return CostPerformance.rhoOfPricePerformance(c.performanceLead());
    }

    /** What the rule says of a candidate: {@code for, major}; {@code silent}. */
    private static String says(Assessed candidate) {
        Optional<Finding> finding = candidate.findings().stream().filter(f -> f.rule().equals(RULE)).max(Comparator.comparing(Finding::stands).thenComparing(Finding::severity));
        return finding.map(f -> f.state() == State.UNKNOWN ? "UNKNOWN" : Names.words(f.effect()) + ", " + f.severity() + (f.defeatedBy().isEmpty() ? "" : ", defeated by " + String.join(", ", f.defeatedBy()))).orElse("silent");
    }

    /** Every candidate, with its place where it has one. */
    public static String json(Decision decision, List<WorkloadDecision> workloads) {
        return Json.object(json -> {
            json.text("schema", SCHEMA).text("profile", decision.profile().id()).text("asOf", decision.asOf());
            json.text("profileSha256", decision.inputs().profileSha256()).text("marketSha256", decision.inputs().marketSha256())
                    .text("rulesSha256", decision.inputs().rulesSha256()).text("policySha256", decision.inputs().policySha256());
            json.text("curve", "d* = l / (1 + l)").text("rule", RULE);
            json.objects("workloads", workloads, workload -> {
                json.text("workload", workload.workload().id()).text("incumbent", incumbent(workload).map(i -> i.offer().id()).orElse(null)).text("incumbentBasis", workload.incumbentBasis());
                BreakEven all = BreakEven.of(decision, workload);
                json.lines("candidates", workload.candidates(), a -> {
                    Comparison c = a.candidate().comparison();
                    boolean placed = BreakEven.isPlaced(a);
                    json.count("rank", a.rank()).text("offer", a.offer().id()).text("designer", a.candidate().designer().id()).text("accelerator", a.offer().accelerator()).text("verdict", a.verdict().verdict()).text("role", role(a, all).orElse(null));
                    json.decimal("priceAdvantage", c.costAdvantage()).decimal("incumbentLead", c.performanceLead()).decimal("breakEvenAdvantage", placed ? c.breakEvenCostAdvantage() : null)
                            .decimal("aboveBreakEven", placed ? BreakEven.above(a) : null).decimal("rho", placed ? c.rho() : null).decimal("workPerHourRatio", placed ? workRatio(c) : null).text("ruleSays", says(a)).text("notPlaced", notPlaced(a, workload));
                });
            });
        });
    }

    /** One row a candidate, exact. */
    public static String csv(Decision decision, List<WorkloadDecision> workloads) {
        List<List<String>> rows = new ArrayList<>();
        for (WorkloadDecision workload : workloads) {
            BreakEven all = BreakEven.of(decision, workload);
            for (Assessed a : workload.candidates()) {
                Comparison c = a.candidate().comparison();
                boolean placed = BreakEven.isPlaced(a);
                rows.add(List.of(CsvReport.text(workload.workload().id()), String.valueOf(a.rank()), CsvReport.text(a.offer().id()), CsvReport.text(a.candidate().designer().id()), CsvReport.text(a.offer().accelerator()),
                        a.verdict().verdict().name(), role(a, all).orElse(""), CsvReport.text(incumbent(workload).map(i -> i.offer().id()).orElse(null)), exact(c.costAdvantage()), exact(c.performanceLead()), placed ? exact(c.breakEvenCostAdvantage()) : "", placed ? exact(BreakEven.above(a)) : "",
                        placed ? exact(c.rho()) : "", placed ? exact(workRatio(c)) : "", RULE, says(a), CsvReport.text(notPlaced(a, workload))));
            }
        }
        return CsvReport.write(COLUMNS, rows);
    }

    private static Optional<String> role(Assessed a, BreakEven all) {
        if (all.workload().winner().filter(a::equals).isPresent()) return Optional.of("answer");
        return isIncumbent(a, all.workload()) ? Optional.of("incumbent") : all.chosen().contains(a) ? Optional.of("share") : Optional.empty();
    }

    private static String exact(@Nullable BigDecimal number) {
        return number == null ? "" : Amounts.exact(number);
    }
}
