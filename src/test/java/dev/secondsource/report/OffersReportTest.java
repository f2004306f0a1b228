package dev.secondsource.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.rules.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffersReportTest {
    private static final Market MARKET = Shipped.market();

    @Test
    void saysInTheFileWhatOneUnitIsAndNothingWhereThatIsNotKnown() {
        Offer part = MARKET.offers().stream().filter(o -> o.instanceType().equals("trn2.3xlarge")).findFirst().orElseThrow();

        List<String> lines = OffersReport.csv(List.of(part, Facts.with(part, "soldAs", null)), MARKET).lines().toList();

        assertThat(lines.get(0)).contains(",accelerators,sold_as,memory_gib,");
        assertThat(lines.get(1)).contains(",Trainium2,1,part of a machine,96,");
        assertThat(lines.get(2)).contains(",Trainium2,1,,96,");
    }
}
