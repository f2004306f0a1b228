package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.allocation.Share;
import dev.secondsource.exposure.Exposure;
import dev.secondsource.exposure.Layer;
import dev.secondsource.exposure.Portfolio;
import dev.secondsource.profile.BuyerProfile;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReviewTest {

    /** k / (1 + s) with k 0.3 and s 0.5; a stack not yet in production counts half. */
    @Test
    void needsOfTheSecondSourceWhatCriticalWorkTakesUnderSurge() {
        Decision decision = decision("enterprise-serving-70b");
        Map<String, BigDecimal> designers = designers(decision);
        String largest = designers.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        BigDecimal ready = decision.allocation().shares().stream().filter(s -> !s.designer().equals(largest))
                .map(s -> s.share().multiply(new BigDecimal(s.designer().equals("nvidia") ? "1" : "0.5"))).reduce(BigDecimal.ZERO, BigDecimal::add);

        Portfolio portfolio = decision.review().portfolio();

        assertThat(portfolio.secondSourceNeeded()).isEqualByComparingTo("0.2");
        assertThat(portfolio.secondSourceShare()).isEqualByComparingTo(ready);
    }

    @Test
    void sharesOfOneWorkloadAreOfItsWorkAndNotOfItsCost() {
        Decision decision = decision("enterprise-serving-70b");

        assertThat(exposure(decision, Layer.DESIGNER).largestShare()).isEqualByComparingTo(largestDesigner(decision));
    }

    @Test
    void neverChargesLessThanNothingNorWhatIsNotDisclosed() {
        for (BuyerProfile buyer : Shipped.profiles())
            for (Exposure exposure : Shipped.decision(buyer).review().exposures()) {
                if (exposure.avoidable() != null) assertThat(exposure.avoidable()).as("%s %s", buyer.id(), exposure.name()).isNotNegative();
                if (exposure.undisclosed().signum() > 0) assertThat(exposure.hhi()).as("%s %s", buyer.id(), exposure.name()).isNull();
            }
    }

    @Test
    void tellsAForeignLawFromOneTheBuyerAsksFor() {
        assertThat(exposure(decision("regulated-bank"), Layer.JURISDICTION).ownSide()).isFalse();
        assertThat(exposure(decision("enterprise-serving-70b"), Layer.JURISDICTION).ownSide()).isTrue();
    }

    private static Map<String, BigDecimal> designers(Decision decision) {
        Map<String, BigDecimal> shares = new TreeMap<>();
        for (Share share : decision.allocation().shares()) shares.merge(share.designer(), share.share(), BigDecimal::add);
        return shares;
    }

    private static BigDecimal largestDesigner(Decision decision) {
        return designers(decision).values().stream().max(BigDecimal::compareTo).orElseThrow();
    }

    private static Exposure exposure(Decision decision, Layer layer) {
        return decision.review().exposures().get(layer.ordinal());
    }

    private static Decision decision(String profile) {
        return Shipped.decision(Shipped.profile(profile));
    }
}
