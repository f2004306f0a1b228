package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.explanation.Explanation;
import dev.secondsource.explanation.Question;
import dev.secondsource.files.ProfileReader;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.report.Analyses;
import dev.secondsource.report.DecisionRecord;
import dev.secondsource.report.MarkdownReport;
import dev.secondsource.report.Page;
import dev.secondsource.report.TerminalReport;
import dev.secondsource.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a bank that sets itself a hard cap on foreign law, which its allocation breaks: DIV-07 blocks it. */
class OverridesTest {
    private static final String CAPPED = "\n  overrides: {div.jurisdiction-hard-cap: 0.5}\n";

    @Test
    void aBlockNobodyAnswersForNeedsAnOverride() {
        Decision decision = decide(bank(""));

        assertThat(decision.allocation().status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(decision.review().overrides()).isEmpty();
    }

    @Test
    void aSignedBlockIsAConditionAndSaysWhoSignedWhyAndWhen() {
        Decision decision = decide(bank(signed("DIV-07", "2026-10-01")));

        assertThat(decision.allocation().status()).isEqualTo(Allocation.Status.CONDITIONAL);
        String said = "DIV-07 is overridden by Jane Doe, CRO on 2026-10-01: the keys are held here.";
        assertThat(oneLine(TerminalReport.of(decision, Shipped.knowledge().rules(), new Page(200, false, 10)))).contains(said, "Overridden by Jane Doe, CRO.", "somebody answers for that: DIV-07.");
        assertThat(MarkdownReport.of(decision, Shipped.knowledge().rules(), Analyses.NONE, 10)).contains(said);
        assertThat(DecisionRecord.of(decision, Shipped.knowledge().rules()))
                .contains("{\"rule\":\"DIV-07\",\"effect\":\"LIFTS\",\"by\":\"Jane Doe, CRO\",\"reason\":\"the keys are held here\",\"on\":\"2026-10-01\"}");
        assertThat(Explanation.of(decision, Shipped.knowledge().rules(), Question.ANSWERS).orThrow().toString()).contains(said);
        Question ofTheRule = new Question(Optional.empty(), Optional.empty(), Optional.of("DIV-07"));
        assertThat(Explanation.of(decision, Shipped.knowledge().rules(), ofTheRule).orThrow().toString()).contains(said);
    }

    @Test
    void anOverrideOfWhatDoesNotBlockIsUnneeded() {
        Decision decision = decide(bank(signed("DIV-16", "2026-10-01")));

        assertThat(decision.allocation().status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(decision.review().overrides()).singleElement().extracting(OverrideUse::sentence).asString()
                .startsWith("The override of DIV-16 by Jane Doe, CRO on 2026-10-01 is not needed");
    }

    @Test
    void anOverrideOfLaterIsNotSeen() {
        Decision decision = decide(bank(signed("DIV-07", "2027-10-01")));

        assertThat(decision.allocation().status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(decision.review().overrides()).singleElement().extracting(OverrideUse::effect).isEqualTo(OverrideUse.Effect.NOT_SEEN);
    }

    @Test
    void noOverrideLiftsAGateOfACandidate() {
        Decision plain = decide(bank(""));
        String gate = plain.workloads().get(0).candidates().stream().filter(c -> c.verdict().verdict() == Verdict.REJECT).findFirst().orElseThrow().verdict().decidedBy().get(0);

        Decision decision = decide(bank(signed(gate, "2026-10-01")));

        assertThat(decision.workloads()).isEqualTo(plain.workloads());
        assertThat(decision.review().overrides()).singleElement().extracting(OverrideUse::effect).isEqualTo(OverrideUse.Effect.UNNEEDED);
    }

    @Test
    void aBudgetThatIsExceededNeedsASignatureUnderIt() {
        Decision unsigned = decide(overspent(""));
        Decision signed = decide(overspent(signed("budget", "2026-10-01")));

        assertThat(unsigned.allocation().status()).isEqualTo(Allocation.Status.OVERRIDE_REQUIRED);
        assertThat(AllocationWords.toSign(unsigned.allocation(), unsigned.review())).singleElement().asString().contains("budget");
        assertThat(signed.allocation().status()).isEqualTo(Allocation.Status.CONDITIONAL);
        assertThat(signed.allocation().shares()).isEqualTo(unsigned.allocation().shares());
        assertThat(AllocationWords.toSign(signed.allocation(), signed.review())).isEmpty();
        assertThat(oneLine(TerminalReport.of(signed, Shipped.knowledge().rules(), new Page(200, false, 10))))
                .contains("A limit that only a signature may move is exceeded, and somebody answers for that.", "The limit budget is overridden by Jane Doe, CRO on 2026-10-01: the keys are held here.");
    }

    @Test
    void aSignatureUnderALimitThatHoldsIsUnneeded() {
        Decision decision = decide(serving("400000", signed("power", "2026-10-01")));

        assertThat(decision.review().overrides()).singleElement().extracting(OverrideUse::sentence).asString().endsWith("is not needed: no such limit is exceeded.");
    }

    @Test
    void aRuleThatDoesNotExistIsAProblemWithTheOneThatWasMeant() {
        BuyerProfile buyer = bank(signed("DVI-07", "2026-10-01"));

        Checked<Decision> decision = DecisionMaker.decide(buyer, Shipped.market(), Shipped.knowledge(), buyer.asOf());

        assertThat(decision.problems()).extracting(Problem::toString).containsExactly("regulated-bank: overrides.DVI-07.rule: no rule \"DVI-07\"; did you mean DIV-07?");
    }

    @Test
    void aLimitThatDoesNotExistIsAProblemThatNamesThoseThereAre() {
        assertThat(ProfileReader.read(ProfileReader.write(Shipped.profile("regulated-bank")).replaceAll("(?m)^overrides:.*\\R", "") + signed("budgte", "2026-10-01"), "bank.yaml").problems())
                .singleElement().extracting(Problem::toString).asString().contains("overrides.budgte.rule", "a rule, or the limit budget, power or maturity, for example DIV-01");
    }

    @Test
    void saysThatACommitmentHasEndedAndThatAnOfferIsNotKnown() {
        Decision decision = decide(bank("\ncommitments:\n  - {offer: \"aws:p5.48xlarge:us-east-1:on-demand\", accelerators: 8, perMonth: 9, until: 2026-01-01}\n"
                + "  - {offer: \"aws:p9\", accelerators: 8, perMonth: 9, until: 2028-01-01}\n"));

        assertThat(decision.assumptions()).contains("The commitment to 8 accelerators of aws:p5.48xlarge:us-east-1:on-demand ended on 2026-01-01 and is ignored.",
                "The commitment to 8 accelerators of aws:p9 is ignored: no such offer is known on " + decision.asOf() + ".");
    }

    private static String signed(String rule, String on) {
        return "\noverrides:\n  - {rule: " + rule + ", by: \"Jane Doe, CRO\", reason: the keys are held here, on: " + on + "}\n";
    }

    /** Nothing that serves costs so little. */
    private static BuyerProfile overspent(String more) {
        return serving("20000", more);
    }

    private static BuyerProfile serving(String budget, String more) {
        return ProfileReader.read(ProfileReader.write(Shipped.profile("enterprise-serving-70b")).replace("perMonth: 400000", "perMonth: " + budget).replaceAll("(?m)^overrides:.*\\R", "") + more, "serving.yaml").orThrow().profile();
    }

    private static BuyerProfile bank(String more) {
        try {
            return ProfileReader.read(Files.readString(Path.of("profiles/regulated-bank.yaml")).stripTrailing() + CAPPED + more, "bank.yaml").orThrow().profile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Decision decide(BuyerProfile buyer) {
        return Shipped.decide(buyer, Shipped.market());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
