package dev.secondsource.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.fit.Samples;
import dev.secondsource.market.Accelerator;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.SelfBuild;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import org.junit.jupiter.api.Test;

class OwnChipTest {
    private static final Accelerator PART = Samples.h100();

    @Test
    void isTheOneTheProfileNamesWithWhatTheProfileSaysOfIt() {
        OwnChip own = OwnChip.of(PART, buyer(new SelfBuild(PART.id(), Money.usd("500"), false)));

        assertThat(own.ofTheBuyer()).isTrue();
        assertThat(own.displacedPerYear()).isEqualByComparingTo("500");
        assertThat(own.leadTeamKept()).isFalse();
    }

    @Test
    void isNoOtherPartAndNobodysWithoutAWordInTheProfile() {
        assertThat(OwnChip.of(PART, buyer(new SelfBuild("another", Money.usd("500"), false))).ofTheBuyer()).isFalse();
        assertThat(OwnChip.of(PART, buyer(null)).ofTheBuyer()).isFalse();
    }

    private static BuyerProfile buyer(SelfBuild own) {
        return Facts.with(Bench.buyer(), "selfBuild", own);
    }
}
