package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.files.ChangedInputs;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.files.ReadProfile;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.quantity.Sha256;
import dev.secondsource.verdict.Verdict;
import dev.secondsource.whatif.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WhyNotCommandTest {
    private static final String ENTERPRISE = "profiles/enterprise-serving-70b.yaml";
    private static final String DOMINATED = "crusoe:mi300x:unspecified:on-demand";
    private static final Sources SOURCES = new Sources(Map.of("SECONDSOURCE_RULES", "rules"), Optional.empty());

    private final Session session = new Session();
    private final Bench bench = Bench.with(new WhyNotCommand(session, SOURCES), new ProfileLoadCommand(session), new EvaluateCommand(session, SOURCES));

    @Test
    void saysWhatStopsAnOfferHowFarItIsOffAndWhatMustGoTogether() {
        int exitCode = bench.run("why-not", "own:MI300X", "profiles/export-controlled-site.yaml");

        assertThat(exitCode).isZero();
        assertThat(bench.data().replaceAll("\\s+", " ")).contains("own:MI300X is stopped", "decided by ELG-02, ELG-08, each enough", "Closed gates; each by itself rejects it",
                "21.8 kW against at most 20 kW (the power one rack may draw at the site): 1.8 kW (8.4 %) too much.", "crossing it is not enough by itself",
                "state it in: market suppliers.yaml, amd, figures, lead-weeks-p50", "No single change that was tried would let it lead", "All of these must go:",
                "ELG-02 goes if the profile says requirements.exportLicence=true.", "ELG-08 goes if the profile says delivery.sites.plant-suzhou.rackKw=21.84.", "TCO-01 nothing tried takes it away.");
    }

    /** The line it gives makes the decision it says, by the same bytes; a tenth of a percent less does not. */
    @Test
    void theChangeItNamesIsEnoughAndALittleLessIsNot() {
        bench.run("why-not", DOMINATED, ENTERPRISE, "-o", "json");
        JsonNode remedy = JsonMapper.shared().readTree(bench.data()).at("/workloads/0/remedies/single/0");
        String typed = remedy.at("/set/0").asString();

        Decision then = whatIf(ENTERPRISE, List.of(typed));
        Decision less = whatIf(ENTERPRISE, List.of(typed.replaceFirst("-[\\d.]+%$", "-" + new java.math.BigDecimal(typed.replaceFirst(".*=-([\\d.]+)%$", "$1")).subtract(new java.math.BigDecimal("0.1")) + "%")));

        assertThat(candidate(then, "serve", DOMINATED).verdict().verdict()).isEqualTo(Verdict.CONDITIONAL).hasToString(remedy.path("then").asString());
        assertThat(Sha256.of(DecisionRecord.of(then, Shipped.knowledge().rules()))).isEqualTo(remedy.path("recordSha256").asString());
        assertThat(candidate(less, "serve", DOMINATED).verdict().verdict()).isEqualTo(Verdict.SECOND_SOURCE_ONLY);
    }

    @Test
    void saysWhyTheProfileCannotSayWhatWouldTakeAFindingAway() {
        bench.run("why-not", "own:MI300X", ENTERPRISE, "-o", "json");

        JsonNode remedies = JsonMapper.shared().readTree(bench.data()).at("/workloads/0/remedies");

        assertThat(remedies.path("single").isEmpty()).isTrue();
        assertThat(remedies.at("/must/0/step").isNull()).isTrue();
        assertThat(remedies.at("/must/0/refused").toString()).contains("machines that are owned need a site");
    }

    /** Of a seller with whom the profile has no contract; the line it gives makes the decision it says, by the same bytes. */
    @Test
    void saysWhatToAskASellerForWithTheRuleAndTheThreshold() {
        String offer = "google:a3-highgpu-8g:europe-west4:committed-12m";
        bench.run("why-not", offer, "profiles/regulated-bank.yaml", "--workload", "documents");
        String text = bench.data().replaceAll("\\s+", " ");
        Bench data = Bench.with(new WhyNotCommand(new Session(), SOURCES));
        data.run("why-not", offer, "profiles/regulated-bank.yaml", "--workload", "documents", "-o", "json");
        JsonNode negotiation = JsonMapper.shared().readTree(data.data()).at("/workloads/0/negotiation");

        Decision then = whatIf("profiles/regulated-bank.yaml", negotiation.get("set").valueStream().map(JsonNode::asString).toList());

        assertThat(text).contains("What to ask google for", "CTR-04 a tested exit plan (BLOCKER if it turns out otherwise): contracts.google.exitPlan=true.",
                "CTR-10 the share of the announced volume that must be delivered (MAJOR if it turns out otherwise): contracts.google.bindingVolumeShare=0.9. policy ctr.binding-share-minor 0.9 share");
        assertThat(Sha256.of(DecisionRecord.of(then, Shipped.knowledge().rules()))).isEqualTo(negotiation.get("recordSha256").asString());
        assertThat(candidate(then, "documents", offer).findings()).noneMatch(f -> List.of("CTR-04", "CTR-09", "CTR-10").contains(f.rule()));
        assertThat(candidate(then, "documents", offer).verdict().verdict()).hasToString(negotiation.get("then").asString());
        assertThat(negotiation.get("asks").valueStream().filter(a -> a.get("rule").asString().equals("CTR-08")).findFirst().orElseThrow().get("stillMissing").toString()).contains("the median lead time");
    }

    @Test
    void tellsTheAnswerThatItIsTheAnswer() {
        int exitCode = bench.run("why-not", "runpod:mi300x:secure:on-demand", ENTERPRISE);

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("runpod:mi300x:secure:on-demand is the answer, once what is open below is settled", "The allocation gives it 50 % of", "against A rate by the hour that was seen")
                .doesNotContain("is stopped", "Smallest change");
    }

    @Test
    void asksTheLastDecisionOfTheProfileAtHand() throws IOException {
        int exitCode = bench.runScript("profile load " + ENTERPRISE + "\nevaluate --top 1\nwhy-not runpod:mi300x:secure:on-demand\n");

        assertThat(exitCode).isZero();
        assertThat(bench.data()).contains("is the answer");
    }

    @Test
    void listsTheOffersOfAChip() {
        int exitCode = bench.run("why-not", "MI300X", ENTERPRISE);

        assertThat(exitCode).isEqualTo(2);
        assertThat(bench.data()).isEmpty();
        assertThat(bench.notes()).contains("no offer \"MI300X\" among the candidates", "offers have that in their name or are of that chip, best first: runpod:mi300x:secure:on-demand, crusoe:mi300x");
    }

    @Test
    void saysWhatWasMeantByAMisspeltOfferOrWorkload() {
        assertThat(bench.run("why-not", "own:MI300", ENTERPRISE)).isEqualTo(2);
        assertThat(bench.run("why-not", DOMINATED, ENTERPRISE, "--workload", "serv")).isEqualTo(2);
        assertThat(bench.run("why-not", ENTERPRISE, DOMINATED)).isEqualTo(2);

        assertThat(bench.notes()).contains("did you mean own:MI300X?", "did you mean serve?", "the offer comes first, then the profile: why-not OFFER " + ENTERPRISE);
    }

    private static Decision whatIf(String file, List<String> typed) {
        ReadProfile read = ProfileFiles.read(Path.of(file)).orThrow();
        ChangedInputs changed = ChangedInputs.of(read, Shipped.market(), Shipped.knowledge().policyBook(), read.profile().asOf(), typed.stream().map(t -> Setting.parse(t).orThrow()).toList()).orThrow();
        return DecisionMaker.decide(changed.profile().profile(), changed.market(), Shipped.knowledge(), read.profile().asOf()).orThrow()
                .assuming(changed.profile().assumptions().stream().map(Object::toString).toList());
    }

    private static Assessed candidate(Decision decision, String workload, String offer) {
        return decision.workloads().stream().filter(w -> w.workload().id().equals(workload)).flatMap(w -> w.candidates().stream()).filter(c -> c.offer().id().equals(offer)).findFirst().orElseThrow();
    }
}
