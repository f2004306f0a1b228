package dev.secondsource.report;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Decision;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Region;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.policy.Tag;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import dev.secondsource.stress.Answer;
import dev.secondsource.stress.Change;
import dev.secondsource.stress.Loss;
import dev.secondsource.stress.OutageRisk;
import dev.secondsource.stress.OutageRisk.Estimate;
import dev.secondsource.stress.Scenario;
import dev.secondsource.stress.Selector;
import dev.secondsource.stress.Stress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
            "answer_changes", "answer_status", "answer_cost_per_month", "moving", "already_paid");

    private static final int MARGIN = 2;
    private static final BigDecimal CENTS_MATTER_BELOW = BigDecimal.valueOf(10_000);
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
            rows.add(cells(p.name(), designers(p.allocation().shares()), perMonth.apply(p.allocation().perMonth().amount()), amount(regret, p.largestRegret()),
                    worst == null || !p.largestRegret().isPositive() ? "–" : worst.scenario().id(), amount(risk, p.commitmentAtRisk())));
        }
        sheet.table(new Table(List.of(Table.Column.words("Portfolio", 12, 0), Table.Column.words("Designers, by cost", 14, 3), number(currency + " per" + Text.GLUE + "month", 2),
                number("Largest" + Text.GLUE + "regret", 0), Table.Column.words("in", 0, 0), number("Commitment at" + Text.GLUE + "risk", 1)), rows));
        stress.portfolios().stream().filter(p -> !p.meaning().isEmpty()).forEach(p -> sheet.item(MARGIN, 1, Ink.PLAIN, "·", p.name() + ": " + p.meaning() + "."));
        sheet.text(MARGIN, Ink.DIM, "Regret: what a portfolio loses more in a scenario than the best of these would. Commitment at risk: owed over the terms of what is still to be signed, used or not, "
                + "within the horizon of " + base.profile().horizonMonths() + " months. The answer keeps the limits of policy, maturity and budget as far as it can, and pays for that; the others need not keep them.");
        Stream.concat(notes.stream(), stress.notes().stream()).forEach(n -> sheet.item(MARGIN, 1, Ink.PLAIN, "!", n));
    }

    private void regrets() {
        sheet.heading("REGRET in each scenario");
        List<List<Table.Cell>> rows = new ArrayList<>();
        List<List<BigDecimal>> columns = IntStream.range(0, stress.portfolios().size()).mapToObj(p -> stress.cases().stream().map(c -> c.regrets().get(p).amount()).toList()).toList();
        Function<BigDecimal, String> least = column(stress.cases().stream().map(c -> least(c).amount()).toList());
        List<Function<BigDecimal, String>> amounts = columns.stream().map(StressReport::column).toList();
        for (Stress.Case c : stress.cases()) {
            List<Table.Cell> row = new ArrayList<>(cells(c.scenario().id() + " " + name(stress, c.scenario()), least.apply(least(c).amount())));
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
        sheet.text(MARGIN, Ink.DIM, "Loss, in " + currency + " over " + Amounts.count(stress.months()) + " months: work done, moving to other stacks as spread over the horizon, "
                + "what critical work that is not served is worth, and what is paid though unused or paid already. Least loss and regret add up to a portfolio's loss.");
        if (stress.cases().stream().anyMatch(c -> !about(stress, c.scenario()).isEmpty()))
            sheet.text(MARGIN, Ink.DIM, "A scenario about the largest of a kind is tried for the largest in each portfolio." + (stress.cases().stream().flatMap(c -> about(stress, c.scenario()).stream())
                    .anyMatch(s -> s.kind() == Selector.Kind.REGION && StressReport.words(s).contains(Names.NO_REGION)) ? " Where the price list states no region, all of it is taken to be one place." : ""));
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
        BigDecimal least = largest.multiply(new BigDecimal("0.01"));
        return Amounts.column(Stream.of(largest.compareTo(CENTS_MATTER_BELOW) < 0 ? least : least.max(BigDecimal.valueOf(1000))));
    }

    private void scenarios() {
        sheet.heading("What happens, and what would then be decided");
        sheet.text(MARGIN, Ink.DIM, "It begins on the day of the decision. What is signed keeps its price unless the contract resets it; more demand is met by more of the same. "
                + "What an outage leaves carries its surge, critical work first; other work waits and is made up, so that a loss can fall where what is left is cheaper. What does not come is not paid for. The answer is decided anew, as if the scenario lasted.");
        for (Stress.Case c : stress.cases()) {
            if (c.scenario().changes().isEmpty()) continue;
            boolean untouched = c.losses().equals(stress.asAssumed());
            sheet.item(MARGIN, 4, Ink.BOLD, c.scenario().id(), name(stress, c.scenario()) + ". " + c.scenario().sentence() + " "
                    + (untouched ? "It costs none of these portfolios anything. " : loss(c)) + answer(c.answer()) + (untouched ? "" : parts(c)));
        }
    }

    /** Of the first portfolio, which is what the others are held against. */
    private String loss(Stress.Case c) {
        Money is = c.losses().get(0).total();
        Money more = is.minus(stress.asAssumed().get(0).total());
        String name = stress.portfolios().get(0).name();
        return "Loss of \"" + name + "\": " + Amounts.readable(is) + ", "
                + (more.amount().signum() == 0 ? "as assumed. " : Amounts.readable(more.amount().abs()) + (more.isPositive() ? " more" : " less") + " than as assumed. ");
    }

    private String answer(Answer answer) {
        String status = Names.words(answer.status()) + (answer.statusChanges() ? ", was " + Names.words(answer.statusBefore()) : "");
        String then = " (" + status + (answer.perMonth().isPositive() ? "; " + Amounts.readable(answer.perMonth()) + " a month" : "") + ").";
        if (answer.shares().isEmpty()) return "Nothing could be bought (" + status + ").";
        List<String> leads = answer.winners().stream().filter(Answer.Winner::changes)
                .map(w -> w.workload() + ": " + offer(w.after()) + " instead of " + offer(w.before())).toList();
        return (answer.sharesChange() ? "Another would be bought" : "The same would be bought") + then + (answer.sharesChange() ? shares(answer) : "")
                + (leads.isEmpty() ? "" : " Best candidate then: " + String.join("; ", leads) + ".");
    }

    private String shares(Answer answer) {
        String before = designers(base.allocation().shares());
        String after = designers(answer.shares());
        return before.equals(after) ? " The designers' parts stay; offers or their shares move." : " By cost then " + after + "; as assumed " + before + ".";
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
            rows.add(cells(p.name(), share(o.unserved()), o.criticalUnserved() == null ? "–" : share(o.criticalUnserved()), o.criticalUnserved() == null ? "–" : amount(penalty, o.penaltyPerYear()),
                    o.floorBreached() == null ? "–" : share(o.floorBreached()), share(o.cvar90()), share(o.cvar95()), share(o.cvar99())));
        }
        sheet.table(new Table(List.of(Table.Column.words("Portfolio", 12, 0), number("Expected unserved", 3), number("Critical unserved", 0),
                number("Penalty, " + currency + " a" + Text.GLUE + "year", 4), number("Floor breached", 0), number("CVaR90", 0), number("CVaR95", 1), number("CVaR99", 5)), rows));
        Map<String, PolicyValue> policy = stress.policy().stream().collect(Collectors.toMap(PolicyValue::key, Function.identity()));
        sheet.text(MARGIN, Ink.DIM, "Each designer is out with a probability of " + Amounts.percent(policy.get("div.outage-probability").value()) + " a year, for "
                + Amounts.count(policy.get("stress.outage-months").value()) + " months. Unserved: share of a year's work, after the surge of what is left; critical: share of the year's critical work; "
                + "penalty: what that is expected to cost. Floor breached: probability that some workload's critical work is not all served. CVaR90, 95, 99: share unserved in the worst "
                + "tenth, twentieth, hundredth of all years, on average.");
        for (Stress.Portfolio p : stress.portfolios()) {
            OutageRisk o = p.outages();
            String joint = o.causes().stream().filter(c -> c.takes().size() > 1).map(c -> String.join(" and ", c.takes()) + " at once, by " + causes(c.name()).replaceAll(", (?=[^,]*$)", " or ")
                    + ": in " + Amounts.percent(c.probability()) + " of years").collect(Collectors.joining("; "));
            sheet.item(MARGIN, 1, Ink.PLAIN, "·", p.name() + ": " + (o.sources().size() == 1 ? "all on " + o.sources().get(0) : joint.isEmpty() ? "no cause takes two at once" : joint)
                    + (o.draws() == 0 ? "" : "; drawn " + Amounts.count(o.draws()) + " years from seed " + o.seed() + ", ± half of the 95 % interval") + ".");
            if (o.note() != null) sheet.item(MARGIN + 2, 1, Ink.YELLOW, "!", o.note());
        }
    }

    private static String causes(String names) {
        return names.replaceAll("\\bprovider " + Selector.OWN + "(?=,|$)", "one own site");
    }

    private static String share(Estimate estimate) {
        return Amounts.percent(estimate.value()) + (estimate.halfWidth() == null ? "" : " ±" + Amounts.percent(estimate.halfWidth()));
    }

    private void rests() {
        sheet.heading("Rests on");
        for (PolicyValue value : stress.policy())
            sheet.item(MARGIN, 1, Ink.PLAIN, "·", value.key() + " = " + value.value().toPlainString() + " " + value.unit() + ": " + value.meaning() + origin(value.tag(), value.source()));
        for (Stress.Stake stake : stress.stakes())
            sheet.item(MARGIN, 1, Ink.PLAIN, "·", stake.workload() + ": " + Amounts.percent(stake.weight()) + " of all work by cost; " + Amounts.percent(stake.criticalShare()) + " of it critical; "
                    + "what an outage leaves of it carries " + Amounts.percent(stake.surge()) + " more (profile)" + (stake.criticalShare().signum() == 0 ? "." : "; a month without its critical work costs "
                    + Amounts.readable(stake.criticalMonth()) + (stake.stated() ? " (that part of the valueOfDelayPerMonth of the profile)." : " (stress.penalty-multiple times what that work costs; the profile states no valueOfDelayPerMonth).")));
        for (Scenario scenario : stress.scenarios().list())
            for (Change change : scenario.changes())
                change.figures().forEach((name, figure) -> sheet.item(MARGIN, 1, Ink.PLAIN, "·", scenario.id() + " " + change.words() + ": " + name + " = "
                        + figure.value().toPlainString() + unit(change, name) + origin(figure.tag(), figure.source())));
    }

    /** Months, weeks and quarters say it themselves, and a factor has none. */
    private String unit(Change change, String figure) {
        if (change instanceof Change.PolicySetting setting) return " " + base.policy().value(setting.key()).unit();
        return figure.equals("lost") ? " share" : "";
    }

    /** Some sources of a judgement say themselves that they are one. */
    private static String origin(Tag tag, String source) {
        String word = tag.name().toLowerCase(Locale.ROOT);
        return " (" + (source.startsWith(word) ? source : word + ": " + source) + ")";
    }

    /** A scenario with what it is about in this test: {@code Designer out: nvidia}. */
    private static String name(Stress stress, Scenario scenario) {
        List<Selector> about = about(stress, scenario);
        return about.isEmpty() ? scenario.name() : written(stress, scenario).name() + ": " + about.stream().map(StressReport::words).collect(Collectors.joining("; "));
    }

    /** What a scenario about the largest or the newest is about here. */
    private static List<Selector> about(Stress stress, Scenario scenario) {
        List<Change> written = written(stress, scenario).changes();
        return IntStream.range(0, written.size()).filter(i -> !Objects.equals(written.get(i).selector(), scenario.changes().get(i).selector()))
                .mapToObj(i -> scenario.changes().get(i).selector()).distinct().toList();
    }

    private static Scenario written(Stress stress, Scenario scenario) {
        return stress.scenarios().find(scenario.id()).orElseThrow();
    }

    /** Where a region is not stated, that is said instead of what the price list puts in its place. */
    private static String words(Selector selector) {
        String name = selector.name();
        int slash = name.indexOf('/');
        if (slash < 0) return name.equals(Selector.OWN) ? "own machines" : name;
        String first = name.substring(0, slash);
        String second = name.substring(slash + 1);
        return switch (selector.kind()) {
            case REGION -> first + ", " + Names.region(new Region(first, second, Region.UNKNOWN_COUNTRY));
            case PLATFORM -> first + ", " + (second.matches("[0-9]+") ? "generation " + second : second);
            default -> name;
        };
    }

    private static String designers(List<Share> all) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        BigDecimal sum = all.stream().map(s -> s.perMonth().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() == 0) return "–";
        for (Share share : all) shares.merge(share.designer(), Decimals.divide(share.perMonth().amount(), sum), BigDecimal::add);
        return shares.entrySet().stream().sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> e.getKey() + " " + Amounts.percent(e.getValue())).collect(Collectors.joining(", "));
    }

    private static String amount(Function<BigDecimal, String> column, Money money) {
        return money.isPositive() ? column.apply(money.amount()) : "none";
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
                rows.add(List.of(CsvReport.text(c.scenario().id()), CsvReport.text(name(stress, c.scenario())), CsvReport.text(stress.portfolios().get(p).name()),
                        Amounts.exact(loss.total()), Amounts.exact(loss.work()), Amounts.exact(loss.penalty()), Amounts.exact(loss.waste()), Amounts.exact(c.regrets().get(p)),
                        loss.criticalUnserved() == null ? "" : Amounts.exact(loss.criticalUnserved()), stress.base().profile().currency().getCurrencyCode(),
                        Amounts.exact(stress.months()), String.valueOf(c.answer().changes()), c.answer().status().name(), Amounts.exact(c.answer().perMonth()),
                        Amounts.exact(loss.moving()), Amounts.exact(loss.alreadyPaid())));
            }
        return CsvReport.write(COLUMNS, rows);
    }
}
