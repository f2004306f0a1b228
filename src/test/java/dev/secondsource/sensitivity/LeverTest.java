package dev.secondsource.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.sensitivity.Lever.Kind;
import dev.secondsource.sensitivity.Lever.Scale;
import dev.secondsource.whatif.Setting;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeverTest {
    private static final Lever PRICE = lever(Scale.TIMES, "2.00", "1", "0.55", "1.38");
    private static final Lever LEAD = lever(Scale.PLUS, "12", "0", "-12", "26");
    private static final Lever CAP = lever(Scale.TO, "0.65", "0.65", "0.4875", "0.8125");

    @Test
    void setsAFactorAsAPercentage() {
        assertThat(typed(PRICE, "1.25")).containsExactly("a=+25%", "b=+25%");
        assertThat(typed(PRICE, "0.99999975")).containsExactly("a=-0.000025%", "b=-0.000025%");
    }

    @Test
    void setsAnAdditionAsADelta() {
        assertThat(typed(LEAD, "6.5")).containsExactly("a+=6.5", "b+=6.5");
        assertThat(typed(LEAD, "-12")).containsExactly("a-=12", "b-=12");
    }

    @Test
    void setsAValueAsItIs() {
        assertThat(typed(CAP, "0.50")).containsExactly("a=0.5", "b=0.5");
        assertThat(typed(lever(Scale.TO, "1", "1", "0", "2"), "0")).containsExactly("a=0", "b=0");
    }

    @Test
    void setsNothingWhereItIsAlready() {
        assertThat(PRICE.at(new BigDecimal("1.000"))).isEmpty();
    }

    @Test
    void sayWhatAUserCanTypeBack() {
        for (Lever lever : List.of(PRICE, LEAD, CAP))
            for (Setting setting : lever.at(lever.high())) assertThat(Setting.parse(setting.typed()).orThrow()).isEqualTo(setting);
    }

    @Test
    void tellsItsAmountAndHowFarThatIs() {
        assertThat(PRICE.amount(new BigDecimal("1.19"))).isEqualByComparingTo("2.38");
        assertThat(PRICE.change(new BigDecimal("1.19"))).isEqualByComparingTo("0.19");
        assertThat(PRICE.part(new BigDecimal("1.19"))).isEqualByComparingTo("0.5");
        assertThat(PRICE.part(new BigDecimal("0.775"))).isEqualByComparingTo("0.5");
        assertThat(LEAD.amount(new BigDecimal("13"))).isEqualByComparingTo("25");
        assertThat(LEAD.part(new BigDecimal("13"))).isEqualByComparingTo("0.5");
        assertThat(CAP.change(new BigDecimal("0.325"))).isEqualByComparingTo("-0.5");
        assertThat(lever(Scale.PLUS, "0", "0", "0", "26").change(BigDecimal.ONE)).isNull();
    }

    private static List<String> typed(Lever lever, String value) {
        return lever.at(new BigDecimal(value)).stream().map(Setting::typed).toList();
    }

    private static Lever lever(Scale scale, String base, String now, String low, String high) {
        return new Lever(Kind.PRICE, "of a thing", List.of("a", "b"), scale, new BigDecimal(base), new BigDecimal(now), new BigDecimal(low), new BigDecimal(high), "USD", "test");
    }
}
