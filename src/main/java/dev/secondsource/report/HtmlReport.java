package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.decision.Decision;
import dev.secondsource.knowledge.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A decision as one HTML file for a committee: a page that sums it up, then all it rests on. It asks for nothing from anywhere. */
public final class HtmlReport {
    private static final String STYLE = "report.css";

    private final Decision decision;
    private final Map<String, Rule> rules;
    private final Analyses analyses;
    private final int rows;
    private final Html html = new Html();

    private HtmlReport(Decision decision, List<Rule> rules, Analyses analyses, int rows) {
        this.decision = decision;
        this.rules = Names.byId(rules);
        this.analyses = analyses;
        this.rows = rows;
    }

    /**
     * @param rules of the knowledge base that decided, for their titles
     * @param analyses what is told beside the decision itself
     * @param rows most rows of a table of candidates
     */
    public static String of(Decision decision, List<Rule> rules, Analyses analyses, int rows) {
        return new HtmlReport(decision, rules, analyses, rows).write();
    }

    private String write() {
        head();
        html.open("body").open("header").put("h1", "Second Source: " + decision.profile().name()).put("p", Html.with("class", "dim"), basis());
        if (decision.isConfidential()) html.put("p", Html.with("class", "red"), Confidential.WORDS);
        decision.brokenRules().forEach((rule, reason) -> html.put("p", Html.with("class", "red"), "DEGRADED: the rule " + rule + " failed, and its judgement is missing from this decision: " + reason));
        html.close("header").open("main");
        new HtmlSummary(decision, html).write();
        contents();
        HtmlWorkload workloads = new HtmlWorkload(decision, rules, rows, html);
        decision.workloads().forEach(workloads::write);
        new HtmlAllocation(decision, analyses.frontier(), html).write();
        new HtmlSensitivity(analyses, html).write();
        new HtmlBasis(decision, html).write();
        return html.close("main").close("body").close("html").toString();
    }

    private void head() {
        html.trusted("<!DOCTYPE html>").open("html", Html.with("lang", "en")).line().open("head");
        html.trusted("<meta charset=\"utf-8\">").trusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        // Says to the browser what is true of the page anyway: no script, and nothing from anywhere.
        html.trusted("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
        html.trusted("<meta name=\"color-scheme\" content=\"light dark\">").trusted("<link rel=\"icon\" href=\"data:,\">");
        html.put("title", "Second Source: " + decision.profile().name() + ", " + decision.asOf());
        html.trusted("<style>\n" + style() + "</style>").close("head");
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            if (in == null) throw new IllegalStateException("the program is not whole: " + STYLE + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String basis() {
        return decision.profile().id() + " | as of " + decision.asOf() + " | market " + decision.inputs().marketVersion() + " | policy " + decision.inputs().policyVersion() + ", variant "
                + decision.policy().variant() + " | horizon " + decision.profile().horizonMonths() + " months | amounts in " + decision.profile().currency().getCurrencyCode()
                + (decision.profile().budgetPerMonth() == null ? "" : " | budget " + Amounts.readable(decision.profile().budgetPerMonth()) + " a month");
    }

    private void contents() {
        html.open("nav", Html.with("aria-label", "Contents")).line().open("ul");
        for (int i = 0; i < decision.workloads().size(); i++) link("workload-" + (i + 1), decision.workloads().get(i).workload().id());
        link("allocation", "Allocation");
        if (!decision.allocation().shares().isEmpty()) link("exposure", "Exposure");
        if (analyses.frontier() != null) link("frontier", "Frontier");
        if (analyses.tornado() != null) link("tornado", "How much inputs matter");
        if (analyses.flips() != null) link("flips", "What changes the answer");
        if (!analyses.weights().isEmpty()) link("weights", "Who wins under other weights");
        if (!analyses.leftOut().isEmpty()) link("left-out", "Left out here");
        link("findings", "Findings and sources");
        link("assumptions", "Assumptions");
        link("policy", "Policy");
        link("inputs", "Inputs");
        html.close("ul").close("nav");
    }

    private void link(String id, String title) {
        html.open("li").open("a", Html.with("href", "#" + id)).say(title).close("a").close("li");
    }
}
