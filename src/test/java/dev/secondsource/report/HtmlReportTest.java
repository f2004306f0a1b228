package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.chart.Swings;
import dev.secondsource.decision.Alternatives;
import dev.secondsource.decision.Decision;
import dev.secondsource.golden.Golden;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.market.PricingKind;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.policy.Tag;
import dev.secondsource.quantity.Money;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.WeightRobustness;
import dev.secondsource.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String NASTY = "<script>alert('x')</script><img src=x onerror=\"alert(1)\"> & co";
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("href=\"#([^\"]+)\"");

    private static final Decision BANK = Shipped.decision(Shipped.profile("regulated-bank"));
    private static final List<WeightRobustness> WEIGHTS = WeightRobustness.of(BANK, 200, 1);
    private static final Frontier FRONTIER = Alternatives.frontier(BANK, Shipped.market()).orElseThrow();

    @Test
    void readsAsOnFile() throws Exception {
        Golden.in(Path.of("src/test/resources/golden/report")).holds("decision.html", HtmlReport.of(SampleDecision.decision(), SampleDecision.rules(), Analyses.NONE, 15));
    }

    @Test
    void saysTheSameInTheSameBytes() {
        assertThat(bank()).isEqualTo(bank());
    }

    @Test
    void takesNothingFromAnywhereAndRunsNothing() {
        String page = bank();

        assertThat(page).doesNotContain("<script", "<iframe", "<object", "<img", "@import", "url(http", " src=");
        assertThat(Pattern.compile("<link [^>]*>").matcher(page).results().map(m -> m.group())).containsExactly("<link rel=\"icon\" href=\"data:,\">");
        assertThat(Pattern.compile(" on[a-z]+=").matcher(page).results()).isEmpty();
    }

    @Test
    void everyValueIsTextWhateverItSays() {
        Decision decision = SampleDecision.decision(NASTY, List.of(
                new SampleDecision.Sketch("aws", "nvidia", NASTY, NASTY, 8, PricingKind.ON_DEMAND, null).in("us-east-1").verdict(Verdict.REJECT, NASTY).at(13, false)));

        String page = HtmlReport.of(decision.assuming(List.of(NASTY)), SampleDecision.rules(), Analyses.NONE, 50);

        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; co");
    }

    @Test
    void theSummaryHasAnswerMoneyStatusAndTheStrongestAgainstEachWinner() {
        String summary = bank().split("id=\"summary\">")[1].split("</section>")[0];

        assertThat(summary).contains("To be signed", "What would change the answer", Html.text(Amounts.toTheCent(BANK.allocation().perMonth())), Names.words(BANK.allocation().status()));
        assertThat(BANK.workloads()).isNotEmpty().allSatisfy(w -> {
            assertThat(summary).contains(Html.text(w.answer()));
            assertThat(summary).contains(Html.text(w.winner().orElseThrow().strongest(Effect.AGAINST).orElseThrow().sentence()));
        });
    }

    @Test
    void everyCandidateOnTheBreakEvenPictureIsInTheTableUnderIt() {
        BreakEvenPicture picture = new BreakEvenPicture(BANK, BANK.workloads().get(0));

        long placed = Row.of(BANK.workloads().get(0)).stream().filter(r -> r.best().candidate().comparison().costAdvantage() != null).count();
        assertThat(picture.cells()).hasSize((int) placed).hasSizeGreaterThan(20);
    }

    @Test
    void everyLinkLeadsSomewhereAndNoIdComesTwice() {
        String page = bank();

        List<String> ids = ID.matcher(page).results().map(m -> m.group(1)).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(LINK.matcher(page).results().map(m -> m.group(1))).isNotEmpty().allMatch(ids::contains);
    }

    @Test
    void everyPolicyValueStandsWithItsAuthority() {
        String policy = bank().split("id=\"policy\">")[1].split("</section>")[0];

        assertThat(BANK.policy().values().values()).extracting(PolicyValue::key).allMatch(key -> policy.contains(">" + key + "<"));
        assertThat(Tag.values()).allMatch(tag -> policy.contains(">" + Names.words(tag) + "<"));
    }

    @Test
    void saysThatNothingIsAllocatedWhereNothingIs() {
        Decision decision = Shipped.decision(Shipped.profile("export-controlled-site"));

        String page = HtmlReport.of(decision, Shipped.knowledge().rules(), new Analyses(Alternatives.frontier(decision, Shipped.market()).orElse(null), null, null, List.of(), "", List.of()), 15);

        assertThat(page).contains("infeasible", "nothing may lead it").doesNotContain("id=\"frontier\"", "id=\"exposure\"");
    }

    @Test
    void theTornadoIsDrawnWithWordsForThoseWhoDoNotSeeItAndATableUnderIt() {
        String tornado = section("tornado", bank());

        assertThat(tornado).contains("<svg", "role=\"img\"", "The widest swing is that of the utilisation of serve: +38 416 USD a month at the low end and -16 311 at the high end.",
                "Of 3 inputs that move cost or answer, 1 change the answer.");
        assertThat(SampleSensitivity.tornado("x").bars().stream().map(b -> TornadoReport.name(b.lever()))).filteredOn(name -> !name.contains("H100")).hasSize(3)
                .allSatisfy(name -> assertThat(tornado).contains("<td class=\"w\">" + name.replace(" x", " runpod MI300X") + "</td>"));
        assertThat(tornado).contains("0.35 to 0.75 share", "at the high end serve: aws H100 leads instead of runpod MI300X", "Neither cost nor answer moves with: price of aws H100", "range.…");
    }

    @Test
    void theEndsOfARangeDifferInMoreThanTheirColour() {
        String svg = new TornadoPicture(SampleSensitivity.tornado("x")).svg();

        Map<String, Set<String>> heights = new TreeMap<>();
        Pattern.compile("<rect height=\"([\\d.]+)\" style=\"[^\"]*fill:var\\(--(rest|first)\\)").matcher(svg).results().forEach(m -> heights.computeIfAbsent(m.group(2), k -> new TreeSet<>()).add(m.group(1)));
        assertThat(heights).as(svg).containsOnlyKeys("rest", "first").allSatisfy((tint, of) -> assertThat(of).hasSize(1));
        assertThat(Double.parseDouble(heights.get("rest").iterator().next())).isGreaterThan(2 * Double.parseDouble(heights.get("first").iterator().next()));
        assertThat(svg.split(Swings.MARK, -1)).as("one end changes the answer").hasSize(2);
    }

    @Test
    void everyFlipIsInTheTableWithTheLineThatShowsIt() {
        String flips = section("flips", bank());

        assertThat(flips).contains("2.11 USD an accelerator-hour", "2.3104 USD an accelerator-hour", "+9.5 %", "24 %", "serve: aws H100 leads instead of runpod MI300X",
                "whatif bank.yaml --set &#39;market.offers[provider=runpod].price=+9.5%&#39; # record 0123456789ab", FlipReport.FIRM, "price: aws H100 (2.5 to 6 USD an accelerator-hour)");
    }

    @Test
    void whoWinsUnderOtherWeightsIsDrawnForEachWorkloadWithATableUnderIt() {
        String page = bank();
        String weights = section("weights", page);

        assertThat(page).contains("<a href=\"#weights\">Who wins under other weights</a>");
        for (int i = 0; i < WEIGHTS.size(); i++) {
            WeightRobustness w = WEIGHTS.get(i);
            assertThat(weights).contains(Html.text(RobustnessReport.verdict(w)));
            if (w.competing() == 1) assertThat(weights).doesNotContain("id=\"weights-" + (i + 1) + "\"");
            else assertThat(weights).contains("id=\"weights-" + (i + 1) + "\"");
            if (w.competing() > 1) assertThat(w.acceptability().offers()).allSatisfy(l -> assertThat(weights).contains(Html.text(Names.offer(l.offer())), Html.text(Firsts.interval(l.draws()))));
        }
        assertThat(weights).contains("200 draws from seed 1", Html.text("--h4:'95 % interval: '"));
    }

    @Test
    void weightsThatWereLeftOutHaveNoSection() {
        String page = HtmlReport.of(BANK, List.of(), Analyses.NONE, 15);

        assertThat(page).doesNotContain("weights\"");
    }

    @Test
    void aMoneylessTornadoIsWordsAlone() {
        Tornado still = new Tornado(Money.usd("100"), List.of());

        String page = HtmlReport.of(BANK, List.of(), new Analyses(null, still, new Flips(List.of(), List.of()), List.of(), "", List.of()), 15);

        assertThat(page).contains("none of the inputs moves the cost", "No single change within its plausible range changes it.").doesNotContain("id=\"tornado-picture\"");
    }

    @Test
    void namesThatComeFromFilesAreTextInTheNewSectionsToo() {
        String page = HtmlReport.of(BANK, List.of(), new Analyses(null, SampleSensitivity.tornado(NASTY), SampleSensitivity.flips(NASTY), List.of(), NASTY + ".yaml", List.of(NASTY)), 15);

        assertThat(page).doesNotContain("<script", "<img");
        assertThat(section("tornado", page)).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(section("flips", page)).contains("&lt;script&gt;");
        assertThat(section("left-out", page)).contains("&lt;script&gt;");
    }

    private static String section(String id, String page) {
        return page.split("id=\"" + id + "\">")[1].split("</section>")[0];
    }

    private static String bank() {
        return HtmlReport.of(BANK, Shipped.knowledge().rules(), new Analyses(FRONTIER, SampleSensitivity.tornado("runpod MI300X"), SampleSensitivity.flips("runpod MI300X"), WEIGHTS, "bank.yaml", List.of()), 15);
    }
}
