package dev.secondsource.files;

import static dev.secondsource.files.Profiles.SMALL;
import static dev.secondsource.files.Profiles.lines;
import static dev.secondsource.files.Profiles.read;
import static dev.secondsource.files.Profiles.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProfileEditTest {

    private static String edited(String text, String assignment) {
        return ProfileEdit.assign(text, "p.yaml", assignment).orThrow().text();
    }

    @Test
    void setsAValueByTheIdOfItsItem() {
        ReadProfile edited = ProfileEdit.assign(SMALL, "p.yaml", "workloads.serve.contextTokens=32768").orThrow();

        assertThat(edited.profile().workloads().get(0).contextTokens()).isEqualTo(32768);
        assertThat(edited.text()).isEqualTo(smallWith("contextTokens: 8192", "contextTokens: 32768"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void changesOneThingAndLeavesTheRest(String assignment, String old, String piece) {
        assertThat(edited(SMALL, assignment)).isEqualTo(smallWith(old, piece));
    }

    static Stream<Arguments> changesOneThingAndLeavesTheRest() {
        return Stream.of(
                Arguments.of("name=Big: \"the\" buyer", "name: Small buyer", "name: \"Big: \\\"the\\\" buyer\""),
                Arguments.of("name=Big buyer", "name: Small buyer", "name: Big buyer"),
                Arguments.of("asOf = 2026-11-30", "asOf: 2026-10-31", "asOf: 2026-11-30"),
                Arguments.of("fleet[1].share=0.25", "share: 0.4", "share: 0.25"),
                Arguments.of("workloads[0].batch=64", "contextTokens: 8192\n", "contextTokens: 8192\n    batch: 64\n"),
                Arguments.of("workloads.serve.volumePerMonth.p50=250", "p50: 200", "p50: 250"),
                Arguments.of("workloads.serve.request={promptTokens: 9, outputTokens: 1}", "{promptTokens: 1000, outputTokens: 200}", "{promptTokens: 9, outputTokens: 1}"),
                Arguments.of("engineering.stacks=cuda, rocm", "stacks: [cuda]", "stacks: [cuda, rocm]"),
                Arguments.of("engineering.costPerFteMonth=30000", "stacks: [cuda]\n", "stacks: [cuda]\n  costPerFteMonth: 30000\n"),
                Arguments.of("budget.perMonth=50000", "  stacks: [cuda]\n", "  stacks: [cuda]\nbudget:\n  perMonth: 50000\n"),
                Arguments.of("workloads.tune.limits.timeToFirstTokenMs=10", "      tokensBillions: 0.5\n", "      tokensBillions: 0.5\n    limits:\n      timeToFirstTokenMs: 10\n"),
                Arguments.of("workloads.tune.model.activeParametersBillions=8", "kvFormat: bf16}", "kvFormat: bf16, activeParametersBillions: 8}"),
                Arguments.of("policy.overrides.cap.designer=0.5", "  stacks: [cuda]\n", "  stacks: [cuda]\npolicy:\n  overrides:\n    cap.designer: 0.5\n"));
    }

    @Test
    void replacesABlockListByALineAndKeepsComments() {
        String text = smallWith("  stacks: [cuda]\n", "  stacks:   # today\n    - cuda   # since 2019\n    - rocm\n  # the end\n");

        assertThat(edited(text, "engineering.stacks=cuda")).isEqualTo(smallWith("  stacks: [cuda]\n", "  stacks: [cuda]\n  # the end\n"));
        assertThat(edited(text, "engineering.mlPlatformFte=3")).contains("# today").contains("# since 2019").contains("# the two of them");
    }

    @Test
    void editsJsonAsJson() {
        String json = """
                {"schema": "buyer-profile/1", "id": "small", "name": "Small", "asOf": "2026-10-31",
                 "workloads": [{"id": "tune", "kind": "fine-tuning", "precision": "bf16", "training": {"tokensBillions": 5},
                   "model": {"name": "SDXL", "modality": "image", "parametersBillions": 3.5, "weightFormat": "bf16"},
                   "volumePerMonth": {"p10": 1, "p50": 2, "p90": 3}}],
                 "engineering": {"mlPlatformFte": 2, "stacks": []}
                }
                """;

        assertThat(edited(json, "name=Big")).isEqualTo(json.replace("\"Small\"", "\"Big\""));
        assertThat(edited(json, "budget.perMonth=5")).isEqualTo(json.replace("\"stacks\": []}", "\"stacks\": []}, \"budget\": {\"perMonth\": 5}"));
        assertThat(edited(json, "engineering.stacks=cuda")).isEqualTo(json.replace("\"stacks\": []", "\"stacks\": [\"cuda\"]"));
    }

    @Test
    void worksWithoutANewlineAtTheEndAndWithLinesOfWindows() {
        assertThat(edited(SMALL.stripTrailing(), "horizonMonths=12")).isEqualTo(SMALL + "horizonMonths: 12\n");
        String windows = SMALL.replace("\n", "\r\n");
        assertThat(edited(windows, "workloads.serve.contextTokens=4096")).isEqualTo(windows.replace("8192", "4096"));
        assertThat(read(edited(windows, "horizonMonths=12")).profile().horizonMonths()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "workloads.serv.batch=3 | p.yaml: workloads.serv.batch: no item \"serv\"; use one of serve, tune",
        "workloads.serve.contextToken=3 | p.yaml: workloads.serve.contextToken: there is no key \"contextToken\" here; did you mean contextTokens?",
        "workloads.serve.promptTokens=3 | p.yaml: workloads.serve.promptTokens: there is no key \"promptTokens\" here; did you mean request.promptTokens?",
        "fleet[2].share=3 | p.yaml: fleet[2].share: no item [2]; use [0] to [1]",
        "overrides.DIV-01.by=Jane | p.yaml: overrides.DIV-01.by: no item \"DIV-01\"; use one of an id, once the list has items",
        "contracts.aws.exitPlans=true | p.yaml: contracts.aws.exitPlans: there is no key \"exitPlans\" here; did you mean exitPlan?",
        "workloads.serve.contextTokens=lots | p.yaml:19: workloads.serve.contextTokens: \"lots\" is text, not a whole number; write context in tokens, for example 32768",
        "workloads.serve.contextTokens= | p.yaml:19: workloads.serve.contextTokens: has no value; give context in tokens, for example 32768, or leave the key out if it is optional",
        "fleet[0].share=0.9 | p.yaml:29: fleet[1].share: the shares of workload serve add up to 1.3; make them add up to at most 1",
        "engineering.stacks=[cuda | p.yaml: engineering.stacks: \"[cuda\" cannot be read as a value; write software stacks in production, for example [cuda]",
        "name | p.yaml: \"name\" assigns nothing; write KEY=VALUE, for example workloads.serve.contextTokens=32768",
        "a..b=1 | p.yaml: a..b: there is no key \"a\" here; known keys here: schema, id, name, description, asOf, currency, horizonMonths, budget, where, delivery, requirements, business, workloads, fleet, engineering, selfBuild, contracts, commitments, overrides, priorities, policy",
        "id..b=1 | p.yaml: id..b: \"\" is no step of a path; write keys with dots between them",
    })
    void refuses(String assignment, String problem) {
        assertThat(lines(ProfileEdit.assign(SMALL, "p.yaml", assignment))).containsExactly(problem);
    }

    @Test
    void addsAndEditsCommitmentsAndSignatures() {
        String text = edited(SMALL, "overrides=[{rule: DIV-01, by: A, reason: b, on: 2026-10-01}]");
        text = edited(text, "commitments=[{offer: o, accelerators: 8, perMonth: 9, until: 2027-01-01}]");

        assertThat(edited(text, "overrides.DIV-01.by=Jane Doe")).contains("{rule: DIV-01, by: Jane Doe, reason: b");
        assertThat(edited(text, "commitments[0].accelerators=16")).contains("accelerators: 16");
    }

    @Test
    void addsAWholeItem() {
        String text = edited(SMALL, "contracts=[{provider: aws, exitPlan: false}]");

        assertThat(edited(text, "contracts.aws.exitPlan=true")).contains("contracts: [{provider: aws, exitPlan: true}]");
    }

    @Test
    void beginsAContractThatATermIsSetOf() {
        String none = edited(SMALL, "contracts.aws.exitPlan=true");
        String flow = edited(none, "contracts.google.noticeDays=62");
        String block = edited(SMALL + "contracts:\n  - {provider: aws}   # since May\n  - provider: azure\n    exitPlan: false\n# the end\n", "contracts.google.exitPlan=true");

        assertThat(none).contains("contracts: [{provider: aws, exitPlan: true}]");
        assertThat(flow).contains("contracts: [{provider: aws, exitPlan: true}, {provider: google, noticeDays: 62}]");
        assertThat(block).endsWith("contracts:\n  - {provider: aws}   # since May\n  - provider: azure\n    exitPlan: false\n  - {provider: google, exitPlan: true}\n# the end\n");
        assertThat(edited(edited("{\"contracts\": [], " + json().substring(1), "contracts.aws.exitPlan=true"), "contracts.google.sublet=false"))
                .contains("\"contracts\": [{\"provider\": \"aws\", \"exitPlan\": true}, {\"provider\": \"google\", \"sublet\": false}]");
    }

    private static String json() {
        return YamlText.read(SMALL, "p.yaml").orThrow().root().toString();
    }

    @Test
    void namesEveryPathThatCanBeSet() {
        var paths = ProfileEdit.paths(read(SMALL));

        assertThat(paths).contains("name", "budget.perMonth", "workloads.serve.contextTokens", "workloads.tune.model.layers", "fleet[1].share", "delivery.sites")
                .doesNotContain("workloads", "fleet[2].share").doesNotHaveDuplicates();
    }
}
