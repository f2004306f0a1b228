package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import java.util.List;

/** Profiles for tests. */
final class Profiles {
    /** The least a profile must say; 33 lines. */
    static final String SMALL = """
            schema: buyer-profile/1
            id: small
            name: Small buyer
            asOf: 2026-10-31
            workloads:
              - id: serve
                kind: online-serving
                model:
                  name: Llama-3.1-8B
                  parametersBillions: 8.03
                  layers: 32
                  kvHeads: 8
                  headDimension: 128
                  weightFormat: bf16
                  kvFormat: bf16
                precision: bf16
                volumePerMonth: {p10: 100, p50: 200, p90: 300}
                request: {promptTokens: 1000, outputTokens: 200}
                contextTokens: 8192
              - id: tune
                kind: fine-tuning
                model: {name: Llama-3.1-8B, parametersBillions: 8.03, layers: 32, kvHeads: 8, headDimension: 128, weightFormat: bf16, kvFormat: bf16}
                precision: bf16
                volumePerMonth: {p10: 1, p50: 2, p90: 3}
                training:
                  tokensBillions: 0.5
            fleet:
              - {workload: serve, accelerator: H100-SXM, provider: aws, share: 0.6}
              - {workload: serve, accelerator: L40S, provider: runpod, share: 0.4}
            engineering:
              # the two of them
              mlPlatformFte: 2
              stacks: [cuda]
            """;

    private Profiles() {}

    /** The small profile with one piece of text put in place of another, which must be there. */
    static String smallWith(String old, String piece) {
        assertThat(SMALL).contains(old);
        return SMALL.replace(old, piece);
    }

    static ReadProfile read(String text) {
        return ProfileReader.read(text, "p.yaml").orThrow();
    }

    /** What is wrong with a text, a line each. */
    static List<String> problems(String text) {
        return lines(ProfileReader.read(text, "p.yaml"));
    }

    static List<String> lines(Checked<?> checked) {
        return checked.problems().stream().map(Problem::toString).toList();
    }
}
