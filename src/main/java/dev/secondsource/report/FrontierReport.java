package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Frontier.Point;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Decision;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cost against spread against regret, as a table and a plot, for a program and for a spreadsheet. */
public final class FrontierReport {
    /** Value of the record's {@code schema}. */
    public static final String SCHEMA = "frontier/1";

    /** Columns of {@link #csv}; new ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("chosen", "beaten", "most_on_one", "cost_per_month", "more_than_cheapest", "effective_designers", "effective_providers", "largest_regret",
            "currency", "designers");

    private static final int MARGIN = 2;
    private static final int PLOT_ROWS = 12;

    private final Decision decision;
    private final Frontier frontier;
    private final List<Money> regrets;

    FrontierReport(Decision decision, Frontier frontier, List<Money> regrets) {
        this.decision = decision;
        this.frontier = frontier;
        this.regrets = regrets;
    }

    /**
     * @param regrets the largest of each point over all scenarios, in the order of the points; empty if not asked
     * @return lines ended by line feeds, none wider than the page
     */
    public static String text(Decision decision, Frontier frontier, List<Money> regrets, Page page) {
        return new FrontierReport(decision, frontier, regrets).write(new Sheet(page));
    }

    private String write(Sheet sheet) {
        String currency = decision.profile().currency().getCurrencyCode();
        sheet.heading("Second Source, what spreading costs: " + decision.profile().name() + " (" + decision.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + decision.asOf() + " | market " + decision.inputs().marketVersion() + " | policy " + decision.inputs().policyVersion() + ", variant "
                + decision.policy().variant() + " | amounts in " + currency + " a month, moves to other stacks spread over " + decision.profile().horizonMonths() + " months in them");
        sheet.blank();
        sheet.table(new Table(columns(currency), rows()));
        sheet.text(MARGIN, Ink.DIM, legend());
        plot(sheet, currency);
        sheet.blank();
        sheet.item(MARGIN, 1, Ink.PLAIN, "@", reason());
        return sheet.end();
    }

    private static List<Table.Column> columns(String currency) {
        return List.of(Table.Column.words("", 0, 0), Table.Column.number("At most" + Text.GLUE + "on one", 0, 0), Table.Column.number(currency + Text.GLUE + "per month", 0, 0),
                Table.Column.number("More than" + Text.GLUE + "cheapest", 0, 3), Table.Column.number("Effective" + Text.GLUE + "designers", 0, 0),
                Table.Column.number("Effective" + Text.GLUE + "providers", 0, 2), Table.Column.number("Largest" + Text.GLUE + "regret", 0, 1), Table.Column.words("Designers, by work", 14, 4));
    }

    private List<List<Table.Cell>> rows() {
        Function<BigDecimal, String> regret = Amounts.column(Stream.of(regrets.stream().map(Money::amount).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO).movePointLeft(2)));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < frontier.points().size(); i++) {
            Point point = frontier.points().get(i);
            Ink ink = i == frontier.chosen() ? Ink.BOLD : isBeaten(i) ? Ink.DIM : Ink.PLAIN;
            rows.add(Stream.of(String.valueOf(mark(i)), point.most() == null ? "policy" : Amounts.percent(point.most()), Amounts.count(point.allocation().total().amount().setScale(0, java.math.RoundingMode.HALF_EVEN)),
                            Amounts.percent(more(i)), Amounts.tenths(point.effectiveDesigners()), Amounts.tenths(point.effectiveProviders()),
                            regrets.isEmpty() ? "–" : regret.apply(regrets.get(i).amount()), designers(point.allocation()))
                    .map(text -> new Table.Cell(text, ink)).toList());
        }
        return rows;
    }

    private String legend() {
        return "@ chosen, o on the frontier, . beaten by another that is no dearer, no less spread" + (regrets.isEmpty() ? "" : " and no more to regret")
                + ". At most on one: the cap that every designer and provider was given; policy: all limits of the policy instead. Effective number: that many equal shares would be as"
                + " concentrated, at the designer and at the provider layer." + (regrets.isEmpty() ? "" : " Largest regret: what it loses more, in the worst scenario of scenarios.yaml,"
                + " than the best of these would in twelve months.");
    }

    /** Cost upwards, effective designers to the right. */
    private void plot(Sheet sheet, String currency) {
        if (frontier.points().size() < 2) return;
        List<BigDecimal> costs = frontier.points().stream().map(p -> p.allocation().total().amount()).toList();
        List<BigDecimal> spreads = frontier.points().stream().map(Point::effectiveDesigners).toList();
        List<String> labels = new ArrayList<>(java.util.Collections.nCopies(PLOT_ROWS, ""));
        labels.set(0, Amounts.readable(java.util.Collections.max(costs)));
        labels.set(PLOT_ROWS - 1, Amounts.readable(java.util.Collections.min(costs)));
        Plot plot = new Plot(sheet.page(), MARGIN, labels);
        // What matters most is drawn last.
        IntStream.range(0, costs.size()).boxed().sorted(Comparator.comparing((Integer i) -> i == frontier.chosen()).thenComparing(i -> !isBeaten(i)))
                .forEach(i -> plot.put(scaled(spreads.get(i), spreads, plot.columns()), PLOT_ROWS - 1 - scaled(costs.get(i), costs, PLOT_ROWS), mark(i)));
        sheet.heading("Cost a month in " + currency + " against the effective number of designers");
        plot.write(sheet, MARGIN, List.of(new Plot.Tick(0, Amounts.tenths(java.util.Collections.min(spreads))), new Plot.Tick(plot.columns() - 1, Amounts.tenths(java.util.Collections.max(spreads)))));
    }

    private static int scaled(BigDecimal value, List<BigDecimal> all, int steps) {
        double least = java.util.Collections.min(all).doubleValue();
        double most = java.util.Collections.max(all).doubleValue();
        return most <= least ? 0 : (int) Math.round((value.doubleValue() - least) / (most - least) * (steps - 1));
    }

    private char mark(int index) {
        return index == frontier.chosen() ? '@' : isBeaten(index) ? '.' : 'o';
    }

    String reason() {
        Allocation chosen = decision.allocation();
        String why = chosen.conflict() == null ? "the cheapest that keeps every limit of the policy, floors for critical work included"
                : "the cheapest once the limits of the policy that cannot be met together give way";
        return "Chosen: " + why + "; " + Amounts.percent(more(frontier.chosen())) + " more than the cheapest at any concentration."
                + (isBeaten(frontier.chosen()) ? " Another point is no dearer and no less spread at the designer and provider layers, and breaks a limit at another layer or of a workload." : "");
    }

    BigDecimal more(int index) {
        Money least = frontier.points().get(0).allocation().total();
        return least.isPositive() ? frontier.points().get(index).allocation().total().minus(least).ratioTo(least) : BigDecimal.ZERO;
    }

    /** Another is at least as good in all that is compared, and better in something. */
    boolean isBeaten(int index) {
        return IntStream.range(0, frontier.points().size()).anyMatch(other -> {
            int[] compared = compared(other, index);
            return IntStream.of(compared).allMatch(c -> c <= 0) && IntStream.of(compared).anyMatch(c -> c < 0);
        });
    }

    private int[] compared(int a, int b) {
        Point first = frontier.points().get(a);
        Point second = frontier.points().get(b);
        return new int[] {first.allocation().total().compareTo(second.allocation().total()), second.effectiveDesigners().compareTo(first.effectiveDesigners()),
            second.effectiveProviders().compareTo(first.effectiveProviders()), regrets.isEmpty() ? 0 : regrets.get(a).compareTo(regrets.get(b))};
    }

    static String designers(Allocation allocation) {
        return allocation.ofAllWork(Share::designer).entrySet().stream().sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey() + " " + Amounts.percent(e.getValue())).collect(Collectors.joining(", "));
    }

    /** The frontier as data, shares included. */
    public static String json(Decision decision, Frontier frontier, List<Money> regrets) {
        FrontierReport report = new FrontierReport(decision, frontier, regrets);
        return Json.object(json -> {
            json.text("schema", SCHEMA).text("profile", decision.profile().id()).text("asOf", decision.asOf());
            json.text("profileSha256", decision.inputs().profileSha256()).text("marketSha256", decision.inputs().marketSha256())
                    .text("rulesSha256", decision.inputs().rulesSha256()).text("policySha256", decision.inputs().policySha256());
            json.text("reason", report.reason());
            json.objects("points", IntStream.range(0, frontier.points().size()).boxed().toList(), i -> {
                Point p = frontier.points().get(i);
                json.flag("chosen", i == frontier.chosen()).flag("beaten", report.isBeaten(i)).decimal("mostOnOne", p.most()).money("perMonth", p.allocation().total())
                        .decimal("effectiveDesigners", p.effectiveDesigners()).decimal("effectiveProviders", p.effectiveProviders())
                        .money("largestRegret", regrets.isEmpty() ? null : regrets.get(i)).decimal("gap", p.allocation().search().gap());
                json.lines("shares", p.allocation().shares(), s -> json.text("workload", s.workload()).text("offer", s.offer()).text("designer", s.designer())
                        .text("provider", s.provider()).decimal("share", s.share()).money("perMonth", s.perMonth()));
            });
        });
    }

    /** One row a point, exact. */
    public static String csv(Decision decision, Frontier frontier, List<Money> regrets) {
        FrontierReport report = new FrontierReport(decision, frontier, regrets);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < frontier.points().size(); i++) {
            Point p = frontier.points().get(i);
            rows.add(List.of(String.valueOf(i == frontier.chosen()), String.valueOf(report.isBeaten(i)), exact(p.most()), Amounts.exact(p.allocation().total()), Amounts.exact(report.more(i)),
                    exact(p.effectiveDesigners()), exact(p.effectiveProviders()), regrets.isEmpty() ? "" : Amounts.exact(regrets.get(i)),
                    decision.profile().currency().getCurrencyCode(), CsvReport.text(designers(p.allocation()))));
        }
        return CsvReport.write(COLUMNS, rows);
    }

    private static String exact(@Nullable BigDecimal number) {
        return number == null ? "" : Amounts.exact(number);
    }
}
