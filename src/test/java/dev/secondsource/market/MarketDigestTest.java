package dev.secondsource.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.quantity.Money;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketDigestTest {
    private static final Offer ONE = offer("one", "10.50", Grade.E1, "");
    private static final Offer TWO = offer("two", "12", Grade.E1, "");

    @Test
    void isTheSameWhateverTheOrderOfOffers() {
        assertThat(digest(ONE, TWO)).isEqualTo(digest(TWO, ONE)).matches("[0-9a-f]{64}");
    }

    @Test
    void changesWithTheEndOfAPrice() {
        Offer ended = dev.secondsource.rules.Facts.with(ONE, "until", LocalDate.of(2026, 2, 1));

        assertThat(List.of(digest(ONE), digest(ended), digest(dev.secondsource.rules.Facts.with(ONE, "until", LocalDate.of(2026, 2, 2))))).doesNotHaveDuplicates();
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

    @Test
    void coversEveryComponentOfEveryRecordOfTheBundledMarket() throws ReflectiveOperationException {
        Set<Class<?>> seen = new HashSet<>();

        compare(MarketFiles.bundled().orThrow(), seen);

        assertThat(seen).containsExactlyInAnyOrder(
                Market.class, Accelerator.class, SoftwareStack.class, Supplier.class, Offer.class, Measurement.class,
                MaturityEvidence.class, Claim.class, Region.class, Money.class, Evidence.class, Fact.class, PartFigure.class,
                EquityLink.class, SupplierEvent.class, Accounts.class, ExchangeRate.class);
    }

    @Test
    void refusesARecordItDoesNotKnow() {
        record Stranger(String name) {}

        assertThatThrownBy(() -> MarketDigest.components(new Stranger("x"))).hasMessageContaining("Stranger");
    }

    private static void compare(Object value, Set<Class<?>> seen) throws ReflectiveOperationException {
        if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) compare(item, seen);
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) compare(item, seen);
        } else if (value instanceof Record part) {
            seen.add(part.getClass());
            List<Object> components = new ArrayList<>();
            for (RecordComponent component : part.getClass().getRecordComponents()) components.add(component.getAccessor().invoke(part));
            List<Object> written = new ArrayList<>(MarketDigest.components(part));
            // Terms and rates came later: a market without them is written as before.
            while (written.size() < components.size() && (part instanceof Offer || part instanceof Market)) written.add(part instanceof Market && written.size() == 8 ? List.of() : null);
            assertThat(written).isEqualTo(components);
            for (Object component : components) compare(component, seen);
        }
    }

    private static String digest(Offer... offers) {
        return MarketDigest.of(market(List.of(offers), List.of()));
    }

    private static Market market(List<Offer> offers, List<MaturityEvidence> proofs) {
        return new Market("test", Map.of(), Map.of(), Map.of(), offers, List.of(), proofs, List.of());
    }

    private static Offer offer(String id, String price, Grade grade, String note) {
        return new Offer(
                id, "cloud", "unit", "X", 1, SoldAs.MACHINE, null, PricingKind.ON_DEMAND, null, Money.usd(price),
                new Evidence("x", "x", grade, LocalDate.of(2026, 1, 1)), note);
    }
}
