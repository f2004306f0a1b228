package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.OverrideUse;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.sensitivity.Flip;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Pair;
import dev.secondsource.sensitivity.Pairs;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.WeightRobustness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A decision as a comment on a pull request or a page of a wiki: GitHub-flavoured Markdown, never longer than a comment may be. */
public final class MarkdownReport {
    /** A comment on GitHub may have 65 536 characters; this leaves room for what surrounds it. */
    static final int MOST_CHARACTERS = 60_000;

    private static final int FLIPS = 3;
    private static final int INPUTS = 5;
    private static final String PAGE = "`report --format html`";
    private static final String SHORTENED = "\n_Shortened to fit a comment; the decision record has all._\n";

    private final Decision decision;
    private final Map<String, Rule> rules;
    private final Analyses analyses;
    private final int rows;
    private final Set<String> said = new HashSet<>();
    private final StringBuilder out = new StringBuilder();

    private MarkdownReport(Decision decision, List<Rule> rules, Analyses analyses, int rows) {
        this.decision = decision;
        this.rules = Names.byId(rules);
        this.analyses = analyses;
        this.rows = rows;
    }

    /**
     * @param analyses what is told beside the decision itself, in short
     * @param rows most rows of a table; fewer are shown where the text would get too long
     * @return fewer than 60 000 characters
     */
    public static String of(Decision decision, List<Rule> rules, Analyses analyses, int rows) {
        for (int most = rows; ; most /= 2) {
            String text = new MarkdownReport(decision, rules, analyses, Math.max(1, most)).write();
            if (text.length() < MOST_CHARACTERS) return text;
            if (most <= 1) return text.substring(0, text.lastIndexOf('\n', MOST_CHARACTERS - SHORTENED.length() - 1) + 1) + SHORTENED;
        }
    }

    private String write() {
        line("## Second Source: " + Markdown.text(decision.profile().name()) + " (" + Markdown.code(decision.profile().id()) + ")");
        line("As of " + decision.asOf() + ", market " + Markdown.text(decision.inputs().marketVersion()) + ", policy " + Markdown.text(decision.inputs().policyVersion())
                + ", variant " + Markdown.text(decision.policy().variant()) + ". Amounts in " + decision.profile().currency().getCurrencyCode() + ". sha256: profile "
                + Markdown.code(TerminalReport.head(decision.inputs().profileSha256())) + ", market " + Markdown.code(TerminalReport.head(decision.inputs().marketSha256()))
                + ", rules " + Markdown.code(TerminalReport.head(decision.inputs().rulesSha256())) + ", policy " + Markdown.code(TerminalReport.head(decision.inputs().policySha256()))
                + (decision.inputs().overlaid() == null ? "" : ", negotiated terms " + Markdown.code(TerminalReport.head(decision.inputs().overlaid().sha256()))) + ".");
        if (decision.isConfidential()) line("**" + Confidential.WORDS + "**");
        decision.brokenRules().forEach((rule, reason) -> line("**Degraded**: the rule " + Markdown.code(rule) + " failed, and its judgement is missing: " + Markdown.text(reason)));
        line("### Answer");
        items(decision.workloads().stream().map(w -> "**" + Markdown.text(w.workload().id()) + "**: " + Markdown.text(w.answer())).toList());
        allocation();
        exposure();
        if (analyses.flips() != null) flips(analyses.flips());
        if (analyses.tornado() != null) tornado(analyses.tornado());
        if (!analyses.weights().isEmpty()) weights(analyses.weights());
        decision.workloads().forEach(this::workload);
        footnotes();
        return out.toString();
    }

    private void allocation() {
        line("### Allocation: " + Names.words(decision.allocation().status()));
        line(Status.meaning(decision));
        Status.unbought(decision).ifPresent(this::line);
        if (!decision.allocation().shares().isEmpty()) {
            List<List<String>> cells = new ArrayList<>();
            for (Share share : decision.allocation().shares())
                cells.add(List.of(Markdown.text(share.workload()), Markdown.text(Names.offer(share, decision)), Markdown.text(Names.chip(share, decision)), Amounts.percent(share.share()), Amounts.toTheCent(share.perMonth())));
            cells.add(List.of("**total**", "", "", "", "**" + Amounts.toTheCent(decision.allocation().perMonth()) + "**"));
            table(List.of("Workload", "Offer", "Designer, chip", "Share", decision.profile().currency().getCurrencyCode() + " per month"),
                    List.of(false, false, false, true, true), cells);
        }
        Allocation allocation = decision.allocation();
        items(Stream.of(AllocationWords.shutOut(allocation), AllocationWords.conflict(allocation), decision.review().overrides().stream().map(OverrideUse::sentence).toList(),
                AllocationWords.costs(allocation), AllocationWords.prices(allocation)).flatMap(List::stream).map(Markdown::text).toList());
    }

    private void exposure() {
        if (!decision.allocation().shares().isEmpty()) {
            line("### Exposure, today and after, layer by layer");
            out.append(ExposureReport.markdown(decision.review().exposures())).append('\n');
        }
        List<ReviewItem> items = ReviewItem.of(decision.review());
        if (items.isEmpty()) return;
        line("### Review of the allocation");
        items(items.stream().map(i -> "**" + i.label() + "** " + Markdown.text(i.text())).toList());
    }

    private void workload(WorkloadDecision workload) {
        line("### " + Markdown.text(workload.workload().id()) + ": " + Names.kind(workload.workload().kind()) + " of " + Markdown.text(workload.workload().model().name())
                + ", " + Amounts.volume(workload.workload()) + " a month");
        CandidateTable candidates = CandidateTable.of(workload, decision.profile().currency().getCurrencyCode(), rows, null, said);
        List<Integer> shown = IntStream.range(0, candidates.columns().size()).filter(i -> !candidates.columns().get(i).extra()).boxed().toList();
        table(shown.stream().map(i -> Markdown.text(candidates.columns().get(i).header().replace(Text.GLUE, ' '))).toList(),
                shown.stream().map(i -> candidates.columns().get(i).right()).toList(),
                candidates.cells().stream().map(row -> shown.stream().map(i -> Markdown.text(row.get(i).text().strip())).toList()).toList());
        line(candidates.legend().stream().map(Markdown::text).collect(Collectors.joining(" ")));
        line("**Why**");
        for (Row row : Row.discussed(workload, 3)) why(row.best());
        out.append('\n');
        folded("Conditions of the conditional candidates", Condition.of(workload).stream().map(c -> Markdown.text(c.sentence())).toList());
        folded("Excluded, by reason (a candidate may have several)", Exclusion.of(workload, rules).stream()
                .map(e -> Markdown.text(e.reason() + (e.rule() == null ? "" : " (" + e.rule() + ")") + ": " + e.who() + ".")).toList());
        if (workload.changes().isEmpty()) return;
        line("**What would most likely change the answer**");
        items(workload.changes().stream().map(Markdown::text).toList());
    }

    private void why(Assessed candidate) {
        out.append("- **#").append(candidate.rank()).append("** ").append(Markdown.code(candidate.offer().id())).append(": **")
                .append(Names.verdict(candidate.verdict().verdict())).append("**\n");
        out.append("  - for: ").append(Markdown.text(TerminalReport.sentence(candidate.strongest(Effect.FOR), "none stands for it"))).append('\n');
        out.append("  - against: ").append(Markdown.text(TerminalReport.sentence(candidate.strongest(Effect.AGAINST), "none stands against it"))).append('\n');
    }

    private void flips(Flips flips) {
        line("### What changes the answer");
        line(FlipReport.heading(flips) + ".");
        List<Flip> shown = flips.found().stream().limit(FLIPS).toList();
        items(shown.stream().map(f -> Markdown.text(FlipReport.sentence(f) + " Then " + String.join("; ", f.changes()) + ".") + " " + Markdown.code(FlipReport.whatif(analyses.file(), f.settings(), f.record()))).toList());
        if (shown.size() < flips.found().size()) line("shown " + shown.size() + " of " + flips.found().size() + "; the page (" + PAGE + ") has all.");
        if (flips.pairs() != null) pairs(flips.pairs());
    }

    private void pairs(Pairs pairs) {
        line(FlipReport.heading(pairs) + ".");
        List<Pair> shown = pairs.found().stream().limit(FLIPS).toList();
        items(shown.stream().map(p -> Markdown.text(FlipReport.sentence(p) + " Then " + String.join("; ", p.changes()) + ".") + " " + Markdown.code(FlipReport.whatif(analyses.file(), p.settings(), p.record()))).toList());
        if (shown.size() < pairs.found().size()) line("shown " + shown.size() + " of " + pairs.found().size() + "; the page (" + PAGE + ") has all.");
        line(FlipReport.grid(pairs));
    }

    private void tornado(Tornado tornado) {
        TornadoPicture picture = new TornadoPicture(tornado);
        line("### How much each input matters");
        List<List<Table.Cell>> shown = picture.cells().stream().limit(INPUTS).toList();
        if (shown.isEmpty()) line("None of them moves the cost or the answer.");
        else table(picture.columns().stream().map(Table.Column::header).toList(), picture.columns().stream().map(Table.Column::right).toList(),
                shown.stream().map(row -> row.stream().map(c -> Markdown.text(c.text().replace(Text.GLUE, ' '))).toList()).toList());
        if (shown.size() < picture.cells().size()) line("shown " + shown.size() + " of " + picture.cells().size() + "; the page (" + PAGE + ") has all.");
        line(TornadoReport.BASIS);
    }

    private void weights(List<WeightRobustness> workloads) {
        line("### Who wins under other weights");
        items(workloads.stream().map(w -> "**" + Markdown.text(w.workload()) + "**: " + Markdown.text(RobustnessReport.verdict(w).replace(Text.GLUE, ' '))).toList());
        line(Amounts.count(workloads.get(0).tied().of()) + " draws of weights that keep the buyer's order; the page (" + PAGE + ") has their shares.");
    }

    private void footnotes() {
        folded("Assumed", decision.assumptions().stream().map(Markdown::text).toList());
        folded("Left out here", analyses.leftOut().stream().map(Markdown::text).toList());
        folded("Not known", Unknown.together(Unknown.of(decision)).stream().map(u -> Markdown.text(u.sentence())).toList());
    }

    private void folded(String summary, List<String> items) {
        if (items.isEmpty()) return;
        out.append("<details><summary>").append(summary).append("</summary>\n\n");
        items(items.stream().limit(rows).toList());
        if (items.size() > rows) line("shown " + rows + " of " + items.size() + "; the decision record has all.");
        out.append("</details>\n\n");
    }

    private void items(List<String> items) {
        items.forEach(i -> out.append("- ").append(i).append('\n'));
        if (!items.isEmpty()) out.append('\n');
    }

    private void table(List<String> headers, List<Boolean> right, List<List<String>> rows) {
        out.append("| ").append(String.join(" | ", headers)).append(" |\n|");
        right.forEach(r -> out.append(r ? "---:|" : "---|"));
        out.append('\n');
        rows.forEach(r -> out.append("| ").append(String.join(" | ", r)).append(" |\n"));
        out.append('\n');
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }
}
