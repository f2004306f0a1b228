package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.allocation.Share;
import dev.secondsource.chart.Tint;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.OverrideUse;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.policy.PolicyValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A decision as one HTML file for a committee: a page that sums it up, then all it rests on. It asks for nothing from anywhere. */
public final class HtmlReport {
    private static final String STYLE = "report.css";
    private static final int ROWS_UNFOLDED = 12;
    private static final int DISCUSSED = 3;
    private static final int EXAMPLES = 3;
    // What a page has room for; the rest stands further down.
    private static final int CHANGES = 2;
    private static final int SETTLED = 6;
    private static final String CHANGE = "What would change the answer";
    // The last columns of the table of candidates: what they say stands in the reasons below it, and they leave no room for words.
    private static final int TOLD_ELSEWHERE = 2;

    private final Decision decision;
    private final Map<String, Rule> rules;
    private final @Nullable Frontier frontier;
    private final int rows;
    private final String currency;
    private final Set<String> said = new HashSet<>();
    private final Html html = new Html();

    private HtmlReport(Decision decision, List<Rule> rules, @Nullable Frontier frontier, int rows) {
        this.decision = decision;
        this.rules = Names.byId(rules);
        this.frontier = frontier;
        this.rows = rows;
        this.currency = decision.profile().currency().getCurrencyCode();
    }

    /**
     * @param rules of the knowledge base that decided, for their titles
     * @param frontier null if nothing is allocated
     * @param rows most rows of a table of candidates
     */
    public static String of(Decision decision, List<Rule> rules, @Nullable Frontier frontier, int rows) {
        return new HtmlReport(decision, rules, frontier, rows).write();
    }

    private String write() {
        head();
        html.open("body").open("header").put("h1", "Second Source: " + decision.profile().name()).put("p", Html.with("class", "dim"), basis());
        decision.brokenRules().forEach((rule, reason) -> html.put("p", Html.with("class", "red"), "DEGRADED: the rule " + rule + " failed, and its judgement is missing from this decision: " + reason));
        html.close("header").open("main");
        summary();
        contents();
        decision.workloads().forEach(this::workload);
        allocation();
        exposure();
        frontier();
        findings();
        assumptions();
        policy();
        inputs();
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
                + decision.policy().variant() + " | horizon " + decision.profile().horizonMonths() + " months | amounts in " + currency
                + (decision.profile().budgetPerMonth() == null ? "" : " | budget " + Amounts.readable(decision.profile().budgetPerMonth()) + " a month");
    }

    private void section(String id, String title, Runnable body) {
        html.open("section", Html.with("id", id, "aria-labelledby", id + "-heading")).line().put("h2", Html.with("id", id + "-heading"), title);
        body.run();
        html.close("section");
    }

    private void summary() {
        section("summary", "For the committee", () -> {
            html.put("h3", "Answer").open("dl");
            for (WorkloadDecision workload : decision.workloads()) {
                html.put("dt", workload.workload().id()).put("dd", workload.answer());
                workload.winner().ifPresent(w -> html.put("dd", Html.with("class", "against"), "Strongest against it: " + TerminalReport.sentence(w.strongest(Effect.AGAINST), "nothing stands against it.")));
            }
            html.close("dl");
            html.open("h3").say("Allocation ").put("span", Html.with("class", "badge " + ink(Ink.of(decision.allocation().status()))), Names.words(decision.allocation().status())).close("h3");
            html.put("p", Status.meaning(decision));
            shares("What is bought, and for how much");
            signatures();
            List<String> changes = decision.workloads().stream().flatMap(w -> w.changes().stream().limit(CHANGES).map(c -> w.workload().id() + ": " + c)).toList();
            if (!changes.isEmpty()) html.put("h3", CHANGE).list(changes);
        });
    }

    private void shares(String caption) {
        if (decision.allocation().shares().isEmpty()) return;
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Share share : decision.allocation().shares())
            cells.add(Stream.of(share.workload(), Names.offer(share, decision), Names.chip(share, decision), Amounts.percent(share.share()), Amounts.toTheCent(share.perMonth())).map(Table.Cell::of).toList());
        if (decision.allocation().alreadyPaid().isPositive())
            cells.add(Stream.of("paid already", "", "", "", Amounts.toTheCent(decision.allocation().alreadyPaid())).map(Table.Cell::of).toList());
        cells.add(Stream.of("total", "", "", "", Amounts.toTheCent(decision.allocation().perMonth())).map(t -> new Table.Cell(t, Ink.BOLD)).toList());
        html.table(caption, List.of(Table.Column.words("Workload", 0, 0), Table.Column.words("Offer", 0, 0), Table.Column.words("Designer, chip", 0, 0), Table.Column.number("Share", 0, 0),
                Table.Column.number(currency + " per month", 0, 0)), cells);
    }

    private void signatures() {
        List<String> toSign = new ArrayList<>();
        AllocationWords.toSign(decision.allocation(), decision.review()).forEach(l -> toSign.add("Limit exceeded: " + l + "."));
        decision.review().findings().stream().filter(decision.review()::blocks).forEach(f -> toSign.add(f.sentence() + " (" + f.rule() + ")"));
        decision.review().overrides().forEach(o -> toSign.add("Signed already: " + o.sentence()));
        html.put("h3", "To be signed");
        if (toSign.isEmpty()) html.put("p", "Nothing: no limit that needs a signature is exceeded, and nothing in the review blocks.");
        html.list(toSign);
        Alike.Gathering<String> conditions = new Alike.Gathering<>();
        for (Assessed chosen : chosen())
            for (String condition : chosen.verdict().conditions()) conditions.add(condition, Condition.named(condition, chosen), Names.sold(chosen.offer()));
        if (conditions.kinds().isEmpty()) return;
        html.put("h3", "To be settled before").list(conditions.kinds().stream().limit(SETTLED).map(c -> ended(c.sentence()) + " For " + some(c.about()) + ".").toList());
        int more = conditions.kinds().size() - SETTLED;
        if (more > 0) html.put("p", "And " + more + " more, with the candidates below.");
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String some(List<String> names) {
        List<String> different = names.stream().distinct().toList();
        return different.stream().limit(EXAMPLES).collect(Collectors.joining("; ")) + (different.size() > EXAMPLES ? " and " + (different.size() - EXAMPLES) + " more" : "");
    }

    /** What would be bought: the winner of each workload, and whatever else is given a share. */
    private List<Assessed> chosen() {
        return Stream.concat(decision.workloads().stream().flatMap(w -> w.winner().stream()), decision.allocation().shares().stream().flatMap(s -> Status.candidate(decision, s).stream())).distinct().toList();
    }

    private void contents() {
        html.open("nav", Html.with("aria-label", "Contents")).line().open("ul");
        for (int i = 0; i < decision.workloads().size(); i++) link("workload-" + (i + 1), decision.workloads().get(i).workload().id());
        link("allocation", "Allocation");
        if (!decision.allocation().shares().isEmpty()) link("exposure", "Exposure");
        if (frontier != null) link("frontier", "Frontier");
        link("findings", "Findings and sources");
        link("assumptions", "Assumptions");
        link("policy", "Policy");
        link("inputs", "Inputs");
        html.close("ul").close("nav");
    }

    private void link(String id, String title) {
        html.open("li").open("a", Html.with("href", "#" + id)).say(title).close("a").close("li");
    }

    private void workload(WorkloadDecision workload) {
        int number = decision.workloads().indexOf(workload) + 1;
        section("workload-" + number, workload.workload().id() + ": " + Names.kind(workload.workload().kind()) + " of " + workload.workload().model().name() + ", " + Amounts.volume(workload.workload()) + " a month", () -> {
            CandidateTable candidates = CandidateTable.of(workload, currency, rows, null, said);
            int shown = candidates.columns().size() - TOLD_ELSEWHERE;
            html.table("Candidates for " + workload.workload().id(), candidates.columns().subList(0, shown), candidates.cells().stream().map(row -> row.subList(0, shown)).toList());
            html.put("p", Html.with("class", "dim"), String.join(" ", candidates.legend()));
            html.put("h3", "Why");
            for (Row row : Row.discussed(workload, DISCUSSED)) {
                Assessed best = row.best();
                html.put("h4", "#" + best.rank() + " " + Names.offer(best.offer()) + ": " + Names.verdict(best.verdict().verdict())
                        + (best.verdict().decidedBy().isEmpty() ? "" : ", " + best.verdict().decided()));
                html.list(List.of("For: " + TerminalReport.sentence(best.strongest(Effect.FOR), "nothing stands for it."), "Against: " + TerminalReport.sentence(best.strongest(Effect.AGAINST), "nothing stands against it.")));
            }
            listed("Conditions of the conditional candidates", Condition.of(workload).stream().map(Condition::sentence).toList());
            listed("Excluded, by reason (a candidate may have several)", Exclusion.of(workload, rules).stream().map(e -> e.reason() + (e.rule() == null ? "" : " (" + e.rule() + ")") + ": " + e.who() + ".").toList());
            listed(CHANGE, workload.changes());
            breakEven(workload, number);
        });
    }

    private void breakEven(WorkloadDecision workload, int number) {
        BreakEvenPicture picture = new BreakEvenPicture(decision, workload);
        html.put("h3", "Cost against performance");
        if (picture.isEmpty()) {
            html.put("p", "There is nothing to draw: no candidate can be compared with an incumbent in price and speed.");
            return;
        }
        html.put("p", "A 40 % cost advantage outweighs a 20 % performance lead: above the dashed curve, d* = l / (1 + l), the price advantage is larger than what the incumbent's lead is worth.");
        html.open("figure").trusted(picture.svg("break-even-" + number)).open("figcaption");
        html.open("ul", Html.with("class", "legend")).line();
        BreakEvenPicture.marks().forEach((verdict, mark) -> key(mark.form().letter(), mark.tint(), Names.verdict(verdict)));
        key("■", Tint.INK, "incumbent");
        key("○", Tint.CHOSEN, "winner, or given a share");
        html.close("ul");
        picture.beyond().forEach(b -> html.put("p", b));
        html.close("figcaption").close("figure");
        table("Cost against performance for " + workload.workload().id(), BreakEvenPicture.columns(), picture.cells());
    }

    private void key(String letter, Tint tint, String meaning) {
        html.open("li").open("span", Html.with("style", "color:var(" + tint.variable() + ")", "aria-hidden", "true")).say(letter).close("span").say(meaning).close("li");
    }

    /** A long table starts folded. */
    private void table(String caption, List<Table.Column> columns, List<List<Table.Cell>> cells) {
        if (cells.size() <= ROWS_UNFOLDED) html.table(caption, columns, cells);
        else html.folded(caption + " as a table, " + Amounts.count(cells.size()) + " rows", h -> h.table(caption, columns, cells));
    }

    private void listed(String summary, List<String> items) {
        if (items.isEmpty()) return;
        if (items.size() <= ROWS_UNFOLDED) html.put("h3", summary).list(items);
        else html.folded(summary + ", " + Amounts.count(items.size()), h -> h.list(items));
    }

    private void allocation() {
        Allocation allocation = decision.allocation();
        section("allocation", "Allocation: " + Names.words(allocation.status()), () -> {
            html.put("p", Status.meaning(decision));
            shares("Shares of each workload");
            listed("What could not be met", Stream.concat(AllocationWords.shutOut(allocation).stream(), AllocationWords.conflict(allocation).stream()).toList());
            listed("Overrides", decision.review().overrides().stream().map(OverrideUse::sentence).toList());
            listed("What it costs", AllocationWords.costs(allocation));
            listed("Limits that bind, and their prices", AllocationWords.prices(allocation));
            List<ReviewItem> review = ReviewItem.of(decision.review());
            if (review.isEmpty()) return;
            html.put("h3", "Review of the allocation").open("ul");
            for (ReviewItem item : review) html.open("li").put("b", Html.with("class", ink(item.ink())), item.label()).say(item.text()).close("li");
            html.close("ul");
        });
    }

    private void exposure() {
        if (decision.allocation().shares().isEmpty()) return;
        section("exposure", "Exposure, today and after, layer by layer", () -> {
            html.open("figure").trusted(ExposurePicture.svg(decision.review().exposures())).open("figcaption").open("ul", Html.with("class", "legend")).line();
            key("■", Tint.FIRST, "largest after");
            key("■", Tint.SECOND, "second");
            key("■", Tint.THIRD, "third");
            key("■", Tint.REST, "others");
            key("■", Tint.NOBODY, "not disclosed");
            html.close("ul").close("figcaption").close("figure");
            html.table("Exposure by layer", ExposureTable.COLUMNS, ExposureTable.cells(decision.review().exposures()));
            html.put("p", Html.with("class", "dim"), ExposureTable.LEGEND);
            listed("Who gains and who loses work", ExposureTable.changes(decision.review().exposures()).stream().map(c -> c.layer() + ", " + c.text()).toList());
        });
    }

    private void frontier() {
        if (frontier == null) return;
        FrontierPicture picture = new FrontierPicture(decision, frontier);
        section("frontier", "What spreading costs", () -> {
            html.put("p", picture.reason());
            html.open("figure").trusted(picture.svg()).open("figcaption").open("ul", Html.with("class", "legend")).line();
            key("○", Tint.CHOSEN, "chosen");
            key("●", Tint.FAIR, "on the frontier");
            key("▲", Tint.FAINT, "beaten by another that is no dearer and no less spread");
            html.close("ul").close("figcaption").close("figure");
            table("Cost against spread", picture.columns(), picture.cells());
        });
    }

    private void findings() {
        section("findings", "Findings and their sources", () -> {
            html.put("p", "Of what would be bought, and of the allocation as a whole. The decision record has those of every candidate.");
            for (Assessed chosen : chosen()) findings(Names.offer(chosen.offer()), chosen.findings());
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
        return f.evidence().isEmpty() ? "the buyer's own word" : f.evidence().stream().map(HtmlReport::source).distinct().collect(Collectors.joining("; "));
    }

    private static String source(Evidence e) {
        return e.source() + " (" + e.grade() + (e.date() == null ? "" : ", " + e.date()) + ")";
    }

    private void assumptions() {
        section("assumptions", "Assumed, and not known", () -> {
            html.list(decision.assumptions());
            listed("Not known", Unknown.together(Unknown.of(decision)).stream().map(Unknown::sentence).toList());
        });
    }

    private void policy() {
        List<PolicyValue> values = List.copyOf(decision.policy().values().values());
        section("policy", "Policy values", () -> {
            html.put("p", "Every threshold as it held. Published: used for its own purpose; borrowed: by analogy from elsewhere; judgement: a default without a source, which the buyer may well set otherwise.");
            List<List<Table.Cell>> cells = new ArrayList<>();
            for (PolicyValue v : values)
                cells.add(List.of(Table.Cell.of(v.key()), new Table.Cell(Amounts.exact(v.value()) + (v.replaced() == null ? "" : ", set by the buyer instead of " + Amounts.exact(v.replaced())), v.replaced() == null ? Ink.PLAIN : Ink.BOLD),
                        Table.Cell.of(v.unit()), Table.Cell.of(Names.words(v.tag())), Table.Cell.of(v.since().toString()), Table.Cell.of(v.meaning()), Table.Cell.of(v.source())));
            table("Policy values", List.of(Table.Column.words("Key", 0, 0), Table.Column.number("Value", 0, 0), Table.Column.words("Unit", 0, 0), Table.Column.words("Authority", 0, 0), Table.Column.words("Since", 0, 0),
                    Table.Column.words("Meaning", 0, 0), Table.Column.words("Source", 0, 0)), cells);
        });
    }

    private void inputs() {
        section("inputs", "Inputs", () -> {
            html.put("p", "As of " + decision.asOf() + "; nothing dated later was seen. The same inputs give the same decision and the same bytes of this page.");
            html.table("Fingerprints of the inputs", List.of(Table.Column.words("Input", 0, 0), Table.Column.words("Version", 0, 0), Table.Column.words("sha256", 0, 0)), List.of(
                    input("profile", decision.profile().id(), decision.inputs().profileSha256()), input("market", decision.inputs().marketVersion(), decision.inputs().marketSha256()),
                    input("rules", "", decision.inputs().rulesSha256()), input("policy", decision.inputs().policyVersion(), decision.inputs().policySha256())));
        });
    }

    private static List<Table.Cell> input(String what, String version, String sha256) {
        return List.of(Table.Cell.of(what), Table.Cell.of(version), Table.Cell.of(sha256));
    }

    private static String ink(Ink ink) {
        return ink.name().toLowerCase(java.util.Locale.ROOT);
    }
}
