package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Region;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.policy.Tag;
import dev.secondsource.quantity.Money;
import dev.secondsource.stress.Answer;
import dev.secondsource.stress.Change;
import dev.secondsource.stress.Loss;
import dev.secondsource.stress.OutageRisk;
import dev.secondsource.stress.OutageRisk.Estimate;
import dev.secondsource.stress.Scenario;
import dev.secondsource.stress.Stress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stress test as a person reads it in a terminal, and for a spreadsheet. */
public final class StressReport {
    /** Columns of {@link #csv}: one row a case and portfolio. New ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("scenario", "case", "portfolio", "loss", "work", "penalty", "waste", "regret", "critical_unserved", "currency", "months",
            "answer_changes", "answer_status", "answer_cost_per_month");

    private static final int MARGIN = 2;
    private static final BigDecimal TENTH_OF_A_PERCENT = new BigDecimal("0.001");

    private final Stress stress;
    private final Decision base;
    private final String currency;
    private final Sheet sheet;

    private StressReport(Stress stress, Page page) {
        this.stress = stress;
        this.base = stress.base();
        this.currency = base.profile().currency().getCurrencyCode();
        this.sheet = new Sheet(page);
    }

    /** @return lines ended by line feeds, none wider than the page */
    public static String text(Stress stress, List<String> notes, Page page) {
        return new StressReport(stress, page).write(notes);
    }

    private String write(List<String> notes) {
        sheet.heading("Second Source, stress test: " + base.profile().name() + " (" + base.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + base.asOf() + " | market " + base.inputs().marketVersion() + " | policy " + base.inputs().policyVersion() + ", variant "
                + base.policy().variant() + " | scenarios " + stress.scenarios().version() + " | losses of the " + Amounts.count(stress.months()) + " months from that day, in " + currency);
        sheet.text(0, Ink.DIM, "sha256: profile " + TerminalReport.head(base.inputs().profileSha256()) + ", market " + TerminalReport.head(base.inputs().marketSha256())
                + ", rules " + TerminalReport.head(base.inputs().rulesSha256()) + ", policy " + TerminalReport.head(base.inputs().policySha256())
                + ", scenarios " + TerminalReport.head(stress.scenarios().sha256()));
        portfolios(notes);
        regrets();
        scenarios();
        outages();
        rests();
        return sheet.end();
    }

    private void portfolios(List<String> notes) {
        sheet.heading("PORTFOLIOS compared");
        List<List<Table.Cell>> rows = new ArrayList<>();
        Function<BigDecimal, String> perMonth = column(p -> p.allocation().perMonth());
        Function<BigDecimal, String> regret = column(Stress.Portfolio::largestRegret);
        Function<BigDecimal, String> risk = column(Stress.Portfolio::commitmentAtRisk);
        for (Stress.Portfolio p : stress.portfolios()) {
            Stress.Case worst = stress.worst(p);
            rows.add(cells(p.name(), designers(p.allocation()), perMonth.apply(p.allocation().perMonth().amount()), regret.apply(p.largestRegret().amount()),
                    worst == null || !p.largestRegret().isPositive() ? "–" : worst.scenario().id(), risk.apply(p.commitmentAtRisk().amount())));
        }
        sheet.table(new Table(List.of(Table.Column.words("Portfolio", 12, 0), Table.Column.words("Designers, by cost", 14, 3), number(currency + " per" + Text.GLUE + "month", 2),
                number("Largest" + Text.GLUE + "regret", 0), Table.Column.words("in", 0, 0), number("Commitment at" + Text.GLUE + "risk", 1)), rows));
        sheet.text(MARGIN, Ink.DIM, "Regret: what a portfolio loses more in a scenario than the best of these would. Commitment at risk: owed over the terms, used or not, within the horizon. "
                + "The answer keeps the caps of policy and maturity as far as it can; the others need not.");
        Stream.concat(notes.stream(), stress.notes().stream()).forEach(n -> sheet.item(MARGIN, 1, Ink.PLAIN, "!", n));
    }

    private void regrets() {
        sheet.heading("REGRET in each scenario");
        List<List<Table.Cell>> rows = new ArrayList<>();
        List<List<BigDecimal>> columns = IntStream.range(0, stress.portfolios().size()).mapToObj(p -> stress.cases().stream().map(c -> c.regrets().get(p).amount()).toList()).toList();
        Function<BigDecimal, String> least = column(stress.cases().stream().map(c -> least(c).amount()).toList());
        List<Function<BigDecimal, String>> amounts = columns.stream().map(StressReport::column).toList();
        for (Stress.Case c : stress.cases()) {
            List<Table.Cell> row = new ArrayList<>(cells(c.scenario().id() + " " + name(c.scenario()), least.apply(least(c).amount())));
            for (int p = 0; p < amounts.size(); p++) {
                Money regret = c.regrets().get(p);
                boolean largest = regret.isPositive() && stress.worst(stress.portfolios().get(p)) == c;
                row.add(new Table.Cell(regret.isPositive() ? amounts.get(p).apply(regret.amount()) : "least", largest ? Ink.YELLOW : Ink.PLAIN));
            }
            rows.add(row);
        }
        List<Table.Column> heads = new ArrayList<>(List.of(Table.Column.words("Scenario", 16, 0), number("Least loss", 9)));
        stress.portfolios().forEach(p -> heads.add(number(p.name(), 0)));
        sheet.table(new Table(heads, rows));
        sheet.text(MARGIN, Ink.DIM, "Loss: work done, what critical work that is not served is worth, and what is paid though unused. Least loss and regret add up to a portfolio's loss.");
    }

    private static Money least(Stress.Case c) {
        return c.losses().stream().map(Loss::total).min(Money::compareTo).orElseThrow();
    }

    private Function<BigDecimal, String> column(Function<Stress.Portfolio, Money> amount) {
        return column(stress.portfolios().stream().map(p -> amount.apply(p).amount()).toList());
    }

    /** Rounded alike down a column, to what is worth looking at beside the largest. */
    private static Function<BigDecimal, String> column(List<BigDecimal> amounts) {
        BigDecimal largest = amounts.stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        return Amounts.column(Stream.of(largest.multiply(new BigDecimal("0.01"))));
    }

    private void scenarios() {
        sheet.heading("What happens, and what would then be decided");
        sheet.text(MARGIN, Ink.DIM, "It begins on the day of the decision. What is signed keeps its price unless the contract resets it; more demand is met by more of the same. "
                + "What an outage leaves carries its surge, critical work first; other work waits and is made up. The answer is decided anew, by what the scenario changes.");
        for (Stress.Case c : stress.cases()) {
            if (c.scenario().changes().isEmpty()) continue;
            sheet.item(MARGIN, 4, Ink.BOLD, c.scenario().id(), name(c.scenario()) + ". " + c.scenario().sentence() + " " + answer(c.answer()) + parts(c));
        }
    }

    private String answer(Answer answer) {
        String then = Names.words(answer.status()) + (answer.perMonth().isPositive() ? ", " + Amounts.readable(answer.perMonth()) + " a month" : "");
        if (!answer.changes()) return "The answer stays (" + then + ").";
        List<String> changes = answer.winners().stream().filter(Answer.Winner::changes)
                .map(w -> w.workload() + " to " + offer(w.after()) + " from " + offer(w.before())).toList();
        return changes.isEmpty() ? "The same lead, but shares move (" + then + ")." : "The answer changes (" + then + "): " + String.join("; ", changes) + ".";
    }

    private static String offer(@Nullable Offer offer) {
        return offer == null ? "nothing that may lead" : offer.accelerator() + " at " + Names.offer(offer);
    }

    private String parts(Stress.Case c) {
        String unserved = named(c, l -> l.criticalUnserved() == null || l.criticalUnserved().compareTo(TENTH_OF_A_PERCENT) < 0 ? null : Amounts.percent(l.criticalUnserved()));
        String waste = named(c, l -> l.waste().isPositive() ? Amounts.readable(l.waste()) : null);
        return (unserved.isEmpty() ? "" : " Critical work not served: " + unserved + ".") + (waste.isEmpty() ? "" : " Paid though unused: " + waste + ".");
    }

    private String named(Stress.Case c, Function<Loss, @Nullable String> part) {
        List<String> parts = new ArrayList<>();
        for (int p = 0; p < c.losses().size(); p++) {
            String text = part.apply(c.losses().get(p));
            if (text != null) parts.add(stress.portfolios().get(p).name() + " " + text);
        }
        return String.join("; ", parts);
    }

    private void outages() {
        sheet.heading("OUTAGES of designers within a year");
        List<List<Table.Cell>> rows = new ArrayList<>();
        Function<BigDecimal, String> penalty = column(p -> p.outages().penaltyPerYear());
        for (Stress.Portfolio p : stress.portfolios()) {
            OutageRisk o = p.outages();
            rows.add(cells(p.name(), share(o.unserved()), o.criticalUnserved() == null ? "–" : share(o.criticalUnserved()), penalty.apply(o.penaltyPerYear().amount()),
                    o.floorBreached() == null ? "–" : share(o.floorBreached()), share(o.cvar90()), share(o.cvar95()), share(o.cvar99())));
        }
        sheet.table(new Table(List.of(Table.Column.words("Portfolio", 12, 0), number("Expected" + Text.GLUE + "unserved", 5), number("Critical" + Text.GLUE + "unserved", 0),
                number(currency + " a" + Text.GLUE + "year", 4), number("Floor" + Text.GLUE + "breached", 0), number("CVaR90", 0), number("CVaR95", 2), number("CVaR99", 3)), rows));
        Map<String, PolicyValue> policy = stress.policy().stream().collect(Collectors.toMap(PolicyValue::key, Function.identity()));
        sheet.text(MARGIN, Ink.DIM, "Each designer is out with a probability of " + Amounts.percent(policy.get("div.outage-probability").value()) + " a year, for "
                + Amounts.count(policy.get("stress.outage-months").value()) + " months. Unserved: share of a year's work, after the surge of what is left; critical: share of the year's critical work, "
                + "and what that costs a year. Floor breached: probability that critical work is not all served. CVaR90: mean of the worst tenth of all years.");
        for (Stress.Portfolio p : stress.portfolios()) {
            OutageRisk o = p.outages();
            String joint = o.causes().stream().filter(c -> c.takes().size() > 1).map(c -> c.name() + " takes " + String.join(" and ", c.takes()) + " (" + Amounts.percent(c.probability()) + ")")
                    .collect(Collectors.joining("; "));
            sheet.item(MARGIN, 1, Ink.PLAIN, "·", p.name() + ": " + (o.sources().size() == 1 ? "all on " + o.sources().get(0) : joint.isEmpty() ? "no cause takes two at once" : joint)
                    + (o.draws() == 0 ? "" : "; drawn " + Amounts.count(o.draws()) + " years from seed " + o.seed() + ", ± half of the 95 % interval") + ".");
            if (o.note() != null) sheet.item(MARGIN + 2, 1, Ink.YELLOW, "!", o.note());
        }
    }

    private static String share(Estimate estimate) {
        return Amounts.percent(estimate.value()) + (estimate.halfWidth() == null ? "" : " ±" + Amounts.percent(estimate.halfWidth()));
    }

    private void rests() {
        sheet.heading("Rests on");
        for (PolicyValue value : stress.policy())
            sheet.item(MARGIN, 1, Ink.PLAIN, "·", value.key() + " = " + value.value().toPlainString() + " " + value.unit() + ": " + value.meaning() + origin(value.tag(), value.source()));
        for (Scenario scenario : stress.scenarios().list())
            for (Change change : scenario.changes())
                change.figures().forEach((name, figure) -> sheet.item(MARGIN, 1, Ink.PLAIN, "·", scenario.id() + " " + change.words() + ": " + name + " = "
                        + figure.value().toPlainString() + origin(figure.tag(), figure.source())));
    }

    /** Some sources of a judgement say themselves that they are one. */
    private static String origin(Tag tag, String source) {
        String word = tag.name().toLowerCase(Locale.ROOT);
        return " (" + (source.startsWith(word) ? source : word + ": " + source) + ")";
    }

    /** Where a region is not stated, that is said instead of what the price list puts in its place. */
    private static String name(Scenario scenario) {
        int slash = scenario.name().indexOf('/');
        int colon = scenario.name().lastIndexOf(": ", Math.max(0, slash));
        if (slash < 0 || colon < 0) return scenario.name();
        String provider = scenario.name().substring(colon + 2, slash);
        return scenario.name().substring(0, colon + 2) + provider + ", " + Names.region(new Region(provider, scenario.name().substring(slash + 1), Region.UNKNOWN_COUNTRY));
    }

    private static String designers(Allocation allocation) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        if (!allocation.perMonth().isPositive()) return "–";
        for (Share share : allocation.shares()) shares.merge(share.designer(), share.perMonth().ratioTo(allocation.perMonth()), BigDecimal::add);
        return shares.entrySet().stream().sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey() + " " + Amounts.percent(e.getValue())).collect(Collectors.joining(", "));
    }

    private static Table.Column number(String header, int leave) {
        return Table.Column.number(header, 0, leave);
    }

    private static List<Table.Cell> cells(String... texts) {
        return Stream.of(texts).map(Table.Cell::of).toList();
    }

    /** One row a case and portfolio, exact. */
    public static String csv(Stress stress) {
        List<List<String>> rows = new ArrayList<>();
        for (Stress.Case c : stress.cases())
            for (int p = 0; p < c.losses().size(); p++) {
                Loss loss = c.losses().get(p);
                rows.add(List.of(CsvReport.text(c.scenario().id()), CsvReport.text(c.scenario().name()), CsvReport.text(stress.portfolios().get(p).name()),
                        Amounts.exact(loss.total()), Amounts.exact(loss.work()), Amounts.exact(loss.penalty()), Amounts.exact(loss.waste()), Amounts.exact(c.regrets().get(p)),
                        loss.criticalUnserved() == null ? "" : Amounts.exact(loss.criticalUnserved()), stress.base().profile().currency().getCurrencyCode(),
                        Amounts.exact(stress.months()), String.valueOf(c.answer().changes()), c.answer().status().name(), Amounts.exact(c.answer().perMonth())));
            }
        return CsvReport.write(COLUMNS, rows);
    }
}
