package dev.secondsource.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Samples;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Accounts;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Supplier;
import dev.secondsource.market.SupplierEvent;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VendorTest {
    private static final LocalDate AS_OF = Bench.AS_OF;
    private static final Accelerator PART = Samples.h100();

    @Test
    void scoresTheNewestBooks() {
        Supplier supplier = Facts.with(Bench.supplier("shop"), "accounts", List.of(books("10", AS_OF.minusMonths(12)), books("20", AS_OF.minusMonths(3))));

        assertThat(of(supplier).zScore()).isEqualByComparingTo("1.312");
    }

    @Test
    void knowsNoScoreFromBooksOfMoreThanEighteenMonthsAgo() {
        assertThat(of(Facts.with(Bench.supplier("shop"), "accounts", List.of(books("20", AS_OF.minusMonths(18))))).zScore()).isNotNull();
        assertThat(of(Facts.with(Bench.supplier("shop"), "accounts", List.of(books("20", AS_OF.minusMonths(18).minusDays(1))))).zScore()).isNull();
        assertThat(of(Bench.supplier("shop")).zScore()).isNull();
    }

    @Test
    void knowsAUnitOfAGroup() {
        assertThat(of(Facts.with(Bench.supplier("shop"), "partOf", "A Group")).partOfGroup()).isTrue();
        assertThat(of(Bench.supplier("shop")).partOfGroup()).isFalse();
    }

    @Test
    void isShortOfCapacityForAYearAfterItWasSaidOfItOrOfThisPart() {
        assertThat(of(shortage(null, AS_OF.minusYears(1).plusDays(1))).shortage()).isEqualTo("too few wafers");
        assertThat(of(shortage(PART.id(), AS_OF)).shortOfCapacity()).isTrue();
        assertThat(of(shortage("another", AS_OF)).shortOfCapacity()).isFalse();
        assertThat(of(shortage(null, AS_OF.minusYears(1))).shortOfCapacity()).isFalse();
    }

    @Test
    void isNotUnexaminedOnceItsBooksAreOnFile() {
        assertThat(of(Bench.supplier("shop")).unexamined()).isTrue();
        assertThat(of(Facts.with(Bench.supplier("shop"), "accounts", List.of(books("20", AS_OF)))).unexamined()).isFalse();
    }

    private static Vendor of(Supplier supplier) {
        return Vendor.of(supplier, PART, Bench.buyer(), AS_OF);
    }

    /** Of a hundred of assets nothing but working capital counts. */
    private static Fact<Accounts> books(String workingCapital, LocalDate day) {
        BigDecimal hundred = BigDecimal.valueOf(100);
        return new Fact<>(new Accounts(Money.USD, new BigDecimal(workingCapital), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, hundred, hundred), on(day));
    }

    private static Supplier shortage(@Nullable String part, LocalDate day) {
        return Facts.with(Bench.supplier("shop"), "events", List.of(new SupplierEvent(SupplierEvent.Kind.SHORT_OF_CAPACITY, part, null, "too few wafers", on(day))));
    }

    private static Evidence on(LocalDate day) {
        return new Evidence("a fact", "a source", Grade.E1, day);
    }
}
