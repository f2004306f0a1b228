package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.quantity.Money;
import dev.secondsource.rules.Facts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every price holds from its day until the next one: a decision sees the one of its own day. */
class PriceWindowTest {
    private static final String ID = "runpod:mi300x:secure:on-demand";
    private static BuyerProfile buyer;
    private static Offer now;

    @BeforeAll
    static void read() {
        buyer = ProfileFiles.read(Path.of("profiles/enterprise-serving-70b.yaml")).orThrow().profile();
        now = Shipped.market().offers().stream().filter(o -> o.id().equals(ID)).findFirst().orElseThrow();
    }

    @Test
    void decidesOnThePriceOfTheDay() {
        Market market = with(priced("4", now.evidence().date().minusDays(30)));

        assertThat(considered(market, now.evidence().date()).offer().price()).isEqualTo(now.price());
        assertThat(considered(market, now.evidence().date().minusDays(1)).offer().price()).isEqualTo(Money.usd("4"));
        assertThat(considered(market, now.evidence().date().minusDays(1)).cost().perUnit()).isGreaterThan(considered(market, now.evidence().date()).cost().perUnit());
        assertThat(found(market, now.evidence().date().minusDays(31))).isEmpty();
    }

    @Test
    void decidesTheSameWhateverIsLearntLater() {
        Decision before = decision(Shipped.market(), buyer.asOf());

        Decision after = decision(with(priced("0.5", buyer.asOf().plusDays(1))), buyer.asOf());

        assertThat(after.workloads()).isEqualTo(before.workloads());
        assertThat(after.allocation()).isEqualTo(before.allocation());
    }

    @Test
    void doesNotDecideOnAPriceThatHasEnded() {
        Market market = Shipped.market().offering(Shipped.market().offers().stream().map(o -> o.id().equals(ID) ? Facts.with(o, "until", buyer.asOf().minusDays(1)) : o).toList());

        assertThat(found(market, buyer.asOf())).isEmpty();
        assertThat(found(market, buyer.asOf().minusDays(1))).isPresent();
    }

    private static Market with(Offer another) {
        return Shipped.market().offering(Stream.concat(Shipped.market().offers().stream(), Stream.of(another)).toList());
    }

    private static Offer priced(String usd, LocalDate day) {
        return Facts.with(now.at(Money.usd(usd)), "evidence", new Evidence(now.evidence().subject(), "another list", Grade.E2, day));
    }

    private static Decision decision(Market market, LocalDate asOf) {
        return DecisionMaker.decide(buyer, market, Shipped.knowledge(), asOf).orThrow();
    }

    private static Optional<Assessed> found(Market market, LocalDate asOf) {
        return decision(market, asOf).workloads().get(0).candidates().stream().filter(c -> c.offer().id().equals(ID)).findFirst();
    }

    private static Assessed considered(Market market, LocalDate asOf) {
        return found(market, asOf).orElseThrow();
    }
}
