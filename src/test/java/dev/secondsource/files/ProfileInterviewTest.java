package dev.secondsource.files;

import static dev.secondsource.files.Profiles.lines;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileInterviewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 31);
    private static final ProfileReferences.Known ANY = new ProfileReferences.Known(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    private static final ProfileReferences.Known MARKET =
            new ProfileReferences.Known(Set.of("H100-SXM", "L40S"), Set.of("aws"), Set.of(), Set.of("cuda", "rocm"), Set.of(), Set.of(), Set.of());

    /** Answers each question by its path, or takes the suggestion. */
    private static ProfileInterview answered(ProfileInterview interview, Map<String, String> answers, List<String> asked) {
        Map<String, String> left = new HashMap<>(answers);
        while (interview.next().isPresent()) {
            var question = interview.next().get();
            asked.add(question.path());
            String answer = left.containsKey(question.path()) ? left.remove(question.path()) : "";
            interview = interview.answer(answer).orThrow();
        }
        assertThat(left).as("answers nobody asked for").isEmpty();
        return interview;
    }

    @Test
    void leadsFromFewAnswersToAProfile() {
        List<String> asked = new ArrayList<>();
        Map<String, String> answers = Map.of("name", "My company", "budget.perMonth", "500000", "workloads.serve.volumePerMonth.p50", "12000",
                "fleet[0].accelerator", "H100-SXM", "fleet[0].provider", "aws", "engineering.mlPlatformFte", "4");

        ReadProfile read = answered(ProfileInterview.begin(TODAY, MARKET), answers, asked).finish("my.yaml").orThrow();

        BuyerProfile buyer = read.profile();
        assertThat(buyer.id()).isEqualTo("my-company");
        assertThat(buyer.asOf()).isEqualTo(TODAY);
        assertThat(buyer.budgetPerMonth()).isEqualTo(Money.usd("500000"));
        assertThat(buyer.workloads().get(0).model().layers()).isEqualTo(80);
        assertThat(buyer.workloads().get(0).volumePerMonth().p10()).isEqualTo(new BigDecimal("8400"));
        assertThat(buyer.fleet().get(0).share()).isEqualTo(BigDecimal.ONE);
        assertThat(read.assumptions()).extracting(a -> a.path()).contains("workloads.serve.surge");
        assertThat(asked).doesNotContain("workloads.serve.model.layers", "workloads.serve.training.tokensBillions", "delivery.sites[0].pue").hasSizeLessThan(45);
    }

    @Test
    void asksForTheShapeOfAModelItDoesNotKnowAndForEachFurtherWorkload() {
        List<String> asked = new ArrayList<>();
        Map<String, String> answers = new HashMap<>(Map.of("name", "X", "delivery.modes", "rent, own", "workloads[0].kind", "pre-training",
                "workloads.pretrain.model.name", "House-13B", "workloads.pretrain.model.layers", "40", "workloads.pretrain.model.kvHeads", "40",
                "workloads.pretrain.model.headDimension", "128", "workloads.pretrain.model.parametersBillions", "13", "workloads.pretrain.volumePerMonth.p50", "0.25",
                "engineering.mlPlatformFte", "4"));
        answers.put("workloads.pretrain.training.tokensBillions", "2000");
        answers.putAll(Map.of("delivery.sites.own-site.jurisdiction", "DE", "delivery.sites.own-site.powerKw", "500", "delivery.sites.own-site.rackKw", "40",
                "delivery.sites.own-site.liquidCooling", "yes", "delivery.sites.own-site.pue", "1.2", "delivery.sites.own-site.electricityPerKwh", "0.1",
                "delivery.sites.own-site.gridGramsPerKwh", "300", "", "yes"));
        answers.putAll(Map.of("workloads[1].kind", "batch-inference", "workloads.batch.volumePerMonth.p50", "100"));

        BuyerProfile buyer = answered(ProfileInterview.begin(TODAY, ANY), answers, asked).finish("x.yaml").orThrow().profile();

        assertThat(buyer.workloads()).extracting(w -> w.kind()).containsExactly(WorkloadKind.PRE_TRAINING, WorkloadKind.BATCH_INFERENCE);
        assertThat(buyer.workloads().get(0).model().isMixtureOfExperts()).isFalse();
        assertThat(buyer.sites().get(0).liquidCooling()).isTrue();
        assertThat(asked).contains("workloads.pretrain.model.modality", "workloads.batch.batch").doesNotContain("workloads.pretrain.batch");
    }

    @Test
    void asksAboutImagesOnlyWhatImagesNeed() {
        List<String> asked = new ArrayList<>();

        ReadProfile read = answered(ProfileInterview.begin(TODAY, ANY), Map.of("name", "X", "workloads.serve.model.name", "sdxl",
                "workloads.serve.volumePerMonth.p50", "1000", "engineering.mlPlatformFte", "1"), asked).finish("x.yaml").orThrow();

        assertThat(read.profile().workloads().get(0).model().name()).isEqualTo("SDXL");
        assertThat(asked).contains("workloads.serve.model.teraflopsPerImage").doesNotContain("workloads.serve.contextTokens", "workloads.serve.model.kvFormat");
    }

    @Test
    void saysWhatIsAskedInWhichUnitAndWhatSilenceMeans() {
        ProfileInterview interview = until(ProfileInterview.begin(TODAY, ANY), "budget.perMonth", Map.of("name", "X"));

        var question = interview.next().orElseThrow();

        assertThat(question.text()).isEqualTo("Budget a month. Most that may be spent on compute in a month. Leave empty: unlimited.");
        assertThat(question.unit()).isEqualTo("money a month");
        assertThat(question.suggestion()).isEmpty();
    }

    @Test
    void checksEachAnswerAgainstSchemaMarketAndAnswersBefore() {
        ProfileInterview start = ProfileInterview.begin(TODAY, MARKET);
        assertThat(lines(start.answer(" "))).containsExactly("answer: name: needs an answer; give name of the buyer, for example Enterprise serving a 70B model");

        ProfileInterview days = until(start, "asOf", Map.of("name", "X"));
        assertThat(lines(days.answer("tomorrow"))).containsExactly("answer: asOf: \"tomorrow\" is not a date; write a day of the calendar as YYYY-MM-DD");

        ProfileInterview need = until(days, "delivery.needBy", Map.of());
        assertThat(lines(need.answer("2026-10-30"))).containsExactly("answer: delivery.needBy: 2026-10-30 is before asOf 2026-10-31; need it on or after the day of the decision");

        ProfileInterview low = until(need, "workloads.serve.volumePerMonth.p10", Map.of("workloads.serve.volumePerMonth.p50", "100"));
        assertThat(low.next().orElseThrow().suggestion()).isEqualTo("70");
        assertThat(lines(low.answer("101"))).containsExactly("answer: workloads.serve.volumePerMonth.p10: p10 101 is above p50 100; use p10 ≤ p50 ≤ p90");

        ProfileInterview fleet = until(low, "fleet[0].accelerator", Map.of());
        assertThat(lines(fleet.answer("H100"))).containsExactly("answer: fleet[0].accelerator: \"H100\" is not one of the choices; did you mean H100-SXM? use one of H100-SXM, L40S");

        ProfileInterview more = until(fleet, "", Map.of());
        assertThat(lines(more.answer("perhaps"))).containsExactly("answer: \"perhaps\" is neither yes nor no; answer yes or no");
        ProfileInterview second = until(more.answer("yes").orThrow(), "workloads[1].id", Map.of());
        assertThat(second.next().orElseThrow().suggestion()).isEqualTo("serve-2");
        assertThat(lines(second.answer("serve"))).containsExactly("answer: workloads[1].id: \"serve\" is taken by another item; give each its own id");
        assertThat(lines(second.answer("Serve"))).hasSize(1).first().asString().startsWith("answer: workloads.Serve.id: \"Serve\" does not have the form of this key");
    }

    @Test
    void anAnswerLeavesTheInterviewBeforeItAsItWas() {
        ProfileInterview start = ProfileInterview.begin(TODAY, ANY);

        start.answer("First").orThrow();

        assertThat(start.next().orElseThrow().path()).isEqualTo("name");
        assertThat(start.answer("Second").orThrow().next().orElseThrow().suggestion()).isEqualTo("second");
    }

    private static ProfileInterview until(ProfileInterview interview, String path, Map<String, String> answers) {
        while (!interview.next().orElseThrow().path().equals(path)) interview = interview.answer(answers.getOrDefault(interview.next().get().path(), "")).orThrow();
        return interview;
    }
}
