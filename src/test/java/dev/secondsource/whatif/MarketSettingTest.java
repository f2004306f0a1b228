package dev.secondsource.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.market.Market;
import dev.secondsource.market.MarketDigest;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Supplier;
import dev.secondsource.problem.Checked;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarketSettingTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-31");

    @Test
    void changesThePricesOfTheOffersSelectedAndOfNoOther() {
        Market before = Shipped.market();

        MarketSetting.Changed changed = set("market.offers[provider=aws,accelerator=Trainium2].price=-20%");

        List<Offer> old = before.offers();
        List<Offer> young = changed.market().offers();
        assertThat(young).hasSameSizeAs(old);
        assertThat(IntStream.range(0, old.size()).filter(i -> !old.get(i).equals(young.get(i))).mapToObj(old::get).toList())
                .hasSize(changed.applied().rows()).isNotEmpty()
                .allMatch(o -> o.provider().equals("aws") && o.accelerator().equals("Trainium2"));
        for (int i = 0; i < old.size(); i++)
            if (!old.get(i).equals(young.get(i))) assertThat(young.get(i).price()).isEqualTo(old.get(i).price().times(new BigDecimal("0.8")));
    }

    @Test
    void changesThePriceThatIsSeenOnTheDayAndNoneOfItsHistory() {
        Market shipped = Shipped.market();
        Offer now = shipped.offers().stream().filter(o -> o.id().equals("aws:p5.48xlarge:us-east-1:on-demand")).findFirst().orElseThrow();
        Offer earlier = Facts.with(now.at(Money.usd("98.32")), "evidence", new Evidence("price", "x", Grade.E1, LocalDate.parse("2025-05-01")));
        Market market = shipped.offering(Stream.concat(shipped.offers().stream(), Stream.of(earlier)).toList());

        Market changed = MarketSetting.apply(Setting.parse("market.offers[id=aws:p5.48xlarge:us-east-1:on-demand].price=10").orThrow(), market, DAY).orThrow().market();

        assertThat(changed.history(now.id())).extracting(Offer::price).containsExactly(Money.usd("98.32"), Money.usd("10"));
    }

    @Test
    void saysInTheSourceThatAPriceIsAssumed() {
        Offer offer = set("market.offers[provider=runpod,accelerator=MI300X,pricing=on-demand].price=1.5").market().offers().stream()
                .filter(o -> o.provider().equals("runpod") && o.accelerator().equals("MI300X") && o.pricing() == PricingKind.ON_DEMAND).findFirst().orElseThrow();

        assertThat(offer.price().amount()).isEqualByComparingTo("1.5");
        assertThat(offer.evidence().source()).endsWith("; set by a what-if");
    }

    @Test
    void takesAStarForAnything() {
        int all = set("market.offers[*].price=+1%").applied().rows();
        int trainium = set("market.offers[accelerator=trainium*].price=+1%").applied().rows();
        int nvidia = set("market.offers[designer=nvidia].price=+1%").applied().rows();

        assertThat(trainium).isPositive().isLessThan(all);
        assertThat(nvidia).isPositive().isLessThan(all);
        assertThat(set("market.offers[*].price=+1%").applied().note()).contains("more have no price and stay");
    }

    @Test
    void changesTheSpeedOfAnAcceleratorInAllThatWasMeasuredOnItAndInItsPeaks() {
        Market before = Shipped.market();

        MarketSetting.Changed changed = set("market.speeds[accelerator=MI300X].factor=-28%");

        Market after = changed.market();
        for (int i = 0; i < before.measurements().size(); i++) {
            BigDecimal factor = new BigDecimal(before.measurements().get(i).accelerator().equals("MI300X") ? "0.72" : "1");
            assertThat(after.measurements().get(i).perAccelerator()).isEqualByComparingTo(before.measurements().get(i).perAccelerator().multiply(factor));
        }
        assertThat(after.accelerator("MI300X").memoryBandwidthGBs()).isEqualByComparingTo(before.accelerator("MI300X").memoryBandwidthGBs().multiply(new BigDecimal("0.72")));
        assertThat(after.accelerator("H100-SXM")).isEqualTo(before.accelerator("H100-SXM"));
        assertThat(changed.applied()).isEqualTo(new Applied("market.speeds[accelerator=MI300X].factor", "1", "0.72", "x what is on file", 1, ""));
    }

    @Test
    void setsWhatProvesMaturityWhatIsClaimedWhatRunsOnAStackAndWhereAnOfferStands() {
        assertThat(set("market.maturity[accelerator=Trainium2,kind=first-party-chips].value=-50%").applied().rows()).isPositive();
        assertThat(set("market.claims[claimant=aws].high=+10%").applied().unit()).isEqualTo("times");
        assertThat(set("market.stacks[id=neuron].native=pytorch jax tensorflow").market().stack("neuron").nativeFrameworks()).containsExactly("pytorch", "jax", "tensorflow");
        assertThat(set("market.offers[provider=aws,region=us-east-1].country=CA").market().offers().stream().filter(o -> o.region() != null && o.provider().equals("aws") && o.region().id().equals("us-east-1")))
                .isNotEmpty().allMatch(o -> o.region().country().equals("CA"));
        assertThat(set("market.offers[provider=aws,region=us-east-1].gridGramsPerKwh=20").market().offers().stream().filter(o -> o.region() != null && o.provider().equals("aws") && o.region().id().equals("us-east-1")))
                .isNotEmpty().allMatch(o -> o.region().gridGramsPerKwh().value().intValue() == 20);
    }

    @Test
    void tellsWhatARowWasAndIs() {
        assertThat(set("market.accelerators[id=H200-SXM].memoryGiB=192").applied())
                .isEqualTo(new Applied("market.accelerators[id=H200-SXM].memoryGiB", "141", "192", "GiB", 1, ""));
        assertThat(set("market.accelerators[id=H200-SXM].confidential=no").market().accelerator("H200-SXM").confidential()).isFalse();
        assertThat(set("market.accelerators[id=H200-SXM].released=2027-01-31").market().accelerator("H200-SXM").released()).isEqualTo("2027-01-31");
        assertThat(set("market.accelerators[id=H200-SXM].peakTflops.bf16=+10%").applied().rows()).isEqualTo(1);
    }

    @Test
    void setsAFigureOfASupplierAndOfItsParts() {
        Supplier nvidia = set("market.suppliers[id=nvidia].figures.lead-weeks-p50=30").market().supplier("nvidia");

        assertThat(nvidia.partFigures().stream().filter(p -> p.figure() == Supplier.Figure.LEAD_WEEKS_P50)).isNotEmpty().allMatch(p -> p.value().intValue() == 30);
    }

    @Test
    void givesASupplierAFigureItHadNot() {
        assertThat(Shipped.market().supplier("coreweave").figures()).doesNotContainKey(Supplier.Figure.LEAD_WEEKS_P50);

        MarketSetting.Changed changed = set("market.suppliers[id=coreweave].figures.lead-weeks-p50=26");

        assertThat(changed.applied().before()).isEqualTo("unknown");
        assertThat(changed.market().supplier("coreweave").figures().get(Supplier.Figure.LEAD_WEEKS_P50).value()).isEqualByComparingTo("26");
        assertThat(problem("market.suppliers[id=coreweave].figures.lead-weeks-p50=+10%")).contains("is not known", "set a value of its own");
    }

    @Test
    void refusesASelectorThatMatchesNothingAndTellsWhatIsNear() {
        assertThat(problem("market.offers[provider=awz].price=1")).contains("no offers with provider=awz on 2026-10-31", "did you mean aws?");
        assertThat(problem("market.offers[provider=aws,accelerator=MI300X].price=1")).contains("no offers meet all of this", "the other conditions leave accelerator=", "Trainium2");
        assertThat(problem("market.offers[pricing=unpriced].price=1")).contains("is not known", "select rows that have one");
    }

    @Test
    void seesNoRowThatIsKnownOnlyLater() {
        Checked<MarketSetting.Changed> changed = MarketSetting.apply(Setting.parse("market.accelerators[id=MI355X].memoryGiB=300").orThrow(), Shipped.market(), LocalDate.parse("2025-01-31"));

        assertThat(changed.problems()).singleElement().satisfies(p -> assertThat(p.what()).contains("no accelerators with id=MI355X on 2025-01-31"));
    }

    @Test
    void refusesWhatTheMarketDoesNotHave() {
        assertThat(problem("market.ofers[*].price=1")).contains("no \"ofers\"", "did you mean offers?");
        assertThat(problem("market.offers[acelerator=x].price=1")).contains("not selected by \"acelerator\"", "did you mean accelerator?");
        assertThat(problem("market.offers[*].prise=1")).contains("did you mean price?");
        assertThat(problem("market.offers.price=1")).contains("says not which offers", "[*] for all");
        assertThat(problem("market.offers[*]=1")).contains("says not what");
        assertThat(problem("market.suppliers[id=nvidia].lead-weeks-p50=1")).contains("did you mean figures.lead-weeks-p50?");
    }

    @Test
    void refusesAValueThatCannotBe() {
        assertThat(problem("market.offers[*].price=cheap")).contains("\"cheap\" is not a number above zero");
        assertThat(problem("market.offers[*].price=-100%")).contains("makes it 0", "above zero");
        assertThat(problem("market.accelerators[id=H200-SXM].scaleUpChips=0")).contains("a whole number from 1");
        assertThat(problem("market.accelerators[id=H200-SXM].confidential=maybe")).contains("yes or no");
        assertThat(problem("market.accelerators[id=H200-SXM].released=+5%")).contains("nothing can be added");
        assertThat(problem("market.suppliers[id=nvidia].figures.market-share=90")).contains("a share from -1 to 1");
    }

    @Test
    void leavesEverythingElseOfTheMarketAsItIs() {
        Market there = set("market.offers[provider=runpod].price=+100%").market();

        Market back = MarketSetting.apply(Setting.parse("market.offers[provider=runpod].price=-50%").orThrow(), there, DAY).orThrow().market();

        assertThat(MarketDigest.of(there)).isNotEqualTo(MarketDigest.of(Shipped.market()));
        assertThat(back.offers()).extracting(Offer::price).isEqualTo(Shipped.market().offers().stream().map(Offer::price).toList());
        assertThat(back.suppliers()).isEqualTo(Shipped.market().suppliers());
    }

    private static MarketSetting.Changed set(String setting) {
        return MarketSetting.apply(Setting.parse(setting).orThrow(), Shipped.market(), DAY).orThrow();
    }

    private static String problem(String setting) {
        Checked<MarketSetting.Changed> changed = MarketSetting.apply(Setting.parse(setting).orThrow(), Shipped.market(), DAY);
        assertThat(changed.problems()).hasSize(1);
        return changed.problems().get(0).toString();
    }
}
