package dev.secondsource.report;

import org.junit.jupiter.api.Test;

class TerminalReportTest {
    @Test
    void look() {
        for (int w : new int[] {80, 120, 200}) System.out.println(TerminalReport.of(SampleDecision.decision(), SampleDecision.rules(), new Page(w, false, 15)));
    }
}
