package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.evidence.Grade;
import dev.secondsource.golden.Golden;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.PricingKind;
import dev.secondsource.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/report"));
    @Test
    void readsAsOnFile() throws Exception {
        GOLDEN.holds("decision.md", MarkdownReport.of(SampleDecision.decision(), SampleDecision.rules(), Analyses.NONE, 15));
    }

    @Test
    void staysBelowTheSizeOfACommentAndSaysSo() {
        List<Assessed> many = new ArrayList<>();
        for (int i = 13; i < 900; i++)
            many.add(new SampleDecision.Sketch("provider-" + i, "designer-" + i, "instance-" + i, "chip-" + i, 8, PricingKind.ON_DEMAND, null).in("somewhere").price("1." + i, "2026-06-20")
                    .cost("1." + i, "1000" + i).verdict(Verdict.REJECT, "R-" + i).finding(Severity.BLOCKER, Effect.AGAINST, "R-" + i, Grade.E1, "No. ".repeat(40)).at(i, false));
        Decision decision = SampleDecision.decision("Example Bank " + "x".repeat(20_000), many);

        String report = MarkdownReport.of(decision, SampleDecision.rules(), Analyses.NONE, 900);

        assertThat(report.length()).isLessThan(MarkdownReport.MOST_CHARACTERS);
        assertThat(report).containsPattern("shown \\d+ of 899 candidates");
    }

    @Test
    void tellsTheSmallestFlipsAndTheWidestSwingsInShort() {
        Analyses analyses = new Analyses(null, SampleSensitivity.tornado("a|b <img src=x>"), SampleSensitivity.flips("a|b <img src=x>"), List.of(), "bank.yaml", List.of());

        String report = MarkdownReport.of(SampleDecision.decision(), SampleDecision.rules(), analyses, 15);

        assertThat(report).contains("### What changes the answer", "- The price of a\\|b \\<img src=x\\> rises by 9.5 %, from 2.11 to 2.3104 USD an accelerator-hour",
                "`whatif bank.yaml --set 'market.offers[provider=runpod].price=+9.5%' # record 0123456789ab`", "### How much each input matters", "| utilisation of serve | 0.35 to 0.75 share | \\+38 416 | \\-16 311 | nothing |");
        assertThat(report.length()).isLessThan(MarkdownReport.MOST_CHARACTERS);
    }

    @Test
    void cutsAtTheEndOfALineIfNothingElseHelps() {
        Decision decision = SampleDecision.decision("x".repeat(59_500), List.of());

        String report = MarkdownReport.of(decision, SampleDecision.rules(), Analyses.NONE, 15);

        assertThat(report.length()).isLessThan(MarkdownReport.MOST_CHARACTERS);
        assertThat(report).endsWith("_Shortened to fit a comment; the decision record has all._\n");
    }

    @Test
    void keepsTablesTablesWhateverTheNames() {
        String nasty = "a|b `c` <img src=x onerror=1> [l](http://x) **b** @octocat #12\n# H";
        Decision decision = SampleDecision.decision(nasty, List.of(
                new SampleDecision.Sketch("aws", "nvidia", nasty, "H100|SXM", 8, PricingKind.ON_DEMAND, null).in("us-east-1").verdict(Verdict.REJECT, "ELG-04").at(13, false)));

        String report = MarkdownReport.of(decision, SampleDecision.rules(), Analyses.NONE, 50);

        List<String> rows = report.lines().filter(l -> l.startsWith("|")).toList();
        assertThat(rows).allSatisfy(r -> assertThat(r.replace("\\|", "").chars().filter(c -> c == '|').count()).as(r).isIn(6L, 8L, 9L));
        assertThat(report).contains("a\\|b \\`c\\` \\<img src=x onerror=1\\> \\[l\\](http://x) \\*\\*b\\*\\* @\u200boctocat #\u200b12 # H");
        assertThat(report.lines()).noneMatch(l -> l.startsWith("# "));
    }
}
