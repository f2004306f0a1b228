package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.policy.PolicyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a decision rests on: findings with their sources, what is assumed and not known, thresholds, inputs. */
final class HtmlBasis {
    private final Decision decision;
    private final Html html;

    HtmlBasis(Decision decision, Html html) {
        this.decision = decision;
        this.html = html;
    }

    void write() {
        findings();
        assumptions();
        policy();
        inputs();
    }

    private void findings() {
        html.section("findings", "Findings and their sources", () -> {
            html.put("p", "Of what would be bought, and of the allocation as a whole. The decision record has those of every candidate.");
            for (Assessed chosen : HtmlSummary.chosen(decision)) findings(Names.offer(chosen.offer()), chosen.findings());
            findings("The allocation", decision.review().findings());
        });
    }

    private void findings(String about, List<Finding> findings) {
        if (findings.isEmpty()) return;
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Finding f : findings.stream().distinct().toList())
            cells.add(List.of(Table.Cell.of(f.rule()), new Table.Cell(says(f), ink(f)), Table.Cell.of(f.severity() + (f.cappedFrom() == null ? "" : ", capped from " + f.cappedFrom())), Table.Cell.of(f.sentence()),
                    Table.Cell.of(thresholds(f)), Table.Cell.of(sources(f))));
        html.put("h3", about).table("Findings: " + about, List.of(Table.Column.words("Rule", 0, 0), Table.Column.words("Says", 0, 0), Table.Column.words("Weight", 0, 0), Table.Column.words("Finding", 0, 0),
                Table.Column.words("Thresholds", 0, 0), Table.Column.words("Sources", 0, 0)), cells);
    }

    private static String says(Finding f) {
        if (!f.defeatedBy().isEmpty()) return "cancelled by " + String.join(", ", f.defeatedBy());
        return f.stands() ? Names.words(f.effect()) : Names.words(f.state());
    }

    private static Ink ink(Finding f) {
        if (!f.stands()) return Ink.DIM;
        return f.effect() == Effect.FOR ? Ink.GREEN : Ink.RED;
    }

    private static String thresholds(Finding f) {
        return f.thresholds().stream().map(t -> t.key() + " " + Amounts.exact(t.value())).collect(Collectors.joining("; "));
    }

    private static String sources(Finding f) {
        return f.evidence().isEmpty() ? "the buyer's own word" : f.evidence().stream().map(HtmlBasis::source).distinct().collect(Collectors.joining("; "));
    }

    private static String source(Evidence e) {
        return e.source() + " (" + e.grade() + (e.date() == null ? "" : ", " + e.date()) + ")";
    }

    private void assumptions() {
        html.section("assumptions", "Assumed, and not known", () -> {
            html.list(decision.assumptions());
            html.listed("Not known", Unknown.together(Unknown.of(decision)).stream().map(Unknown::sentence).toList());
        });
    }

    private void policy() {
        List<PolicyValue> values = List.copyOf(decision.policy().values().values());
        html.section("policy", "Policy values", () -> {
            html.put("p", "Every threshold as it held. Published: used for its own purpose; borrowed: by analogy from elsewhere; judgement: a default without a source, which the buyer may well set otherwise.");
            List<List<Table.Cell>> cells = new ArrayList<>();
            for (PolicyValue v : values)
                cells.add(List.of(Table.Cell.of(v.key()), new Table.Cell(Amounts.exact(v.value()) + (v.replaced() == null ? "" : ", set by the buyer instead of " + Amounts.exact(v.replaced())), v.replaced() == null ? Ink.PLAIN : Ink.BOLD),
                        Table.Cell.of(v.unit()), Table.Cell.of(Names.words(v.tag())), Table.Cell.of(v.since().toString()), Table.Cell.of(v.meaning()), Table.Cell.of(v.source())));
            html.longTable("Policy values", List.of(Table.Column.words("Key", 0, 0), Table.Column.number("Value", 0, 0), Table.Column.words("Unit", 0, 0), Table.Column.words("Authority", 0, 0), Table.Column.words("Since", 0, 0),
                    Table.Column.words("Meaning", 0, 0), Table.Column.words("Source", 0, 0)), cells);
        });
    }

    private void inputs() {
        html.section("inputs", "Inputs", () -> {
            html.put("p", "As of " + decision.asOf() + "; nothing dated later was seen. The same inputs give the same decision and the same bytes of this page.");
            html.table("Fingerprints of the inputs", List.of(Table.Column.words("Input", 0, 0), Table.Column.words("Version", 0, 0), Table.Column.words("sha256", 0, 0)), List.of(
                    input("profile", decision.profile().id(), decision.inputs().profileSha256()), input("market", decision.inputs().marketVersion(), decision.inputs().marketSha256()),
                    input("rules", "", decision.inputs().rulesSha256()), input("policy", decision.inputs().policyVersion(), decision.inputs().policySha256())));
        });
    }

    private static List<Table.Cell> input(String what, String version, String sha256) {
        return List.of(Table.Cell.of(what), Table.Cell.of(version), Table.Cell.of(sha256));
    }
}
