package dev.secondsource.files;

import static dev.secondsource.files.Profiles.read;
import static dev.secondsource.files.Profiles.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.problem.Problem;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileReferencesTest {
    private static final ProfileReferences.Known KNOWN = new ProfileReferences.Known(
            Set.of("H100-SXM", "H100-PCIe", "L40S"), Set.of("aws", "runpod", "google"), Set.of("aws:p5.48xlarge:us-east-1:on-demand"),
            Set.of("cuda", "rocm"), Set.of("DIV-01", "DIV-02", "VRK-01"), Set.of("designer-cap", "provider-cap"), Set.of("default", "cautious"));

    @Test
    void hasNothingToSayOfNamesThatExist() {
        ReadProfile read = read(smallWith("provider: aws", "offer: \"aws:p5.48xlarge:us-east-1:on-demand\", provider: own"));

        assertThat(ProfileReferences.check(read, KNOWN)).isEmpty();
    }

    @Test
    void findsEveryNameNothingAnswersTo() {
        String text = smallWith("accelerator: H100-SXM, provider: aws", "offer: \"aws:p5.48xlarge:us-east-1:on-demanb\", accelerator: H100SXN, provider: awz")
                .replace("    precision: bf16\n    volumePerMonth: {p10: 100", "    measurements:\n      - {accelerator: B9000, perAccelerator: 3, date: 2026-10-01, note: x}\n    precision: bf16\n    volumePerMonth: {p10: 100")
                .replace("stacks: [cuda]", "stacks: [cuda, rocn]")
                + "selfBuild: {accelerator: H100-SMX}\ncontracts: [{provider: gooogle}]\ncommitments: [{offer: \"aws:p5.48xlarge:us-east-1:on-demanb\", accelerators: 8, perMonth: 9, until: 2027-01-01}]\n"
                + "overrides: [{rule: DIV-11, by: A, reason: b, on: 2026-10-01}]\npolicy:\n  variant: cautous\n  overrides:\n    designer-cab: 0.5\n";

        assertThat(ProfileReferences.check(read(text), KNOWN)).extracting(Problem::toString).containsExactly(
                "p.yaml:17: workloads.serve.measurements[0].accelerator: no accelerator \"B9000\"; known: H100-PCIe, H100-SXM, L40S",
                "p.yaml:30: fleet[0].accelerator: no accelerator \"H100SXN\"; did you mean H100-SXM?",
                "p.yaml:30: fleet[0].offer: no offer \"aws:p5.48xlarge:us-east-1:on-demanb\"; did you mean aws:p5.48xlarge:us-east-1:on-demand?",
                "p.yaml:30: fleet[0].provider: no provider \"awz\"; did you mean aws?",
                "p.yaml:35: engineering.stacks[1]: no software stack \"rocn\"; did you mean rocm?",
                "p.yaml:36: selfBuild.accelerator: no accelerator \"H100-SMX\"; did you mean H100-SXM?",
                "p.yaml:37: contracts.gooogle.provider: no provider \"gooogle\"; did you mean google?",
                "p.yaml:38: commitments[0].offer: no offer \"aws:p5.48xlarge:us-east-1:on-demanb\"; did you mean aws:p5.48xlarge:us-east-1:on-demand?",
                "p.yaml:39: overrides.DIV-11.rule: no rule \"DIV-11\"; did you mean DIV-01?",
                "p.yaml:41: policy.variant: no policy variant \"cautous\"; did you mean cautious?",
                "p.yaml:43: policy.overrides.designer-cab: no policy key \"designer-cab\"; did you mean designer-cap?");
    }
}
