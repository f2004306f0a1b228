package dev.secondsource.golden;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.State;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A decision on one page, for people who read differences. */
final class Abstract {
    private static final int ROWS = 10;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private final StringBuilder text = new StringBuilder();

    private Abstract() {}

    static String of(Decision decision) {
        Abstract page = new Abstract();
        page.line("%s as of %s", decision.profile().id(), decision.asOf());
        if (!decision.brokenRules().isEmpty()) page.line("BROKEN %s", decision.brokenRules());
        decision.workloads().forEach(page::workload);
        page.allocation(decision);
        page.review(decision);
        page.findings(decision);
        return page.text.toString();
    }

    private void workload(WorkloadDecision answer) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        answer.candidates().forEach(c -> verdicts.merge(c.verdict().verdict(), 1, Integer::sum));
        line("");
        line("%s", answer.workload().id());
        line("  %s", answer.answer());
        line("  incumbent: %s", answer.incumbent() == null ? "none" : answer.incumbent().replaceFirst("^.* <- ", ""));
        line("  verdicts: %s", verdicts);
        for (Assessed row : answer.candidates().subList(0, Math.min(ROWS, answer.candidates().size())))
            line("  %2d%s %-18s %-55s cost %-10s rho %-7s score %-6s %s", row.rank(), row.tiedWithBetter() ? "=" : " ", row.verdict().verdict(), row.offer().id(),
                    row.cost() == null ? "-" : number(row.cost().perUnit().amount()), number(row.candidate().comparison().rho()), number(row.score().value()),
                    String.join(" ", row.verdict().decidedBy()));
    }

    private void allocation(Decision decision) {
        line("");
        line("allocation: %s, %s a month", decision.allocation().status(), decision.allocation().perMonth());
        for (Share share : decision.allocation().shares()) line("  %-14s %-6s %s", share.workload(), number(share.share()), share.offer());
        AllocationWords.shutOut(decision.allocation()).forEach(words -> line("  %s", words));
        AllocationWords.conflict(decision.allocation()).forEach(words -> line("  %s", words));
        AllocationWords.costs(decision.allocation()).forEach(words -> line("  %s", words));
        AllocationWords.prices(decision.allocation()).forEach(words -> line("  %s", words));
    }

    private void review(Decision decision) {
        line("");
        line("review");
        for (Finding finding : decision.review().findings())
            line("  %-7s %-8s %-8s %-7s %-26s %s", finding.rule(), finding.severity(), finding.state(), finding.effect(), finding.subject(),
                    finding.defeatedBy().isEmpty() ? finding.sentence() : "defeated by " + String.join(" ", finding.defeatedBy()));
    }

    private void findings(Decision decision) {
        Map<String, int[]> counts = new TreeMap<>();
        for (WorkloadDecision answer : decision.workloads())
            for (Assessed candidate : answer.candidates())
                for (Finding finding : candidate.findings()) {
                    int[] count = counts.computeIfAbsent(finding.rule(), k -> new int[3]);
                    if (finding.state() == State.UNKNOWN) count[1]++;
                    else count[0]++;
                    if (!finding.defeatedBy().isEmpty()) count[2]++;
                }
        line("");
        line("findings");
        counts.forEach((rule, count) -> line("  %s fired %d, unknown %d, defeated %d", rule, count[0], count[1], count[2]));
    }

    private void line(String format, Object... arguments) {
        text.append(String.format(java.util.Locale.ROOT, format, arguments).stripTrailing()).append('\n');
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "-" : number.round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
