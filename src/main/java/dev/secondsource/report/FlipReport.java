package dev.secondsource.report;

import dev.secondsource.decision.Decision;
import dev.secondsource.sensitivity.Choice;
import dev.secondsource.sensitivity.Flip;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Pair;
import dev.secondsource.sensitivity.Pair.Move;
import dev.secondsource.sensitivity.Pairs;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The smallest changes that change the answer, for people, for a program and for a spreadsheet. */
public final class FlipReport {
    /** Value of {@code schema}. */
    public static final String SCHEMA = "flip/1";

    /** Columns of {@link #csv}; new ones only ever come at the end. */
    static final List<String> COLUMNS = List.of("input", "subject", "aspect", "unit", "now", "same_at", "other_at", "verified_at", "change", "part_of_range", "set", "then", "record_sha256",
            "with_input", "with_subject", "with_unit", "with_now", "with_verified_at", "with_change", "with_part_of_range");

    /** Where the numbers are from, and what counts as another answer. */
    static final String BASIS = "An answer is who leads each workload, with what verdict, whose designs carry it, and the status of the allocation. One input is changed at a time, each other as it is;"
            + " each change was found by bisection and verified by deciding again. Ranges are policy values (range.…); that of demand is the profile's p10 to p90."
            + " Tried are prices, speeds and lead times of what leads, of what runs today, of what would lead next, also on another accelerator, and of what carries work; \"why-not OFFER\" tells what would bring in another.";

    /** What the list of those is called that are not among the flips. */
    static final String FIRM = "Cannot change it within its plausible range";

    /** A smaller change would be told as none. */
    private static final BigDecimal LEAST_TOLD = new BigDecimal("0.0005");
    private static final int INDENT = 2;
    private static final int SHORT_HASH = 12;

    private FlipReport() {}

    /**
     * @param file the profile's file, for the commands that show each flip
     * @return lines ended by line feeds
     */
    public static String text(Decision decision, Flips flips, String file, Page page) {
        Sheet sheet = new Sheet(page);
        sheet.heading("Second Source, what would change the answer: " + decision.profile().name() + " (" + decision.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + decision.asOf() + " | market " + decision.inputs().marketVersion() + " | policy " + decision.inputs().policyVersion() + ", variant " + decision.policy().variant());
        sheet.heading("The answer as things are");
        answer(Choice.of(decision)).forEach(line -> sheet.item(INDENT, 1, Ink.PLAIN, "-", line));
        sheet.heading(heading(flips));
        int shown = Math.min(page.rows(), flips.found().size());
        for (int i = 0; i < shown; i++) {
            Flip flip = flips.found().get(i);
            sheet.item(INDENT, 2, Ink.BOLD, String.valueOf(i + 1), sentence(flip) + " Then " + String.join("; ", flip.changes()) + ".");
            sheet.text(INDENT + 3, Ink.DIM, whatif(file, flip.settings(), flip.record()));
        }
        if (shown < flips.found().size()) sheet.text(INDENT, Ink.DIM, "Shown " + shown + " of " + flips.found().size() + "; --top shows more, json has all.");
        if (flips.pairs() != null) pairs(flips.pairs(), file, sheet);
        List<String> firm = firm(flips);
        if (!firm.isEmpty()) {
            sheet.heading(FIRM);
            firm.forEach(words -> sheet.item(INDENT, 1, Ink.PLAIN, "-", words));
        }
        sheet.blank();
        sheet.text(0, Ink.DIM, BASIS);
        return sheet.end();
    }

    private static void pairs(Pairs pairs, String file, Sheet sheet) {
        sheet.heading(heading(pairs));
        int shown = Math.min(sheet.page().rows(), pairs.found().size());
        for (int i = 0; i < shown; i++) {
            Pair pair = pairs.found().get(i);
            sheet.item(INDENT, 2, Ink.BOLD, String.valueOf(i + 1), sentence(pair) + " Then " + String.join("; ", pair.changes()) + ".");
            sheet.text(INDENT + 3, Ink.DIM, whatif(file, pair.settings(), pair.record()));
        }
        if (shown < pairs.found().size()) sheet.text(INDENT, Ink.DIM, "Shown " + shown + " of " + pairs.found().size() + "; --top shows more, json has all.");
        sheet.text(INDENT, Ink.DIM, grid(pairs));
    }

    /** What a list of pairs is called. */
    static String heading(Pairs pairs) {
        return pairs.found().isEmpty() ? "No two inputs together change it with less than either alone, on the grid that was tried"
                : "Two inputs together that change it with less than either alone, by the parts of their plausible ranges that they use up, added";
    }

    /** What was tried of pairs, and what was not. */
    static String grid(Pairs pairs) {
        int inputs = pairs.tried().size();
        return "Tried: " + Amounts.count(inputs) + " inputs, the prices of what leads and runs today first, then what moves the cost a month most (" + pairs.tried().stream().map(TornadoReport::name).collect(Collectors.joining("; ")) + "), each with each other, "
                + inputs * (inputs - 1) / 2 + " pairs; of each the steps of a quarter of its range, to either side. A smaller change may lie between the steps, and other inputs were not paired.";
    }

    /** {@code The price of X falls by 11.3 %, from 2 to 1.77 USD an hour, while the speed of Y rises by 5 %, from 1 to 1.05 x what is expected: 25 % and 25 % of their ranges.} */
    static String sentence(Pair pair) {
        String second = moved(pair.second().lever(), pair.second().at());
        return moved(pair.first().lever(), pair.first().at()) + ", while " + second.substring(0, 1).toLowerCase(Locale.ROOT) + second.substring(1) + ": " + Amounts.percent(pair.first().part()) + " and "
                + Amounts.percent(pair.second().part()) + " of their ranges.";
    }

    /** What a list of flips is called. */
    static String heading(Flips flips) {
        return flips.found().isEmpty() ? "No single change within its plausible range changes it" : "Smallest changes that change it, by the part of their plausible range that they use up";
    }

    /** Inputs that change nothing, a line a sort. */
    static List<String> firm(Flips flips) {
        List<String> lines = new ArrayList<>();
        for (Lever.Kind kind : Lever.Kind.values()) {
            List<Lever> ofKind = flips.firm().stream().filter(l -> l.kind() == kind).toList();
            if (!ofKind.isEmpty()) lines.add(kind.words() + ": " + ofKind.stream().map(l -> l.subject() + " (" + range(l) + ")").collect(Collectors.joining("; ")));
        }
        return lines;
    }

    /** What of a decision a flip changes, a line a workload. */
    static List<String> answer(Choice choice) {
        List<String> lines = new ArrayList<>();
        choice.leads().forEach(l -> lines.add(l.workload() + ": " + (l.leader() == null ? "nothing may lead" : l.leader() + " leads, " + l.verdict())
                + (l.designers().isEmpty() ? "" : "; rests on " + String.join(" and ", l.designers()))));
        lines.add("allocation " + choice.status());
        return lines;
    }

    /** {@code The price of X rises by 8.9 %, from 2.12 to 2.31 USD an hour, 24 % of its range.} */
    static String sentence(Flip flip) {
        return moved(flip.lever(), flip.at()) + ": " + Amounts.percent(flip.part()) + " of its range.";
    }

    /** {@code The price of X rises by 8.9 %, from 2.12 to 2.31 USD an hour}. */
    static String moved(Lever lever, BigDecimal at) {
        String way = at.compareTo(lever.now()) > 0 ? " rises" : " falls";
        BigDecimal change = lever.change(at);
        if (change != null && change.abs().compareTo(LEAST_TOLD) < 0) return name(lever) + way + " at all, from " + amount(lever.base()) + " " + lever.unit();
        return name(lever) + way + (change == null ? "" : " by " + Amounts.percent(change.abs())) + ", from " + amount(lever.base()) + " to " + amount(lever.amount(at)) + " " + lever.unit();
    }

    /** {@code The price of X}. */
    static String name(Lever lever) {
        return "The " + lever.kind().words() + switch (lever.kind()) {
            case CAP, THRESHOLD -> " " + lever.subject();
            case PORTING -> ", " + lever.subject() + ",";
            default -> " of " + lever.subject();
        };
    }

    /** {@code 1.17 to 2.93 USD an hour}. */
    static String range(Lever lever) {
        return amount(lever.amount(lever.low())) + " to " + amount(lever.amount(lever.high())) + " " + lever.unit();
    }

    /** Six digits are more than any input is known to. */
    static String amount(BigDecimal number) {
        BigDecimal rounded = number.round(new java.math.MathContext(6, java.math.RoundingMode.HALF_EVEN));
        return Amounts.count(rounded);
    }

    /** The command that shows a change, and the fingerprint of what it decides. */
    static String whatif(String file, List<Setting> settings, String record) {
        return "whatif " + quoted(file) + settings.stream().map(s -> " --set " + quoted(s.typed())).collect(Collectors.joining()) + " # record " + record.substring(0, SHORT_HASH);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** All of it, as data. */
    public static String json(Decision decision, Flips flips) {
        return Json.object(json -> {
            json.text("schema", SCHEMA).text("profile", decision.profile().id()).text("asOf", decision.asOf());
            json.text("profileSha256", decision.inputs().profileSha256()).text("marketSha256", decision.inputs().marketSha256())
                    .text("rulesSha256", decision.inputs().rulesSha256()).text("policySha256", decision.inputs().policySha256());
            json.texts("answer", answer(Choice.of(decision)));
            json.objects("flips", flips.found(), f -> write(f, json));
            json.objects("firm", flips.firm(), l -> write(l, json));
            json.objectOf("pairs", flips.pairs(), pairs -> {
                json.texts("tried", pairs.tried().stream().map(l -> l.kind().name() + " " + l.subject()).toList());
                json.objects("found", pairs.found(), p -> write(p, json));
            });
        });
    }

    private static void write(Flip flip, Json json) {
        write(flip.lever(), json);
        json.text("aspect", flip.aspect()).decimal("sameAt", flip.lever().amount(flip.same())).decimal("otherAt", flip.lever().amount(flip.other())).decimal("verifiedAt", flip.lever().amount(flip.at()))
                .decimal("change", flip.lever().change(flip.at())).decimal("partOfRange", flip.part())
                .texts("set", typed(flip.settings())).texts("then", flip.changes()).text("recordSha256", flip.record());
    }

    private static void write(Pair pair, Json json) {
        json.objects("inputs", List.of(pair.first(), pair.second()), m -> {
            write(m.lever(), json);
            json.decimal("verifiedAt", m.lever().amount(m.at())).decimal("change", m.lever().change(m.at())).decimal("partOfRange", m.part());
        });
        json.text("aspect", pair.aspect()).decimal("partsOfRange", pair.part()).texts("set", typed(pair.settings())).texts("then", pair.changes()).text("recordSha256", pair.record());
    }

    private static List<String> typed(List<Setting> settings) {
        return settings.stream().map(Setting::typed).toList();
    }

    /** An input with its range, in its unit. */
    static void write(Lever lever, Json json) {
        json.text("input", lever.kind()).text("subject", lever.subject()).text("unit", lever.unit()).decimal("now", lever.base())
                .decimal("low", lever.amount(lever.low())).decimal("high", lever.amount(lever.high())).text("range", lever.basis());
    }

    /** One row a flip, then one a pair, exact; a pair is where it was verified and nothing is known of where it begins. */
    public static String csv(Flips flips) {
        List<List<String>> rows = new ArrayList<>();
        for (Flip f : flips.found()) {
            Lever lever = f.lever();
            rows.add(row(new Move(lever, f.at()), f.aspect(), Amounts.exact(lever.amount(f.same())), Amounts.exact(lever.amount(f.other())), f.part(), f.settings(), f.changes(), f.record(), List.of("", "", "", "", "", "", "")));
        }
        if (flips.pairs() != null) for (Pair p : flips.pairs().found()) {
            Lever with = p.second().lever();
            rows.add(row(p.first(), p.aspect(), "", "", p.first().part(), p.settings(), p.changes(), p.record(), List.of(with.kind().words(), CsvReport.text(with.subject()), CsvReport.text(with.unit()),
                    Amounts.exact(with.base()), Amounts.exact(with.amount(p.second().at())), change(p.second()), Amounts.exact(p.second().part()))));
        }
        return CsvReport.write(COLUMNS, rows);
    }

    private static List<String> row(Move move, Choice.Aspect aspect, String same, String other, BigDecimal part, List<Setting> settings, List<String> changes, String record, List<String> with) {
        Lever lever = move.lever();
        List<String> row = new ArrayList<>(List.of(lever.kind().words(), CsvReport.text(lever.subject()), aspect.words(), CsvReport.text(lever.unit()), Amounts.exact(lever.base()), same, other, Amounts.exact(lever.amount(move.at())),
                change(move), Amounts.exact(part), CsvReport.text(String.join(" ", typed(settings))), CsvReport.text(String.join("; ", changes)), record));
        row.addAll(with);
        return row;
    }

    private static String change(Move move) {
        BigDecimal change = move.lever().change(move.at());
        return change == null ? "" : Amounts.exact(change);
    }
}
