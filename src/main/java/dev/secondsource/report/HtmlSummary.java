package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.knowledge.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first page of a report: what a committee needs to sign, or not to. */
final class HtmlSummary {
    private static final int EXAMPLES = 3;
    // What a page has room for; the rest stands further down.
    private static final int CHANGES = 2;
    private static final int SETTLED = 6;

    private final Decision decision;
    private final Html html;

    HtmlSummary(Decision decision, Html html) {
        this.decision = decision;
        this.html = html;
    }

    void write() {
        html.section("summary", "For the committee", () -> {
            html.put("h3", "Answer").open("dl");
            for (WorkloadDecision workload : decision.workloads()) {
                html.put("dt", workload.workload().id()).put("dd", workload.answer());
                workload.winner().ifPresent(w -> html.put("dd", Html.with("class", "against"), "Strongest against it: " + TerminalReport.sentence(w.strongest(Effect.AGAINST), "nothing stands against it.")));
            }
            html.close("dl");
            html.open("h3").say("Allocation ").put("span", Html.with("class", "badge " + Html.ink(Ink.of(decision.allocation().status()))), Names.words(decision.allocation().status())).close("h3");
            html.put("p", Status.meaning(decision));
            HtmlAllocation.shares("What is bought, and for how much", decision, html);
            signatures();
            List<String> changes = decision.workloads().stream().flatMap(w -> w.changes().stream().limit(CHANGES).map(c -> w.workload().id() + ": " + c)).toList();
            if (!changes.isEmpty()) html.put("h3", HtmlWorkload.CHANGE).list(changes);
        });
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
        for (Assessed chosen : chosen(decision))
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
    static List<Assessed> chosen(Decision decision) {
        return Stream.concat(decision.workloads().stream().flatMap(w -> w.winner().stream()), decision.allocation().shares().stream().flatMap(s -> Status.candidate(decision, s).stream())).distinct().toList();
    }
}
