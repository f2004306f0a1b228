package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Z″ = 6.56 X1 + 3.26 X2 + 6.72 X3 + 1.05 X4 (Altman), against figures worked out by hand. */
class AccountsTest {
    private static final Offset<BigDecimal> CLOSE = Offset.offset(new BigDecimal("0.00005"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # working capital, retained earnings, ebit, equity, assets, liabilities, score
            200, 300, 100, 600, 1000, 400, 4.5370
            100, 0,   0,   0,   1000, 1000, 0.6560
            0,   100, 0,   0,   1000, 1000, 0.3260
            0,   0,   100, 0,   1000, 1000, 0.6720
            0,   0,   0,   500, 1000, 500,  1.0500
            -300, -200, -50, 100, 1000, 900, -2.8393
            """)
    void scoresTheBooks(BigDecimal workingCapital, BigDecimal retained, BigDecimal ebit, BigDecimal equity, BigDecimal assets, BigDecimal liabilities, BigDecimal score) {
        Accounts accounts = new Accounts(Money.USD, workingCapital, retained, ebit, equity, assets, liabilities);

        assertThat(accounts.zDoublePrime()).isCloseTo(score, CLOSE);
    }

    @Test
    void scoresTheSameInMillionsAsInOnes() {
        Accounts ones = new Accounts(Money.USD, money("-4980000000"), money("-2203500000"), money("156300000"), money("3873000000"), money("32901000000"), money("29028000000"));
        Accounts millions = new Accounts(Money.USD, money("-4980"), money("-2203.5"), money("156.3"), money("3873"), money("32901"), money("29028"));

        assertThat(ones.zDoublePrime()).isEqualTo(millions.zDoublePrime()).isCloseTo(new BigDecimal("-1.0393"), CLOSE);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
