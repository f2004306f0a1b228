package dev.secondsource.files;

import static dev.secondsource.files.Profiles.SMALL;
import static dev.secondsource.files.Profiles.problems;
import static dev.secondsource.files.Profiles.read;
import static dev.secondsource.files.Profiles.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.ExistingCommitment;
import dev.secondsource.profile.NumericFormat;
import dev.secondsource.profile.SelfBuild;
import dev.secondsource.profile.SignedOverride;
import dev.secondsource.profile.Workload;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileReaderTest {

    @Test
    void readsWhatAProfileSays() {
        BuyerProfile buyer = read(SMALL).profile();

        assertThat(buyer.id()).isEqualTo("small");
        assertThat(buyer.asOf()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(buyer.fleet().get(1).share()).isEqualTo(new BigDecimal("0.4"));
        Workload serve = buyer.workloads().get(0);
        assertThat(serve.kind()).isEqualTo(WorkloadKind.ONLINE_SERVING);
        assertThat(serve.model().totalParametersBillions()).isEqualTo(new BigDecimal("8.03"));
        assertThat(serve.model().kvFormat()).isEqualTo(NumericFormat.BF16);
        assertThat(serve.volumePerMonth().p90()).isEqualTo(new BigDecimal("300"));
        assertThat(serve.contextTokens()).isEqualTo(8192);
    }

    @Test
    void fillsInDefaultsAndLeavesTheUnknownUnknown() {
        BuyerProfile buyer = read(SMALL).profile();

        assertThat(buyer.budgetPerMonth()).isNull();
        assertThat(buyer.horizonMonths()).isEqualTo(36);
        assertThat(buyer.costOfCapital()).isEqualTo(new BigDecimal("0.1"));
        assertThat(buyer.deliveryModes()).containsExactly(DeliveryMode.RENT, DeliveryMode.RESERVE);
        assertThat(buyer.priorities()).containsExactly(Criterion.UNIT_COST, Criterion.EXPOSURE, Criterion.SPEED, Criterion.READINESS,
                Criterion.VENDOR_CONDITION, Criterion.SUSTAINABILITY);
        assertThat(buyer.engineering().costPerFteMonth()).isEqualTo(Money.usd("25000"));
        Workload serve = buyer.workloads().get(0);
        assertThat(serve.model().isMixtureOfExperts()).isFalse();
        assertThat(serve.timeToFirstTokenMs()).isNull();
        assertThat(serve.valueOfDelayPerMonth()).isNull();
    }

    @Test
    void readsAChipOfTheBuyersOwnAndWritesItBack() {
        ReadProfile own = read(smallWith("fleet:", "selfBuild: {accelerator: D1, displacedPerYear: 500000000, leadTeamKept: false}\nfleet:"));
        ReadProfile little = read(smallWith("fleet:", "selfBuild: {accelerator: D1}\nfleet:"));

        assertThat(own.profile().selfBuild()).isEqualTo(new SelfBuild("D1", Money.usd("500000000"), false));
        assertThat(little.profile().selfBuild()).isEqualTo(new SelfBuild("D1", null, null));
        assertThat(read(SMALL).profile().selfBuild()).isNull();
        assertThat(read(own.canonical()).profile()).isEqualTo(own.profile());
    }

    @Test
    void tellsWhatItTookForGranted() {
        var assumptions = read(SMALL).assumptions().stream().map(Object::toString).filter(a -> !a.startsWith("workloads.tune")).toList();

        assertThat(assumptions).containsExactly(
                "currency is not given: taken as USD (Currency)",
                "horizonMonths is not given: taken as 36 (Horizon)",
                "budget.perMonth is not given: taken as unlimited (Budget a month)",
                "where.dataIn is not given: taken as anywhere (Countries for the data)",
                "where.operatedBy is not given: taken as anyone (Countries of the operator)",
                "delivery.modes is not given: taken as [rent, reserve] (Ways of getting capacity)",
                "delivery.needBy is not given: taken as no date binds (Needed by)",
                "business.costOfCapital is not given: taken as 0.1 (Cost of capital)",
                "workloads.serve.model.activeParametersBillions is not given: taken as all of them: a dense model (Active parameters)",
                "workloads.serve.batch is not given: taken as 32 (Batch)",
                "workloads.serve.frameworks is not given: taken as [pytorch] (Frameworks)",
                "workloads.serve.customKernelShare is not given: taken as 0.1 (Custom kernels)",
                "workloads.serve.criticalShare is not given: taken as 0.3 (Critical share)",
                "workloads.serve.surge is not given: taken as 0.5 (Surge)",
                "workloads.serve.utilisation.share is not given: taken as 0.5 (Utilisation)",
                "engineering.costPerFteMonth is not given: taken as 25000 (Cost of an engineer-month)",
                "priorities is not given: taken as [unit-cost, exposure, speed, readiness, vendor-condition, sustainability] (Priorities)",
                "policy.variant is not given: taken as default (Policy variant)");
    }

    @Test
    void remembersTheLineOfEveryValue() {
        var lines = read(SMALL).lines();

        assertThat(lines).containsEntry("id", 2).containsEntry("workloads.serve.model.layers", 11).containsEntry("workloads.tune.training.tokensBillions", 26)
                .containsEntry("fleet[1].share", 29).containsEntry("engineering.stacks[0]", 33).doesNotContainKey("horizonMonths");
    }

    @Test
    void readsJsonByTheSameRulesTabsIncluded() {
        String json = """
                {
                \t"schema": "buyer-profile/1", "id": "small", "name": "Small \\u00e9 \\/ buyer", "asOf": "2026-10-31",
                \t"workloads": [{
                \t\t"id": "tune", "kind": "fine-tuning", "precision": "bf16",
                \t\t"model": {"name": "SDXL", "modality": "image", "parametersBillions": 3.5e0, "weightFormat": "bf16"},
                \t\t"volumePerMonth": {"p10":1,"p50":2,"p90":3},
                \t\t"training": {"tokensBillions": 5}
                \t}],
                \t"engineering": {"mlPlatformFte": 2, "stacks": []}
                }
                """;

        BuyerProfile buyer = read(json).profile();

        assertThat(buyer.name()).isEqualTo("Small é / buyer");
        assertThat(buyer.workloads().get(0).model().totalParametersBillions()).isEqualTo(new BigDecimal("3.5"));
        assertThat(problems(json.replace("\"p50\":2", "\"p50\":0"))).containsExactly(
                "p.yaml:6: workloads.tune.volumePerMonth.p10: p10 1 is above p50 0; use p10 ≤ p50 ≤ p90",
                "p.yaml:6: workloads.tune.volumePerMonth.p50: 0 is out of range; use a number above 0 (M tokens, 1 000 images or training runs a month)");
    }

    @Test
    void readsWhatIsBoundAndWhatIsSignedAndWritesItBack() {
        String text = SMALL + "currency: EUR\ncommitments:\n  - {offer: \"aws:p5.48xlarge:us-east-1:on-demand\", accelerators: 64, perMonth: 150000, until: 2026-01-31}\n"
                + "overrides:\n  - {rule: DIV-07, by: \"Jane Doe, CRO\", reason: keys are held here, on: 2026-10-15}\n";

        ReadProfile bound = read(text);

        assertThat(bound.profile().commitments()).containsExactly(new ExistingCommitment("aws:p5.48xlarge:us-east-1:on-demand", 64,
                Money.of(new BigDecimal("150000"), Currency.getInstance("EUR")), LocalDate.of(2026, 1, 31)));
        assertThat(bound.profile().overrides()).containsExactly(new SignedOverride("DIV-07", "Jane Doe, CRO", "keys are held here", LocalDate.of(2026, 10, 15)));
        assertThat(bound.lines()).containsEntry("commitments[0].until", 36).containsEntry("overrides.DIV-07.by", 38);
        assertThat(read(bound.canonical()).profile()).isEqualTo(bound.profile());
    }

    @Test
    void equalProfilesHaveEqualCanonicalForms() {
        String other = "# the same, told otherwise\n" + smallWith("share: 0.6", "share: 6.0e-1").replace("id: small", "id: \"small\"").replace("name: Small buyer", "currency: USD\nname: Small buyer");

        assertThat(read(other).canonical()).isEqualTo(read(SMALL).canonical());
        assertThat(read(smallWith("share: 0.6", "share: 0.5")).canonical()).isNotEqualTo(read(SMALL).canonical());
    }

    @Test
    void readsWhatItWrites() {
        ReadProfile small = read(SMALL);

        ReadProfile again = read(ProfileReader.write(small.profile()));

        assertThat(again.profile()).isEqualTo(small.profile());
        assertThat(again.canonical()).isEqualTo(small.canonical()).isEqualTo(ProfileReader.write(small.profile()));
    }

    @ParameterizedTest
    @MethodSource
    void writesAnyTextSoThatItReadsBack(String name) {
        ReadProfile named = read(smallWith("name: Small buyer", "name: " + YamlWords.text(name, true)));

        assertThat(named.profile().name()).isEqualTo(name);
        assertThat(read(named.canonical()).profile()).isEqualTo(named.profile());
    }

    static Stream<String> writesAnyTextSoThatItReadsBack() {
        return Stream.of("null", "true", "No", "1e3", "0x1F", "12", ".inf", "~", "a: b", "- x", "# x", "x # y", "\"q\"", "it's", "{a}", "[b]", "*x", "&x", "!x",
                "2026-10-31", "é 漢 🙂", "back\\slash", " edges ", "@at", "`t`", "%p", "a,b", "?", "---", "x: ", "<<");
    }

    @Test
    void reportsEverythingAtOnceInTheOrderOfTheFile() {
        String text = smallWith("name: Small buyer\n", "nmae: Small buyer\n").replace("layers: 32\n", "layers: many\n").replace("share: 0.4", "share: 0.5").replace("mlPlatformFte: 2", "mlPlatformFte: -2");

        assertThat(problems(text)).containsExactly(
                "p.yaml:3: nmae: unknown key \"nmae\"; did you mean name?",
                "p.yaml:11: workloads.serve.model.layers: \"many\" is text, not a whole number; write layers, for example 80",
                "p.yaml:29: fleet[1].share: the shares of workload serve add up to 1.1; make them add up to at most 1",
                "p.yaml:32: engineering.mlPlatformFte: -2 is out of range; use a number from 0 to 100000 (full-time equivalents)");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String what, String text, String... expected) {
        assertThat(problems(text)).containsExactly(expected);
    }

    static Stream<Arguments> refuses() {
        return Stream.of(
                wrong("a misspelt key, without calling the right one missing too", smallWith("layers: 32\n", "layer: 32\n"),
                        "p.yaml:11: workloads.serve.model.layer: unknown key \"layer\"; did you mean layers?"),
                wrong("a key that belongs in a section", smallWith("asOf:", "budgetPerMonth: 5\nasOf:"),
                        "p.yaml:4: budgetPerMonth: unknown key \"budgetPerMonth\"; did you mean budget.perMonth?"),
                wrong("a key that belongs deeper", smallWith("    contextTokens: 8192", "    contextTokens: 8192\n    promptTokens: 3"),
                        "p.yaml:20: workloads.serve.promptTokens: unknown key \"promptTokens\"; did you mean request.promptTokens?"),
                wrong("a key like no other", smallWith("  stacks: [cuda]", "  stacks: [cuda]\n  zzz: 1"),
                        "p.yaml:34: engineering.zzz: unknown key \"zzz\"; known keys here: mlPlatformFte, stacks, costPerFteMonth"),
                wrong("a merge key", smallWith("id: small", "id: small\n<<: {id: small}"),
                        "p.yaml:3: <<: unknown key \"<<\"; known keys here: schema, id, name, description, asOf, currency, horizonMonths, budget, where, delivery, "
                                + "requirements, business, workloads, fleet, engineering, selfBuild, contracts, commitments, overrides, priorities, policy"),
                wrong("text for a number", smallWith("contextTokens: 8192", "contextTokens: \"8192\""),
                        "p.yaml:19: workloads.serve.contextTokens: \"8192\" is text, not a whole number; write context in tokens, for example 32768"),
                wrong("a number for text", smallWith("name: Small buyer", "name: 12"),
                        "p.yaml:3: name: 12 is a number, not text; write name of the buyer, for example Enterprise serving a 70B model"),
                wrong("a list for a section", smallWith("  - {workload: serve, accelerator: L40S, provider: runpod, share: 0.4}", "  - L40S"),
                        "p.yaml:29: fleet[1]: \"L40S\" is text, not a mapping of keys to values; write part of the fleet with workload, accelerator, provider, share"),
                wrong("a word of YAML 1.1 for true", smallWith("id: tune", "id: tune\n    preemptible: yes"),
                        "p.yaml:21: workloads.tune.preemptible: \"yes\" is text, not true or false; write pre-emptible, for example true"),
                wrong("a number in another base", smallWith("8192", "0x2000"),
                        "p.yaml:19: workloads.serve.contextTokens: \"0x2000\" is text, not a whole number; write context in tokens, for example 32768"),
                wrong("no number", smallWith("8.03\n", ".nan\n"),
                        "p.yaml:10: workloads.serve.model.parametersBillions: \".nan\" is text, not a number; write parameters in billions, for example 70.6"),
                wrong("a key without a value", smallWith("name: Small buyer", "name:"),
                        "p.yaml:3: name: has no value; give name of the buyer, for example Enterprise serving a 70B model, or leave the key out if it is optional"),
                wrong("keys missing at the top", smallWith("id: small\nname: Small buyer\n", ""),
                        "p.yaml: id: \"id\" is missing; add short name, for example enterprise-serving-70b",
                        "p.yaml: name: \"name\" is missing; add name of the buyer, for example Enterprise serving a 70B model"),
                wrong("training without tokens", smallWith("    training:\n      tokensBillions: 0.5\n", ""),
                        "p.yaml:20: workloads.tune.training: \"training\" is missing: training is sized by its tokens; add training run with tokensBillions"),
                wrong("a text model without a cache", smallWith("      layers: 32\n      kvHeads: 8\n      headDimension: 128\n", ""),
                        "p.yaml:8: workloads.serve.model.headDimension: \"headDimension\" is missing: a text model keeps a key-value cache; add head dimension, for example 128",
                        "p.yaml:8: workloads.serve.model.kvHeads: \"kvHeads\" is missing: a text model keeps a key-value cache; add key-value heads, for example 8",
                        "p.yaml:8: workloads.serve.model.layers: \"layers\" is missing: a text model keeps a key-value cache; add layers, for example 80"),
                wrong("served tokens without a size", smallWith("    request: {promptTokens: 1000, outputTokens: 200}\n    contextTokens: 8192\n", ""),
                        "p.yaml:6: workloads.serve.contextTokens: \"contextTokens\" is missing: served tokens are sized by request and context; add context in tokens, for example 32768",
                        "p.yaml:6: workloads.serve.request: \"request\" is missing: served tokens are sized by request and context; add typical request with promptTokens, outputTokens"),
                wrong("owning without a site", smallWith("fleet:", "delivery: {modes: [own]}\nfleet:"),
                        "p.yaml:27: delivery.sites: \"sites\" is missing: machines that are owned need a site; add own sites: a list, each with "
                                + "id, jurisdiction, powerKw, rackKw, liquidCooling, pue, electricityPerKwh, gridGramsPerKwh"),
                wrong("owning with an empty list of sites, twice", smallWith("fleet:", "delivery: {modes: [own, own], sites: []}\nfleet:"),
                        "p.yaml:27: delivery.modes[1]: \"own\" is listed twice; list it once",
                        "p.yaml:27: delivery.sites: lists 0 items: machines that are owned need a site; list at least 1 of own sites"),
                wrong("a share above one", smallWith("asOf:", "business: {costOfCapital: 10}\nasOf:"),
                        "p.yaml:4: business.costOfCapital: 10 is out of range; use a number from 0 to 1 (share a year)"),
                wrong("a misspelt choice", smallWith("kind: online-serving", "kind: onlin-serving"),
                        "p.yaml:7: workloads.serve.kind: \"onlin-serving\" is not one of the choices; did you mean online-serving? "
                                + "use one of pre-training, fine-tuning, online-serving, batch-inference"),
                wrong("a choice near to two", smallWith("    precision: bf16\n    volumePerMonth: {p10: 100", "    precision: fp9\n    volumePerMonth: {p10: 100"),
                        "p.yaml:16: workloads.serve.precision: \"fp9\" is not one of the choices; use one of fp64, fp32, tf32, bf16, fp16, fp8, int8, fp4"),
                wrong("quantiles out of order", smallWith("{p10: 100, p50: 200, p90: 300}", "{p10: 300, p50: 200, p90: 100}"),
                        "p.yaml:17: workloads.serve.volumePerMonth.p10: p10 300 is above p50 200; use p10 ≤ p50 ≤ p90",
                        "p.yaml:17: workloads.serve.volumePerMonth.p90: p90 100 is below p50 200; use p10 ≤ p50 ≤ p90"),
                wrong("more active parameters than all", smallWith("      layers: 32\n", "      activeParametersBillions: 9\n      layers: 32\n"),
                        "p.yaml:11: workloads.serve.model.activeParametersBillions: more active parameters (9) than parameters (8.03); use at most parametersBillions"),
                wrong("a context too short for a request", smallWith("contextTokens: 8192", "contextTokens: 1199"),
                        "p.yaml:19: workloads.serve.contextTokens: 1199 tokens do not hold a typical request of 1200; use at least promptTokens + outputTokens"),
                wrong("a fleet for no workload", smallWith("workload: serve, accelerator: L40S", "workload: server, accelerator: L40S"),
                        "p.yaml:29: fleet[1].workload: no workload \"server\" in this profile; did you mean serve? use one of serve, tune"),
                wrong("an id used twice", smallWith("id: tune", "id: serve"),
                        "p.yaml:20: workloads[1].id: \"serve\" is taken by the item on line 6; give each its own id"),
                wrong("a contract told twice", smallWith("fleet:", "contracts:\n  - {provider: aws}\n  - {provider: aws, noticeDays: 60}\nfleet:"),
                        "p.yaml:29: contracts[1].provider: \"aws\" is taken by the item on line 28; give each its own provider"),
                wrong("a key given twice", smallWith("name: Small buyer", "name: Small buyer\nname: Big buyer"),
                        "p.yaml:4: name: the key \"name\" was given before, on line 3; keep one of the two"),
                wrong("need before the decision", smallWith("fleet:", "delivery:\n  needBy: 2026-10-30\nfleet:"),
                        "p.yaml:28: delivery.needBy: 2026-10-30 is before asOf 2026-10-31; need it on or after the day of the decision"),
                wrong("a measurement from the future", smallWith("id: tune", "id: tune\n    measurements:\n      - {accelerator: H100-SXM, perAccelerator: 5, date: 2026-11-01, note: x}"),
                        "p.yaml:22: workloads.tune.measurements[0].date: 2026-11-01 is after asOf 2026-10-31; leave out what is not known on that day, or decide later"),
                wrong("a day that is none", smallWith("2026-10-31", "2026-02-30"),
                        "p.yaml:4: asOf: \"2026-02-30\" is not a date; write a day of the calendar as YYYY-MM-DD"),
                wrong("a date in another form", smallWith("2026-10-31", "31.10.2026"),
                        "p.yaml:4: asOf: \"31.10.2026\" is not a date; write a day of the calendar as YYYY-MM-DD"),
                wrong("priorities that are not all six", smallWith("fleet:", "priorities: [speed, unit-cost, speed]\nfleet:"),
                        "p.yaml:27: priorities: lists 3 items; list exactly 6 of unit-cost, speed, exposure, vendor-condition, readiness, sustainability",
                        "p.yaml:27: priorities[2]: \"speed\" is listed twice; list it once"),
                wrong("a currency that is none", smallWith("asOf:", "currency: XYZ\nasOf:"),
                        "p.yaml:4: currency: \"XYZ\" is not a currency; use an ISO 4217 code such as USD or EUR"),
                wrong("countries that are none", smallWith("asOf:", "where: {dataIn: [EU, UK], operatedBy: [XX]}\nasOf:"),
                        "p.yaml:4: where.dataIn[1]: \"UK\" is not a country; the United Kingdom is GB",
                        "p.yaml:4: where.operatedBy[0]: \"XX\" is not a country; use an ISO 3166 alpha-2 code, or EU"),
                wrong("another format", smallWith("buyer-profile/1", "buyer-profile/2"),
                        "p.yaml:1: schema: \"buyer-profile/2\" is not known to this program; write buyer-profile/1"),
                wrong("commitments that bind to nothing", smallWith("fleet:", "commitments:\n  - {offer: o, accelerators: 0, perMonth: -1, until: 2027-02-30}\nfleet:"),
                        "p.yaml:28: commitments[0].accelerators: 0 is out of range; use a number from 1 to 100000000 (accelerators)",
                        "p.yaml:28: commitments[0].perMonth: -1 is out of range; use a number above 0 (money a month)",
                        "p.yaml:28: commitments[0].until: \"2027-02-30\" is not a date; write a day of the calendar as YYYY-MM-DD"),
                wrong("a signature without a reason", smallWith("fleet:", "overrides:\n  - {rule: DIV-01, by: A, on: 2026-10-01}\nfleet:"),
                        "p.yaml:28: overrides.DIV-01.reason: \"reason\" is missing; add reason, for example the keys are held where that law does not reach"),
                wrong("two signatures under one block", smallWith("fleet:", "overrides:\n  - {rule: DIV-01, by: A, reason: b, on: 2026-10-01}\n  - {rule: DIV-01, by: C, reason: d, on: 2026-10-02}\nfleet:"),
                        "p.yaml:29: overrides[1].rule: \"DIV-01\" is taken by the item on line 28; give each its own rule"),
                wrong("an override that is no number", smallWith("fleet:", "policy:\n  overrides:\n    cap.designer: high\nfleet:"),
                        "p.yaml:29: policy.overrides.cap.designer: \"high\" is text, not a number; write threshold, for example 0.5"),
                wrong("workloads as a mapping", smallWith("fleet:", "contracts: {aws: {noticeDays: 60}}\nfleet:"),
                        "p.yaml:27: contracts: {aws: {noticeDays: 60}} is a mapping, not a list; write contracts: a list, each with provider"));
    }

    private static Arguments wrong(String what, String text, String... expected) {
        return Arguments.of(what, text, expected);
    }
}
