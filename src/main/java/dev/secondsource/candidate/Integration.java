package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Supplier;
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
        @Meaning(value = "share of today's fleet at the same provider", unit = Unit.SHARE) @Nullable BigDecimal providerShareToday,
        @Meaning("fact that the designer rents out the chips it sells") boolean designerAlsoRents,
        @Meaning("fact that the buyer asks to be hidden from operators who are rivals") boolean secrecyAsked,
        @Meaning("fact that the chip can run work encrypted against its operator") @Nullable Boolean confidential,
        @Meaning("foundry of the chip") @Nullable String foundry,
        @Meaning("fact that this foundry makes every chip of the designer's") @Nullable Boolean oneFoundry) {

    static Integration of(Offer offer, Accelerator accelerator, BuyerProfile buyer, Market market) {
        return new Integration(
                accelerator.designer().equals(offer.provider()) && offer.region() != null,
                share(buyer, i -> market.accelerators().containsKey(i.accelerator()) && market.accelerator(i.accelerator()).designer().equals(accelerator.designer())),
                share(buyer, i -> i.provider().equals(offer.provider())),
                accelerator.rentable() && market.supplier(accelerator.designer()).roles().contains(Supplier.Role.PROVIDER),
                buyer.confidentialComputing(),
                accelerator.confidential(),
                accelerator.foundry(),
                oneFoundry(accelerator, market));
    }

    /** Of the chips whose foundry is on file; null where this one's is not. */
    private static @Nullable Boolean oneFoundry(Accelerator accelerator, Market market) {
        String foundry = accelerator.foundry();
        return foundry == null ? null : market.accelerators().values().stream()
                .filter(a -> a.designer().equals(accelerator.designer()) && a.foundry() != null)
                .allMatch(a -> foundry.equals(a.foundry()));
    }

    /** Share of today's fleet that meets a condition, every workload with a fleet weighing the same. */
    private static @Nullable BigDecimal share(BuyerProfile buyer, Predicate<FleetItem> condition) {
        BigDecimal all = buyer.fleet().stream().map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return null;
        BigDecimal met = buyer.fleet().stream().filter(condition).map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.divide(met, all);
    }
}
