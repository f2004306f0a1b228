package dev.secondsource.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.problem.Checked;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SettingTest {

    @Test
    void takesAValueAsItIsTyped() {
        Setting setting = Setting.parse("workloads.serve.contextTokens = 32768").orThrow();

        assertThat(setting).isEqualTo(new Setting("workloads.serve.contextTokens", new Amount.Absolute("32768")));
    }

    @Test
    void takesANegativeNumberForItself() {
        assertThat(Setting.parse("policy.x.y=-2").orThrow().amount()).isEqualTo(new Amount.Absolute("-2"));
    }

    @Test
    void takesASignedPercentageForAPartOfWhatItWas() {
        Amount less = Setting.parse("a=-20%").orThrow().amount();
        Amount more = Setting.parse("a=+5 %").orThrow().amount();

        assertThat(((Amount.Relative) less).of(BigDecimal.TEN)).isEqualByComparingTo("8");
        assertThat(((Amount.Relative) more).of(BigDecimal.TEN)).isEqualByComparingTo("10.5");
    }

    @Test
    void takesADifferenceAfterPlusOrMinus() {
        assertThat(Setting.parse("a+=2").orThrow()).isEqualTo(new Setting("a", new Amount.Delta(new BigDecimal("2"))));
        assertThat(Setting.parse("a-=2.5").orThrow()).isEqualTo(new Setting("a", new Amount.Delta(new BigDecimal("-2.5"))));
    }

    @Test
    void leavesTheEqualsSignsOfASelectorAlone() {
        Setting setting = Setting.parse("market.offers[provider=aws,accelerator=Trainium2].price=-20%").orThrow();

        assertThat(setting.key()).isEqualTo("market.offers[provider=aws,accelerator=Trainium2].price");
        assertThat(setting.isOfTheMarket()).isTrue();
    }

    @Test
    void refusesWhatCouldMeanTwoThings() {
        assertThat(problem("a=20%")).contains("may mean a part of what it is, or a share", "=+20%");
        assertThat(problem("a=+2")).contains("may mean the number or that much more", "+=2");
        assertThat(problem("a+=5%")).contains("is no number to add", "a=+5%");
    }

    @Test
    void refusesWhatSetsNothing() {
        assertThat(problem("a")).contains("sets nothing", "KEY=VALUE");
        assertThat(problem("=3")).contains("sets nothing");
        assertThat(problem("a=")).contains("has no value");
        assertThat(problem("market.offers[provider=aws")).contains("sets nothing");
    }

    private static String problem(String typed) {
        Checked<Setting> read = Setting.parse(typed);
        assertThat(read.problems()).hasSize(1);
        return read.problems().get(0).toString();
    }
}
