package dev.secondsource.report;

import dev.secondsource.decision.Decision;
import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.Tornado.Bar;
import dev.secondsource.sensitivity.Tornado.End;
import dev.secondsource.sensitivity.WeightRobustness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each input does to cost and answer, widest swing first: drawn for a terminal, and as data. */
public final class TornadoReport {
    /** Value of {@code schema}. */
    public static final String SCHEMA = "sensitivity/1";

    /** Columns of {@link #csv}; new ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("input", "subject", "unit", "now", "low", "high", "more_per_month_at_low", "more_per_month_at_high", "currency", "then_at_low", "then_at_high");

    /** Where the numbers are from. */
    static final String BASIS = "Decided anew at each end. Ranges are policy values (range.…); that of demand is the profile's p10 to p90.";

    private static final int INDENT = 2;
    private static final int LEAST_BAR = 20;
    private static final int MOST_BAR = 60;

    private TornadoReport() {}

    /** @return lines ended by line feeds */
    public static String text(Decision decision, Tornado tornado, Page page) {
        Sheet sheet = new Sheet(page);
        String currency = tornado.perMonth().currency().getCurrencyCode();
        sheet.heading("Second Source, how much each input matters: " + decision.profile().name() + " (" + decision.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + decision.asOf() + " | market " + decision.inputs().marketVersion() + " | policy " + decision.inputs().policyVersion() + ", variant " + decision.policy().variant()
                + " | the allocation costs " + Amounts.readable(tornado.perMonth()) + " a month, moves to other stacks in it");
        List<Bar> moving = moving(tornado);
        List<Bar> shown = moving.stream().limit(page.rows()).toList();
        sheet.heading("One input at a time, at both ends of its plausible range");
        if (moving.isEmpty()) sheet.text(INDENT, Ink.PLAIN, "None of them moves the cost or the answer.");
        else {
            sheet.table(new Table(List.of(Table.Column.words("Input", 16, 0), Table.Column.number("From", 0, 4), Table.Column.number("to", 0, 4), Table.Column.words("unit", 8, 4),
                    Table.Column.number(currency + Text.GLUE + "a month" + Text.GLUE + "at low", 0, 0), Table.Column.number(currency + Text.GLUE + "a month" + Text.GLUE + "at high", 0, 0), Table.Column.words("Answer", 6, 0)),
                    shown.stream().map(TornadoReport::row).toList()));
            plot(shown, sheet, page, currency);
            changes(shown, sheet);
            if (shown.size() < moving.size()) sheet.text(INDENT, Ink.DIM, "Shown " + shown.size() + " of " + moving.size() + "; --top shows more, json has all.");
        }
        still(tornado).ifPresent(words -> {
            sheet.blank();
            sheet.text(0, Ink.PLAIN, words);
        });
        sheet.blank();
        sheet.text(0, Ink.DIM, BASIS + " \"flip\" finds where an answer changes.");
        return sheet.end();
    }

    /** Those that do anything, widest swing first. */
    static List<Bar> moving(Tornado tornado) {
        return tornado.bars().stream().filter(TornadoReport::moves).toList();
    }

    /** Those that do nothing, in a sentence; empty if there are none. */
    static Optional<String> still(Tornado tornado) {
        List<String> still = tornado.bars().stream().filter(b -> !moves(b)).map(b -> name(b.lever())).toList();
        return still.isEmpty() ? Optional.empty() : Optional.of("Neither cost nor answer moves with: " + String.join("; ", still) + ".");
    }

    private static boolean moves(Bar bar) {
        return bar.swing().signum() > 0 || Stream.of(bar.low(), bar.high()).flatMap(Optional::stream).anyMatch(e -> !e.changes().isEmpty());
    }

    /** {@code price of X}. */
    static String name(Lever lever) {
        String name = FlipReport.name(lever);
        return name.substring("The ".length()).replaceAll(",$", "");
    }

    private static List<Table.Cell> row(Bar bar) {
        Lever lever = bar.lever();
        return Stream.of(name(lever), FlipReport.amount(lever.amount(lever.low())), FlipReport.amount(lever.amount(lever.high())), lever.unit(), more(bar.low()), more(bar.high()), answer(bar)).map(Table.Cell::of).toList();
    }

    /** {@code +1 234}, or a dash where the input cannot be so. */
    static String more(Optional<End> end) {
        return end.map(e -> (e.more().isPositive() ? "+" : "") + Amounts.readable(e.more().amount())).orElse("–");
    }

    static String answer(Bar bar) {
        boolean low = bar.low().filter(e -> !e.changes().isEmpty()).isPresent();
        boolean high = bar.high().filter(e -> !e.changes().isEmpty()).isPresent();
        return low && high ? "changes at both" : low ? "changes at low" : high ? "changes at high" : "stays";
    }

    /** Bars to the left for less, to the right for more; the lower end of the range is drawn light, the upper dark. */
    private static void plot(List<Bar> bars, Sheet sheet, Page page, String currency) {
        double most = bars.stream().map(Bar::swing).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        if (most <= 0) return;
        List<String> names = bars.stream().map(b -> name(b.lever())).toList();
        int half = Math.max(LEAST_BAR, Math.min(MOST_BAR, (page.width() - page.width() / 3 - INDENT) / 2 - 2));
        int label = Math.max(10, page.width() - INDENT - 2 * half - 3);
        sheet.heading("Cost a month against now in " + currency + ": ░ at the low end of the range, █ at the high end; full width " + Amounts.readable(BigDecimal.valueOf(most)));
        for (int i = 0; i < bars.size(); i++) {
            char[] line = new char[2 * half + 1];
            java.util.Arrays.fill(line, ' ');
            line[half] = '│';
            draw(line, half, most, bars.get(i).low(), '░');
            draw(line, half, most, bars.get(i).high(), '█');
            String name = Text.shorten(names.get(i), label);
            sheet.text(INDENT, Ink.PLAIN, (Text.GLUE + " ".repeat(Math.max(0, label - Text.columns(name))) + name + " " + new String(line).stripTrailing()).replace(' ', Text.GLUE));
        }
    }

    private static void draw(char[] line, int half, double most, Optional<End> end, char ink) {
        double more = end.map(e -> e.more().amount().doubleValue()).orElse(0d);
        int cells = (int) Math.round(Math.abs(more) / most * half);
        for (int c = 1; c <= cells; c++) line[more < 0 ? half - c : half + c] = ink;
    }

    private static void changes(List<Bar> bars, Sheet sheet) {
        List<String> words = new ArrayList<>();
        for (Bar bar : bars) {
            then(bar, bar.low(), words);
            then(bar, bar.high(), words);
        }
        if (words.isEmpty()) {
            sheet.blank();
            sheet.text(0, Ink.PLAIN, "None of them changes the answer: who leads, with what verdict, whose designs carry the work.");
            return;
        }
        sheet.heading("Where the answer changes");
        words.forEach(w -> sheet.item(INDENT, 1, Ink.PLAIN, "-", w));
    }

    private static void then(Bar bar, Optional<End> end, List<String> words) {
        end.filter(e -> !e.changes().isEmpty()).ifPresent(e -> words.add(name(bar.lever()) + " at " + FlipReport.amount(bar.lever().amount(e.value())) + " " + bar.lever().unit() + ": " + String.join("; ", e.changes()) + "."));
    }

    /** What changes of the answer at either end: {@code at the low end serve: X leads instead of Y}. */
    static List<String> then(Bar bar) {
        List<String> then = new ArrayList<>();
        bar.low().filter(e -> !e.changes().isEmpty()).ifPresent(e -> then.add("at the low end " + String.join("; ", e.changes())));
        bar.high().filter(e -> !e.changes().isEmpty()).ifPresent(e -> then.add("at the high end " + String.join("; ", e.changes())));
        return then;
    }

    /** All of it, as data. */
    public static String json(Decision decision, Tornado tornado, List<WeightRobustness> weights) {
        return Json.object(json -> {
            json.text("schema", SCHEMA).text("profile", decision.profile().id()).text("asOf", decision.asOf());
            json.text("profileSha256", decision.inputs().profileSha256()).text("marketSha256", decision.inputs().marketSha256())
                    .text("rulesSha256", decision.inputs().rulesSha256()).text("policySha256", decision.inputs().policySha256());
            json.money("perMonth", tornado.perMonth());
            json.objects("inputs", tornado.bars(), b -> {
                FlipReport.write(b.lever(), json);
                json.money("moreAtLow", b.low().map(End::more).orElse(null)).texts("thenAtLow", b.low().map(End::changes).orElse(List.of()));
                json.money("moreAtHigh", b.high().map(End::more).orElse(null)).texts("thenAtHigh", b.high().map(End::changes).orElse(List.of()));
            });
            RobustnessReport.json(json, weights);
        });
    }

    /** One row an input, exact. */
    public static String csv(Tornado tornado) {
        return CsvReport.write(COLUMNS, tornado.bars().stream().map(b -> List.of(b.lever().kind().words(), CsvReport.text(b.lever().subject()), CsvReport.text(b.lever().unit()), Amounts.exact(b.lever().base()),
                Amounts.exact(b.lever().amount(b.lever().low())), Amounts.exact(b.lever().amount(b.lever().high())), exact(b.low()), exact(b.high()),
                tornado.perMonth().currency().getCurrencyCode(), CsvReport.text(then(b.low())), CsvReport.text(then(b.high())))).toList());
    }

    private static String exact(Optional<End> end) {
        return end.map(e -> Amounts.exact(e.more())).orElse("");
    }

    private static String then(Optional<End> end) {
        return end.map(e -> String.join("; ", e.changes())).orElse("");
    }
}
