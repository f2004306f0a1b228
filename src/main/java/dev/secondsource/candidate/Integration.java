package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.FleetItem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How much of the buyer's supply would sit with one company. */
public record Integration(
        @Meaning("fact that one company designs the chip, runs the cloud and owns the software") boolean designerIsProvider,
        @Meaning(value = "share of today's fleet of the same designer", unit = Unit.SHARE) @Nullable BigDecimal designerShareToday,
        @Meaning(value = "share of today's fleet at the same provider", unit = Unit.SHARE) @Nullable BigDecimal providerShareToday) {

    static Integration of(Offer offer, Accelerator accelerator, BuyerProfile buyer, Market market) {
        return new Integration(
                accelerator.designer().equals(offer.provider()) && offer.region() != null,
                share(buyer, i -> market.accelerators().containsKey(i.accelerator()) && market.accelerator(i.accelerator()).designer().equals(accelerator.designer())),
                share(buyer, i -> i.provider().equals(offer.provider())));
    }

    /** Share of today's fleet that meets a condition, every workload with a fleet weighing the same. */
    private static @Nullable BigDecimal share(BuyerProfile buyer, Predicate<FleetItem> condition) {
        BigDecimal all = buyer.fleet().stream().map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return null;
        BigDecimal met = buyer.fleet().stream().filter(condition).map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.divide(met, all);
    }
}
