package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakEvenReportTest {
    private static final Decision DECISION = Shipped.decision(Shipped.profile("enterprise-serving-70b"));

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 120})
    void keepsToTheWidthOfThePageAndUsesNoColourUnasked(int width) {
        String text = text(DECISION, width, 300);

        assertThat(text.lines()).allMatch(line -> Text.columns(line) <= width);
        assertThat(text).doesNotContain("\u001b").contains("incumbent", "·");
        assertThat(text.lines().dropWhile(l -> !l.contains("100 % |")).takeWhile(l -> !l.contains("+--"))).as("no line of the plot is broken").hasSize(21).allMatch(l -> l.contains("|"));
    }

    @Test
    void saysHowToReadItOnceForAllWorkloads() {
        Decision bank = Shipped.decision(Shipped.profile("regulated-bank"));

        String text = flat(text(bank, 100, 15));

        assertThat(bank.workloads()).hasSizeGreaterThan(1);
        assertThat(text.split("How to read it", -1)).hasSize(2);
    }

    @Test
    void drawsTheBestOfEachPartAtEachSupplierAndCountsTheRest() {
        WorkloadDecision workload = DECISION.workloads().get(0);

        String text = flat(text(DECISION, 120, 300));

        long others = workload.candidates().stream().filter(a -> !a.candidate().incumbent()).count();
        assertThat(text).contains(" of " + others + " candidates beside the incumbent", "the best of each part at each supplier");
    }

    @Test
    void oneCandidateIsDrawnAsItIs() {
        WorkloadDecision workload = DECISION.workloads().get(0);
        List<Assessed> two = workload.candidates().stream().filter(a -> workload.winner().filter(a::equals).isPresent() || a.candidate().incumbent()).toList();

        String text = flat(text(with(workload, two, workload.incumbent()), 100, 15));

        assertThat(two).hasSize(2);
        assertThat(text).contains("Shown 1 of 1 candidate beside the incumbent", "@").doesNotContain("rejected by a gate", "UNKNOWN");
    }

    @Test
    void saysInWordsWhatIsUnknownOrThatThereIsNothing() {
        WorkloadDecision workload = DECISION.workloads().get(0);
        List<Assessed> unknown = workload.candidates().stream().filter(a -> a.cost() == null && a.verdict().verdict() != dev.secondsource.verdict.Verdict.REJECT || a.candidate().incumbent()).toList();

        assertThat(flat(text(with(workload, unknown, workload.incumbent()), 100, 15))).contains("There is nothing to draw", "UNKNOWN, so not drawn: " + (unknown.size() - 1), "speed unknown: ", "price unknown: ");
        assertThat(flat(text(with(workload, List.of(), null), 100, 15))).contains("There is nothing to draw", "Shown 0 of 0 candidates");
    }

    private static Decision with(WorkloadDecision workload, List<Assessed> candidates, String incumbent) {
        WorkloadDecision other = new WorkloadDecision(workload.workload(), incumbent, workload.incumbentBasis(), candidates, workload.answer(), workload.changes());
        return new Decision(DECISION.inputs(), DECISION.profile(), DECISION.asOf(), DECISION.policy(), List.of(other), DECISION.allocation(), DECISION.review(), DECISION.assumptions(), DECISION.states(), DECISION.brokenRules());
    }

    private static String text(Decision decision, int width, int rows) {
        return BreakEvenReport.text(decision, decision.workloads(), Shipped.knowledge().rules(), new Page(width, false, rows));
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
