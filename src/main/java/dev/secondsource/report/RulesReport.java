package dev.secondsource.report;

import dev.secondsource.authoring.Coverage;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Premise;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.knowledge.drools.Premises;
import dev.secondsource.knowledge.drools.RuleWords;
import dev.secondsource.policy.PolicyBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The heuristics, for whoever wants to read or change them. */
public final class RulesReport {
    private static final String OFFER = "Candidate.";
    private static final int MARGIN = 2;
    private static final int LABEL = 12;

    private RulesReport() {}

    /** One row a rule. */
    public static String list(List<Rule> rules, int all, Page page) {
        Sheet sheet = new Sheet(page);
        List<List<Table.Cell>> rows = rules.stream()
                .map(r -> List.of(
                        Table.Cell.of(r.id()), new Table.Cell(weight(r), ink(r)), Table.Cell.of(Names.title(java.util.Map.of(r.id(), r), r.id())),
                        Table.Cell.of(r.name()), Table.Cell.of(String.join(" ", r.policyKeys()))))
                .toList();
        if (!rows.isEmpty())
            sheet.table(new Table(List.of(
                    Table.Column.words("Rule", 0, 0), Table.Column.words("Weight", 12, 0), Table.Column.words("Says", 30, 0), Table.Column.words("Name", 0, 1),
                    Table.Column.words("Thresholds", 0, 0).whereThereIsRoom()), rows));
        sheet.text(0, Ink.DIM, "shown " + Amounts.count(rules.size()) + " of " + Amounts.count(all) + " rules; \"rules show ID\" shows one in full.");
        return sheet.end();
    }

    /**
     * A rule in full.
     *
     * @param coverage what it said over some profiles; null if nobody asked
     */
    public static String rule(Rule rule, PolicyBook book, @Nullable Coverage coverage, Page page) {
        Sheet sheet = new Sheet(page);
        sheet.heading(rule.id() + " " + rule.name());
        sheet.text(0, Ink.PLAIN, rule.title());
        sheet.blank();
        note(sheet, "Why", rule.why());
        note(sheet, "Just inside", rule.inside());
        note(sheet, "Just outside", rule.outside());
        note(sheet, "Misses", rule.misses());
        note(sheet, "Source", rule.source());
        note(sheet, "File", rule.file());
        note(sheet, "Defeats", String.join(", ", rule.defeats()));
        note(sheet, "Scored as", rule.channel() == null ? "" : Names.words(rule.channel()));
        for (Premise premise : Premises.of(List.of(rule))) {
            band(premise.band(), sheet);
            sheet.item(MARGIN, LABEL, Ink.BOLD, "In words", InWords.of(premise.clause(), rule.subject(), book) + ".");
        }
        if (coverage != null) spoke(rule, coverage, sheet);
        else note(sheet, "Fires in", "rules show " + rule.id() + " --profiles profiles tells which profiles make it fire.");
        if (!rule.policyKeys().isEmpty()) sheet.heading("Thresholds, in policy.yaml");
        for (String key : rule.policyKeys()) threshold(book.entries().get(key), sheet);
        return sheet.end();
    }

    private static void spoke(Rule rule, Coverage coverage, Sheet sheet) {
        Coverage.Line line = coverage.lines().stream().filter(l -> l.rule().id().equals(rule.id())).findFirst().orElseThrow();
        sheet.heading("Over " + Amounts.count(coverage.profiles().size()) + (coverage.profiles().size() == 1 ? " profile" : " profiles"));
        sheet.item(MARGIN, LABEL, Ink.BOLD, "Fires in", line.everFired() ? CoverageReport.firesIn(line) : "none");
        if (!CoverageReport.unknownIn(line).isEmpty()) sheet.item(MARGIN, LABEL, Ink.BOLD, "Unknown in", CoverageReport.unknownIn(line));
    }

    /** The dictionary. */
    public static String words(SortedMap<String, RuleWords.Word> words, int all, Page page) {
        Sheet sheet = new Sheet(page);
        List<List<Table.Cell>> rows = new ArrayList<>();
        words.forEach((name, word) -> rows.add(List.of(
                Table.Cell.of(name.startsWith(OFFER) ? name.substring(OFFER.length()) : name), Table.Cell.of(type(word)), Table.Cell.of(word.meaning()))));
        if (!rows.isEmpty())
            sheet.table(new Table(List.of(Table.Column.words("Word", 20, 0), Table.Column.words("Type", 0, 0), Table.Column.words("The …", 30, 0)), rows));
        sheet.text(0, Ink.DIM, "shown " + Amounts.count(words.size()) + " of " + Amounts.count(all) + " words, of a Candidate where no other fact is named. Thresholds are read with number(\"key\").");
        return sheet.end();
    }

    private static String type(RuleWords.Word word) {
        String type = switch (word.type()) {
            case "BigDecimal", "Integer" -> "number";
            case "Boolean" -> "yes or no";
            case "String" -> "text";
            case "List" -> "list";
            default -> word.type();
        };
        return word.unit() == dev.secondsource.knowledge.Meaning.Unit.PLAIN ? type : Names.words(word.unit());
    }

    private static void band(Rule.Band band, Sheet sheet) {
        sheet.heading(band.name());
        sheet.item(MARGIN, LABEL, Ink.BOLD, "Weighs", (band.state() == State.UNKNOWN ? "UNKNOWN, " : "") + band.severity() + (band.effect() == Effect.FOR ? " for" : " against"));
        sheet.item(MARGIN, LABEL, Ink.BOLD, "Says", band.says());
        if (band.mitigation() != null) sheet.item(MARGIN, LABEL, Ink.BOLD, "Acceptable if", band.mitigation());
        String label = "When";
        for (String line : band.condition().strip().lines().map(String::strip).toList()) {
            sheet.item(MARGIN, LABEL, Ink.BOLD, label, line);
            label = "";
        }
    }

    private static void threshold(PolicyBook.Entry entry, Sheet sheet) {
        sheet.item(MARGIN, LABEL, Ink.BOLD, entry.key(), entry.meaning() + ".");
        List<PolicyBook.Dated> latestFirst = entry.dated().stream().sorted(Comparator.comparing(PolicyBook.Dated::since).reversed()).toList();
        for (PolicyBook.Dated dated : latestFirst)
            sheet.text(MARGIN + LABEL + 1, Ink.PLAIN, Amounts.exact(dated.value()) + " " + entry.unit() + " since " + dated.since() + ", "
                    + Names.words(dated.tag()) + ": " + dated.source());
    }

    private static void note(Sheet sheet, String label, String text) {
        if (!text.isBlank()) sheet.item(MARGIN, LABEL, Ink.BOLD, label, text);
    }

    private static String weight(Rule rule) {
        return rule.bands().stream()
                .map(b -> b.severity() + (b.effect() == Effect.FOR ? " for" : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Ink ink(Rule rule) {
        return rule.severity() == Severity.BLOCKER ? Ink.RED : rule.severity() == Severity.MAJOR ? Ink.YELLOW : Ink.PLAIN;
    }
}
