package dev.secondsource.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.Quantiles;
import dev.secondsource.whatif.Applied;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangedInputsTest {
    private static final ReadProfile BANK = ProfileFiles.read(Path.of("profiles/regulated-bank.yaml")).orThrow();

    @Test
    void setsAPathOfTheProfileInAllThreeWays() {
        ChangedInputs changed = change("engineering.mlPlatformFte+=2", "budget.perMonth=-10%", "workloads.adviser.contextTokens=65536");

        assertThat(changed.applied()).extracting(Applied::before).containsExactly("3", "900000", "32768");
        assertThat(changed.applied()).extracting(Applied::after).containsExactly("5", "810000", "65536");
        assertThat(changed.profile().profile().budgetPerMonth().amount()).isEqualByComparingTo("810000");
        assertThat(changed.isOfTheMarket()).isFalse();
        assertThat(changed.market()).isSameAs(Shipped.market());
    }

    @Test
    void keepsWholeNumbersWhole() {
        assertThat(change("workloads.adviser.contextTokens=-33%").applied().get(0).after()).isEqualTo("21955");
    }

    @Test
    void changesAMappingOfNumbersByPercent() {
        Quantiles volume = change("workloads.adviser.volumePerMonth=+50%").profile().profile().workloads().get(0).volumePerMonth();

        assertThat(volume).isEqualTo(new Quantiles(new BigDecimal("6000"), new BigDecimal("12000"), new BigDecimal("22500")));
    }

    @Test
    void judgesTheProfileOnceAllIsSet() {
        Checked<ChangedInputs> alone = of("workloads.adviser.volumePerMonth.p50=20000");

        assertThat(alone.problems()).singleElement().satisfies(p -> assertThat(p.path()).contains("volumePerMonth"));
        assertThat(change("workloads.adviser.volumePerMonth.p50=20000", "workloads.adviser.volumePerMonth.p90=30000").applied()).hasSize(2);
    }

    @Test
    void setsAThresholdOnTopOfTheVariant() {
        ChangedInputs changed = change("policy.div.provider-share-cap-=0.1", "policy.div.provider-share-cap-=0.1");

        assertThat(changed.applied()).extracting(Applied::before).containsExactly("0.5", "0.4");
        assertThat(changed.profile().profile().policy().overrides().get("div.provider-share-cap")).isEqualByComparingTo("0.3");
        assertThat(changed.profile().text()).contains("variant: resilience-regulated", "div.provider-share-cap: 0.3");
    }

    @Test
    void setsTheVariantItself() {
        ChangedInputs changed = change("policy.variant=default", "policy.div.provider-share-cap=+0%");

        assertThat(changed.profile().profile().policy().variant()).isEqualTo("default");
        assertThat(changed.applied().get(1).before()).isEqualTo("0.65");
    }

    @Test
    void refusesAThresholdThatIsNoneOrOutOfRange() {
        assertThat(problem("policy.div.provider-share-capp=0.5")).contains("no rule and no formula reads", "did you mean policy.div.provider-share-cap?");
        assertThat(problem("div.provider-share-cap=0.5")).contains("did you mean policy.div.provider-share-cap?");
        assertThat(problem("policy.div.provider-share-cap=5")).contains("5 is out of range", "at most 1");
        assertThat(problem("policy.div.provider-share-cap=half")).contains("\"half\" is not a number", "0.5 now");
    }

    @Test
    void refusesAPathThatIsNone() {
        assertThat(problem("workloads.advisor.batch=2")).startsWith("--set: workloads.advisor.batch: ").contains("use one of adviser, documents");
        assertThat(problem("engineering.mlPlatformFTEs=2")).contains("did you mean mlPlatformFte?");
        assertThat(problem("markt.offers[*].price=2")).contains("did you mean market.offers[*].price?");
        assertThat(problem("engineering.stacks+=1")).contains("[cuda] is no number");
        assertThat(problem("workloads.adviser.batch=many")).contains("batch");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(of("polcy.x.y=1", "market.offers[provider=awz].price=1", "workloads.advisor.batch=2").problems()).hasSize(3);
    }

    private static ChangedInputs change(String... settings) {
        return of(settings).orThrow();
    }

    private static String problem(String setting) {
        Checked<ChangedInputs> changed = of(setting);
        assertThat(changed.problems()).hasSize(1);
        return changed.problems().get(0).toString();
    }

    private static Checked<ChangedInputs> of(String... settings) {
        return ChangedInputs.of(BANK, Shipped.market(), Shipped.knowledge().policyBook(), BANK.profile().asOf(), Stream.of(settings).map(s -> Setting.parse(s).orThrow()).toList());
    }
}
