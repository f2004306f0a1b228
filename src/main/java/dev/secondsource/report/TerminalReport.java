package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A decision as a person reads it in a terminal: the answer and what to buy, the candidates side by side, why, and what
 * to beware of, in this order.
 */
public final class TerminalReport {
    private static final int MARGIN = 2;

    private final Decision decision;
    private final Map<String, Rule> rules;
    private final Sheet sheet;
    private final List<Unknown> unknowns;
    private final @Nullable Integer priceNote;
    private final Set<String> said = new HashSet<>();

    private TerminalReport(Decision decision, List<Rule> rules, Page page) {
        this.decision = decision;
        this.rules = Names.byId(rules);
        this.sheet = new Sheet(page);
        List<Unknown> all = Unknown.of(decision);
        this.unknowns = Unknown.together(all);
        this.priceNote = !all.isEmpty() && all.get(0).what().equals(Unknown.PRICE) ? decision.assumptions().size() + 1 : null;
    }

    /**
     * @param rules of the knowledge base that decided, for their titles
     * @return lines ended by line feeds, none wider than the page; nothing in it but the colours controls a terminal
     */
    public static String of(Decision decision, List<Rule> rules, Page page) {
        return new TerminalReport(decision, rules, page).write();
    }

    private String write() {
        inputs();
        answer();
        allocation();
        exposure();
        for (WorkloadDecision workload : decision.workloads()) {
            sheet.heading("WORKLOAD " + workload.workload().id() + ": " + Names.kind(workload.workload().kind()) + " of "
                    + workload.workload().model().name() + ", " + Amounts.volume(workload.workload()) + " a month");
            candidates(workload);
            why(workload);
            conditions(workload);
            excluded(workload);
            changes(workload);
        }
        footnotes();
        return sheet.end();
    }

    private void inputs() {
        long overridden = decision.policy().values().values().stream().filter(v -> v.replaced() != null).count();
        sheet.heading("Second Source: " + decision.profile().name() + " (" + decision.profile().id() + ")");
        sheet.text(0, Ink.PLAIN, "As of " + decision.asOf() + " | market " + decision.inputs().marketVersion() + " | policy "
                + decision.inputs().policyVersion() + ", variant " + decision.policy().variant()
                + (overridden == 0 ? "" : ", " + overridden + (overridden == 1 ? " value" : " values") + " set by the buyer")
                + " | horizon " + decision.profile().horizonMonths() + " months | amounts in " + decision.profile().currency().getCurrencyCode()
                + (decision.profile().budgetPerMonth() == null ? "" : " | budget " + Amounts.readable(decision.profile().budgetPerMonth()) + " a month"));
        sheet.text(0, Ink.DIM, "sha256: profile " + head(decision.inputs().profileSha256()) + ", market " + head(decision.inputs().marketSha256())
                + ", rules " + head(decision.inputs().rulesSha256()) + ", policy " + head(decision.inputs().policySha256())
                + (decision.inputs().overlaid() == null ? "" : ", negotiated terms " + head(decision.inputs().overlaid().sha256())));
        if (decision.isConfidential()) sheet.text(0, Ink.YELLOW, Confidential.WORDS);
        decision.brokenRules().forEach((rule, reason) -> sheet.text(0, Ink.RED, "DEGRADED: the rule " + rule
                + " failed, and its judgement is missing from this decision: " + reason));
    }

    private void answer() {
        sheet.heading("ANSWER");
        int label = decision.workloads().stream().mapToInt(w -> Text.columns(w.workload().id())).max().orElse(0);
        for (WorkloadDecision workload : decision.workloads())
            sheet.item(MARGIN, Math.min(label, 20), Ink.BOLD, workload.workload().id(), workload.answer());
    }

    private void allocation() {
        Allocation allocation = decision.allocation();
        String currency = decision.profile().currency().getCurrencyCode();
        sheet.heading("ALLOCATION: " + Names.words(allocation.status()).toUpperCase(java.util.Locale.ROOT));
        sheet.text(MARGIN, Ink.of(allocation.status()), Status.meaning(decision));
        Status.unbought(decision).ifPresent(words -> sheet.text(MARGIN, Ink.of(allocation.status()), words));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Share share : allocation.shares())
            rows.add(List.of(Table.Cell.of(share.workload()), Table.Cell.of(Names.offer(share, decision)), Table.Cell.of(Names.chip(share, decision)), Table.Cell.of(Amounts.percent(share.share())), Table.Cell.of(Amounts.toTheCent(share.perMonth()))));
        rows.add(List.of(new Table.Cell("total", Ink.BOLD), Table.Cell.of(""), Table.Cell.of(""), Table.Cell.of(""),
                new Table.Cell(Amounts.toTheCent(allocation.perMonth()), Ink.BOLD)));
        if (!allocation.shares().isEmpty()) sheet.table(new Table(List.of(
                Table.Column.words("Workload", 10, 0), Table.Column.words("Offer", 18, 0), Table.Column.words("Designer, chip", 10, 1), Table.Column.number("Share", 0, 0), Table.Column.number(currency + Text.GLUE + "per month", 0, 0)), rows));
        AllocationWords.shutOut(allocation).forEach(w -> sheet.item(MARGIN, 1, Ink.PLAIN, "!", w));
        AllocationWords.conflict(allocation).forEach(w -> sheet.item(MARGIN, 1, Ink.PLAIN, "!", w));
        decision.review().overrides().forEach(o -> sheet.item(MARGIN, 1, Ink.PLAIN, "!", o.sentence()));
        AllocationWords.costs(allocation).forEach(w -> sheet.item(MARGIN, 1, Ink.PLAIN, "-", w));
        List<String> prices = AllocationWords.prices(allocation);
        prices.stream().limit(sheet.page().entries()).forEach(w -> sheet.item(MARGIN, 1, Ink.PLAIN, "-", w));
        more(sheet.page().entries(), prices.size(), "limits that bind");
    }

    private void exposure() {
        if (!decision.allocation().shares().isEmpty()) {
            sheet.heading("EXPOSURE, today and after this allocation, layer by layer");
            ExposureReport.table(decision.review().exposures(), sheet);
        }
        List<ReviewItem> items = ReviewItem.of(decision.review());
        if (items.isEmpty()) return;
        sheet.heading("REVIEW of this allocation");
        // What a status rests on is never left out.
        int shown = Math.max(sheet.page().entries(), (int) items.stream().filter(ReviewItem::decides).count());
        items.stream().limit(shown).forEach(i -> sheet.item(MARGIN, ReviewItem.LABEL, i.ink(), i.label(), i.text()));
        more(shown, items.size(), "findings");
    }

    private void candidates(WorkloadDecision workload) {
        CandidateTable candidates = CandidateTable.of(workload, decision.profile().currency().getCurrencyCode(), sheet.page().rows(), priceNote, said);
        Table table = new Table(candidates.columns(), candidates.cells());
        sheet.table(table);
        if (!candidates.legend().isEmpty()) sheet.text(MARGIN, Ink.DIM, String.join(" ", candidates.legend()));
        List<String> leftOut = table.leftOut(sheet.page().width());
        if (!leftOut.isEmpty() && said.add(leftOut.toString())) sheet.text(MARGIN, Ink.DIM, "No room at this width for: " + String.join(", ", leftOut) + ".");
    }

    private void why(WorkloadDecision workload) {
        sheet.heading("Why");
        for (Row row : Row.discussed(workload, sheet.page().discussed())) {
            Assessed best = row.best();
            sheet.item(MARGIN, 3, Ink.BOLD, "#" + best.rank(), best.offer().id() + ": " + Names.verdict(best.verdict().verdict())
                    + (best.verdict().decidedBy().isEmpty() ? "" : ", " + best.verdict().decided()));
            sheet.item(MARGIN + 4, 7, Ink.GREEN, "for", sentence(best.strongest(Effect.FOR), "none stands for it"));
            sheet.item(MARGIN + 4, 7, Ink.RED, "against", sentence(best.strongest(Effect.AGAINST), "none stands against it"));
        }
    }

    static String sentence(Optional<Finding> finding, String none) {
        return finding.map(f -> f.sentence() + " (" + f.rule() + ", " + f.severity()
                + (f.cappedFrom() == null ? "" : " instead of " + f.cappedFrom() + " for weak evidence") + ", evidence " + f.grade() + ")").orElse(none);
    }

    private void conditions(WorkloadDecision workload) {
        List<Condition> conditions = Condition.of(workload);
        if (conditions.isEmpty()) return;
        sheet.heading("Conditions of the conditional candidates");
        int shown = sheet.page().discussed() + 1;
        conditions.stream().limit(shown).forEach(c -> sheet.item(MARGIN, 1, Ink.YELLOW, "?", c.sentence()));
        more(shown, conditions.size(), "conditions");
    }

    private void excluded(WorkloadDecision workload) {
        List<Exclusion> exclusions = Exclusion.of(workload, rules);
        if (exclusions.isEmpty()) return;
        sheet.heading("Excluded, by reason (a candidate may have several)");
        List<Exclusion> shown = exclusions.stream().limit(sheet.page().entries()).toList();
        int width = shown.stream().mapToInt(e -> Amounts.count(e.candidates().size()).length()).max().orElse(0);
        for (Exclusion exclusion : shown)
            sheet.item(MARGIN, width, Ink.RED, Amounts.count(exclusion.candidates().size()),
                    exclusion.reason() + (exclusion.rule() == null ? "" : " (" + exclusion.rule() + ")") + exclusion.few() + ".");
        more(shown.size(), exclusions.size(), "reasons");
    }

    private void changes(WorkloadDecision workload) {
        if (workload.changes().isEmpty()) return;
        sheet.heading("What would most likely change the answer");
        IntStream.range(0, workload.changes().size()).forEach(i -> sheet.item(MARGIN, 2, Ink.PLAIN, (i + 1) + ".", workload.changes().get(i)));
    }

    private void footnotes() {
        int number = 0;
        if (!decision.assumptions().isEmpty()) {
            sheet.heading("Assumed");
            for (String assumption : decision.assumptions()) sheet.item(MARGIN, 4, Ink.PLAIN, "[" + ++number + "]", assumption);
        }
        if (unknowns.isEmpty()) return;
        sheet.heading("Not known");
        for (Unknown unknown : unknowns.stream().limit(sheet.page().entries()).toList())
            sheet.item(MARGIN, 4, Ink.PLAIN, "[" + ++number + "]", unknown.sentence());
        more(sheet.page().entries(), unknowns.size(), "things not known");
    }

    private void more(int shown, int all, String what) {
        if (all > shown) sheet.text(MARGIN, Ink.DIM, "shown " + shown + " of " + all + " " + what + "; the decision record has all.");
    }

    /** Enough of a fingerprint to tell two apart. */
    static String head(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }
}
