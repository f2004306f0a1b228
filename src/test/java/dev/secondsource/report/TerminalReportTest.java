package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Throughput;
import dev.secondsource.golden.Golden;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalReportTest {
    private static final Golden GOLDEN = Golden.in(Path.of("src/test/resources/golden/report"));
    private static final Decision DECISION = SampleDecision.decision();

    @ParameterizedTest
    @ValueSource(ints = {80, 120, 200})
    void readsAsOnFile(int width) throws Exception {
        GOLDEN.holds("terminal-" + width + ".txt", report(DECISION, width, 15));
    }

    @Test
    void saysFirstWhatToDoThenHowMuchThenTheCandidatesThenWhyThenWhatToBewareOf() {
        String report = report(DECISION, 120, 15);

        assertThat(report).containsSubsequence("Second Source: Example Bank (example-bank)", "As of 2026-07-01", "policy 2026.1, variant default, 1 value set by the buyer",
                "ANSWER", "ALLOCATION: INFEASIBLE", "EXPOSURE", "REVIEW", "WORKLOAD serve", "shown 12 of 12 candidates", "Why", "Conditions", "Excluded",
                "What would most likely change the answer", "WORKLOAD tune", "Assumed", "Not known");
    }

    @Test
    void fitsEveryWidthEvenWithLongAndWideNames() {
        Decision decision = SampleDecision.decision("株式会社ソブリン・クラウド・コンピューティング、大手町データセンター運用本部", List.of(
                new SampleDecision.Sketch("a-provider-with-a-very-long-name-that-never-ends", "tenstorrent", "超長いインスタンスの名前・第二世代・八枚", "Blackhole-p150a-with-a-long-name", 1, PricingKind.ON_DEMAND, null)
                        .in("a-region-of-forty-characters-or-even-more").price("0.04", "2026-06-01").cost("0.00001234", "123456789.00").rho("12.3456")
                        .verdict(Verdict.REJECT, "ELG-04").at(13, false)));

        for (int width = Page.LEAST_WIDTH; width <= 220; width++) {
            int most = width;
            assertThat(report(decision, width, 50).lines()).as("at width %d", width).allSatisfy(line -> assertThat(Text.columns(line)).as(line).isLessThanOrEqualTo(most));
        }
    }

    @Test
    void cutsNothing() {
        assertThat(IntStream.of(60, 80, 120, 200).mapToObj(w -> report(DECISION, w, 50)).toList()).allSatisfy(r -> assertThat(r).doesNotContain("…"));
    }

    @Test
    void usesColourOnlyWhenToldAndNeverAsTheOnlySign() {
        String plain = TerminalReport.of(DECISION, SampleDecision.rules(), new Page(120, false, 15));
        String coloured = TerminalReport.of(DECISION, SampleDecision.rules(), new Page(120, true, 15));

        assertThat(plain).doesNotContain("\u001b");
        assertThat(coloured).contains("\u001b[1;32mPREFER\u001b[0m", "\u001b[31mREJECT\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain);
    }

    @Test
    void takesControlOfTheTerminalAwayFromNames() {
        String report = report(SampleDecision.decision("Evil\u001b[2J\u001b]0;title\u0007\u009b31m\r\nBank\u202e!", List.of()), 120, 15);

        assertThat(report.lines().findFirst().orElseThrow()).isEqualTo("Second Source: Evil31m Bank! (example-bank)");
        assertThat(report.codePoints().filter(c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)).count()).isZero();
    }

    @Test
    void saysHowManyOfHowManyItShowsAndNeverHidesTheWinnerTheIncumbentOrADesigner() {
        WorkloadDecision serve = DECISION.workloads().get(0);

        List<Row> shown = Row.shown(serve, 8);

        assertThat(report(DECISION, 120, 8)).contains("shown 10 of 12 candidates, in 8 rows");
        assertThat(shown).anyMatch(r -> r.members().contains(serve.winner().orElseThrow())).anyMatch(r -> r.best().candidate().incumbent());
        assertThat(shown.stream().map(r -> r.best().candidate().designer().id())).contains("google", "aws", "nvidia", "amd", "intel", "microsoft");
        assertThat(shown.stream().map(r -> r.best().rank())).isSorted().containsExactly(1, 4, 5, 6, 7, 9, 11, 12);
    }

    @Test
    void putsRegionsIntoOneRowOnlyIfPriceAndVerdictAreTheSame() {
        List<Row> rows = Row.of(DECISION.workloads().get(0));
        List<Assessed> dearer = List.of(new SampleDecision.Sketch("google", "google", "ct6e-standard-8t", "TPU-v6e", 8, PricingKind.COMMITTED, 36).in("us-west1").price("9.73", "2026-05-12")
                .cost("0.84", "100800.00").rho("0.72").score("0.7121").verdict(Verdict.PREFER, "CPF-02").speed(Throughput.Basis.NEAREST_MODEL, Grade.E2).at(13, false));

        List<Row> withDearer = Row.of(SampleDecision.decision("x", dearer).workloads().get(0));

        assertThat(rows.get(0).name()).isEqualTo("google ct6e-standard-8t, committed 3y, us-east5 +2 regions");
        assertThat(withDearer).hasSize(rows.size() + 1);
        assertThat(withDearer.get(withDearer.size() - 1).name()).isEqualTo("google ct6e-standard-8t, committed 3y, us-west1");
    }

    @Test
    void marksATieOnlyAgainstTheRowRightAbove() {
        WorkloadDecision serve = DECISION.workloads().get(0);
        List<Row> rows = Row.of(serve);

        assertThat(rows.get(2).tiedWith(rows.get(1), serve)).isTrue();
        assertThat(rows.get(2).tiedWith(rows.get(0), serve)).isFalse();
        assertThat(rows.get(1).tiedWith(rows.get(0), serve)).isFalse();
        assertThat(report(DECISION, 120, 15)).contains("5 =  aws p5.48xlarge", "A = marks a tie");
    }

    @Test
    void showsAnUnknownPriceInWordsWithItsFootnoteAndNeverAsANumber() {
        String line = report(DECISION, 200, 15).lines().filter(l -> l.contains("Maia-200, no price on file")).findFirst().orElseThrow();

        assertThat(line).contains("price unknown [3]", "–").doesNotContain(" 0 ").doesNotContain("0.00 ");
        assertThat(report(DECISION, 200, 15)).contains("[3]  price (no source states one; it is shown as unknown and never as 0): 1 candidate");
    }

    @Test
    void alwaysSaysWhatStandsAgainstEvenIfNothingDoes() {
        String report = report(DECISION, 120, 15);

        assertThat(report).containsSubsequence("#1  google:ct6e", "for     Does the work at 0.72", "against There is no tested exit plan from google. (CTR-03, MINOR, evidence E1)",
                "#4  aws:trn2", "none stands for it", "#5  aws:p5", "none stands against it");
    }

    @Test
    void countsTheExcludedUnderEachReason() {
        assertThat(Exclusion.of(DECISION.workloads().get(0), Names.byId(SampleDecision.rules())))
                .extracting(Exclusion::rule, Exclusion::reason, e -> e.candidates().size())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("ELG-02", "Outsiders cannot get it", 1),
                        org.assertj.core.groups.Tuple.tuple("ELG-04", "The price is too old to buy on", 1),
                        org.assertj.core.groups.Tuple.tuple("FIT-01", "The workload does not fit in memory", 1),
                        org.assertj.core.groups.Tuple.tuple(null, "Not rejected, yet price unknown", 1),
                        org.assertj.core.groups.Tuple.tuple(null, "Not rejected, yet speed unknown", 1));
    }

    @Test
    void marksASpeedThatNobodyMeasured() {
        String report = report(DECISION, 120, 15);

        assertThat(report.lines().filter(l -> l.contains("E3*"))).singleElement().asString().contains("aws Trainium2");
        assertThat(report).contains("A * marks a speed");
    }

    @Test
    void namesEachGapOnceForTheSameCandidates() {
        SortedSet<String> same = new TreeSet<>(List.of("a", "b"));

        List<Unknown> together = Unknown.together(List.of(
                new Unknown("price", Severity.BLOCKER, new TreeSet<>(), same), new Unknown("Ask for a quote.", Severity.MAJOR, new TreeSet<>(List.of("CPF-01")), same),
                new Unknown("lead time", Severity.MAJOR, new TreeSet<>(), new TreeSet<>(List.of("a")))));

        assertThat(together.stream().map(Unknown::sentence)).containsExactly(
                "price (no source states one; it is shown as unknown and never as 0); Ask for a quote: 2 candidates, asked by CPF-01", "lead time: 1 candidate");
    }

    @Test
    void showsSharesThatAddUpToTheirTotal() {
        Money sum = DECISION.allocation().shares().stream().map(Share::perMonth).reduce(Money.zero(Money.USD), Money::plus);

        assertThat(sum).isEqualTo(DECISION.allocation().perMonth());
        assertThat(report(DECISION, 120, 15)).contains("65 520.00", "39 690.35", "105 210.35");
    }

    @Test
    void shoutsIfARuleFailed() {
        Decision degraded = new Decision(DECISION.inputs(), DECISION.profile(), DECISION.asOf(), DECISION.policy(), DECISION.workloads(), DECISION.allocation(),
                DECISION.review(), DECISION.assumptions(), DECISION.states(), new TreeMap<>(Map.of("near-tie", "division by zero")));

        assertThat(report(degraded, 200, 15).lines().limit(5)).anyMatch(l -> l.startsWith("DEGRADED: the rule near-tie failed") && l.endsWith("division by zero"));
    }

    @Test
    void saysWhereTheRestOfALongListIs() {
        assertThat(report(DECISION, 120, 2)).contains("shown 1 of 5 reasons; the decision record has all.", "shown 1 of 3 things not known; the decision record has all.");
    }

    @Test
    void printsUnitCostsOfOneColumnWithTheDecimalsTheSmallestNeeds() {
        List<BigDecimal> small = List.of(new BigDecimal("1.1667"), new BigDecimal("0.4473"));
        List<BigDecimal> large = List.of(new BigDecimal("1234567.891"), new BigDecimal("40000.5"));

        assertThat(small.stream().map(Amounts.column(small.stream()))).containsExactly("1.167", "0.447");
        assertThat(large.stream().map(Amounts.column(large.stream()))).containsExactly("1 234 568", "40 000");
        assertThat(Amounts.column(Stream.of(new BigDecimal("0.0000412"))).apply(new BigDecimal("0.0000412"))).isEqualTo("0.0000412");
    }

    private static String report(Decision decision, int width, int rows) {
        return TerminalReport.of(decision, SampleDecision.rules(), new Page(width, false, rows));
    }

    @Test
    void saysOfWhichLayerEveryNumberIsAndWhatIsNotDisclosed() {
        List<String> lines = report(DECISION, 120, 10).lines().toList();

        assertThat(lines).anyMatch(l -> l.matches("designer +nvidia 100 % +google 62 %, aws 38 % +10 000 → 5 302 +1\\.0 → 1\\.9 +2 802 +2 500"))
                .anyMatch(l -> l.matches("memory maker +– +sk-hynix 38 %, undisclosed 62 % +– → UNKNOWN +UNKNOWN +UNKNOWN +UNKNOWN"))
                .anyMatch(l -> l.matches(" +designer +gained: google 62 %, aws 38 %; lost: nvidia 100 %"));
        assertThat(String.join("\n", lines)).doesNotContainIgnoringCase("diversified");
    }

    @Test
    void explainsTheStatusByTheReview() {
        assertThat(report(SampleDecision.decision(Allocation.Status.CONDITIONAL), 200, 10))
                .contains("The review puts conditions on it: DIV-01. Settle this before signing.")
                .contains("MAJOR   62.3 % of the work is with one designer, google, above 60 %. (DIV-01) Mend: Qualify a second designer.")
                .contains("unknown Not known: the memory makers. (DIV-04)");
        assertThat(report(SampleDecision.decision(Allocation.Status.OVERRIDE_REQUIRED), 200, 10)).contains("Somebody must answer for it.").doesNotContain("The review blocks it");
    }

    @Test
    void neverLeavesOutAFindingTheStatusRestsOn() {
        assertThat(report(DECISION, 120, 1)).contains("(DIV-01)", "shown 1 of 2 findings; the decision record has all.").doesNotContain("(DIV-04)");
    }

    @Test
    void saysThatAPriceListNamesNoRegion() {
        assertThat(Stream.of("unspecified", "any", "secure", "community", "us", "us-east-1").map(id -> Names.region(new Region("x", id, "??")))).containsExactly(
                "region not stated", "region not stated", "secure cloud, region not stated", "community cloud, region not stated", "US, region not stated", "us-east-1");
    }

    @Test
    void asksNothingAboutWhoIsRejectedAnyway() {
        assertThat(Unknown.of(DECISION).stream().flatMap(u -> u.candidates().stream())).isNotEmpty().noneMatch(c -> c.contains("Maia"));
    }
}
