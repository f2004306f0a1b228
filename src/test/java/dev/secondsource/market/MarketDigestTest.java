package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarketDigestTest {
    private static final Offer ONE = offer("one", "10.50", Grade.E1, "");
    private static final Offer TWO = offer("two", "12", Grade.E1, "");

    @Test
    void isTheSameWhateverTheOrderOfOffers() {
        assertThat(digest(ONE, TWO)).isEqualTo(digest(TWO, ONE)).matches("[0-9a-f]{64}");
    }

    @Test
    void ignoresTrailingZeros() {
        assertThat(digest(offer("one", "10.5", Grade.E1, ""))).isEqualTo(digest(ONE));
    }

    @Test
    void changesWithAPriceAGradeANoteAndAMissingRow() {
        assertThat(List.of(
                        digest(ONE, TWO),
                        digest(ONE),
                        digest(offer("one", "10.51", Grade.E1, ""), TWO),
                        digest(offer("one", "10.50", Grade.E2, ""), TWO),
                        digest(offer("one", "10.50", Grade.E1, "note"), TWO)))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsApartNeighbouringTextsThatReadTheSameTogether() {
        Offer left = offer("ab", "1", Grade.E1, "c");
        Offer right = offer("a", "1", Grade.E1, "bc");

        assertThat(digest(left)).isNotEqualTo(digest(right));
    }

    @Test
    void coversMeasurementsAndProofs() {
        Evidence origin = new Evidence("x", "x", Grade.E1, LocalDate.of(2026, 1, 1));
        MaturityEvidence training = new MaturityEvidence(
                "X", MaturityEvidence.Kind.EXTERNAL_CUSTOMER, MaturityEvidence.Work.TRAINING, null, "meta", origin);
        MaturityEvidence inference = new MaturityEvidence(
                "X", MaturityEvidence.Kind.EXTERNAL_CUSTOMER, MaturityEvidence.Work.INFERENCE, BigDecimal.ONE, "meta", origin);

        String both = MarketDigest.of(market(List.of(), List.of(training, inference)));

        assertThat(MarketDigest.of(market(List.of(), List.of(inference, training)))).isEqualTo(both);
        assertThat(MarketDigest.of(market(List.of(), List.of(training)))).isNotEqualTo(both);
    }

    private static String digest(Offer... offers) {
        return MarketDigest.of(market(List.of(offers), List.of()));
    }

    private static Market market(List<Offer> offers, List<MaturityEvidence> proofs) {
        return new Market("test", Map.of(), Map.of(), Map.of(), offers, List.of(), proofs, List.of());
    }

    private static Offer offer(String id, String price, Grade grade, String note) {
        return new Offer(
                id, "cloud", "unit", "X", 1, null, PricingKind.ON_DEMAND, null, Money.usd(price),
                new Evidence("x", "x", grade, LocalDate.of(2026, 1, 1)), note);
    }
}
