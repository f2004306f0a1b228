package dev.secondsource.report;

import dev.secondsource.authoring.Coverage.Line;
import dev.secondsource.authoring.Coverage.Said;
import dev.secondsource.authoring.Coverage;
import dev.secondsource.knowledge.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Which rules spoke and which did not, over many profiles. */
public final class CoverageReport {
    private CoverageReport() {}

    /** One row a rule, counted in subjects; then those that never fired. */
    public static String text(Coverage coverage, Page page) {
        Sheet sheet = new Sheet(page);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Line line : coverage.lines())
            rows.add(List.of(
                    new Table.Cell(line.rule().id(), line.everFired() ? Ink.PLAIN : Ink.YELLOW), Table.Cell.of(line.rule().name()),
                    count(line, Said::fired), count(line, Said::unknown), count(line, Said::silent), count(line, Said::notApplicable), count(line, Said::defeated),
                    Table.Cell.of(where(line, coverage))));
        sheet.table(new Table(List.of(
                Table.Column.words("Rule", 0, 0), Table.Column.words("Name", 0, 1), Table.Column.number("Fired", 0, 0), Table.Column.number("Unknown", 0, 0),
                Table.Column.number("Silent", 0, 2), Table.Column.number("Not" + Text.GLUE + "about" + Text.GLUE + "it", 0, 3), Table.Column.number("Defeated", 0, 4),
                Table.Column.words("Fires in", 20, 0)), rows));
        List<Rule> never = coverage.neverFired();
        sheet.text(0, Ink.PLAIN, Amounts.count(coverage.lines().size() - never.size()) + " of " + Amounts.count(coverage.lines().size()) + " rules fired, in "
                + Amounts.count(coverage.profiles().size()) + (coverage.profiles().size() == 1 ? " profile." : " profiles.") + " Counted are the subjects: offers for a workload, layers of an allocation.");
        for (Rule rule : never) sheet.item(0, 1, Ink.YELLOW, "!", rule.id() + " " + rule.name() + " never fired" + why(rule, coverage) + ".");
        return sheet.end();
    }

    /** The same with the subjects by name. */
    public static String json(Coverage coverage) {
        return Json.object(j -> j
                .texts("profiles", coverage.profiles())
                .texts("neverFired", coverage.neverFired().stream().map(Rule::id).toList())
                .objects("rules", coverage.lines(), line -> j
                        .text("id", line.rule().id()).text("name", line.rule().name())
                        .count("fired", line.total(Said::fired)).count("defeated", line.total(Said::defeated)).count("unknown", line.total(Said::unknown))
                        .count("silent", line.total(Said::silent)).count("notApplicable", line.total(Said::notApplicable))
                        .objects("profiles", List.copyOf(line.byProfile().entrySet()), said -> profile(j, said))));
    }

    private static void profile(Json j, Map.Entry<String, Said> said) {
        j.text("profile", said.getKey()).count("defeated", said.getValue().defeated()).count("silent", said.getValue().silent())
                .count("notApplicable", said.getValue().notApplicable())
                .texts("firedOn", said.getValue().firedOn()).texts("unknownOn", said.getValue().unknownOn());
    }

    private static String where(Line line, Coverage coverage) {
        List<String> profiles = line.firesIn();
        if (profiles.isEmpty()) return "never";
        return profiles.size() > 1 && profiles.size() == coverage.profiles().size() ? "all " + profiles.size() : String.join(", ", profiles);
    }

    /** Where a rule fires, on how many of how many: {@code frontier-lab (12 of 310)}. */
    static String firesIn(Line line) {
        return counts(line, Said::fired);
    }

    /** Where a rule cannot judge. */
    static String unknownIn(Line line) {
        return counts(line, Said::unknown);
    }

    private static String counts(Line line, ToIntFunction<Said> count) {
        return String.join(", ", line.byProfile().entrySet().stream().filter(e -> count.applyAsInt(e.getValue()) > 0)
                .map(e -> e.getKey() + " (" + count.applyAsInt(e.getValue()) + " of " + all(e.getValue()) + ")").toList());
    }

    private static int all(Said said) {
        return said.fired() + said.unknown() + said.silent() + said.notApplicable();
    }

    private static String why(Rule rule, Coverage coverage) {
        Line line = coverage.lines().stream().filter(l -> l.rule().equals(rule)).findFirst().orElseThrow();
        if (line.total(Said::silent) + line.total(Said::unknown) == 0) return ": it was about nothing";
        return line.total(Said::silent) == 0 ? ": it could never judge" : "";
    }

    private static Table.Cell count(Line line, ToIntFunction<Said> count) {
        return Table.Cell.of(Amounts.count(line.total(count)));
    }
}
