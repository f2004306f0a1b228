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
import java.util.Objects;
import java.util.function.Function;
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
        @Meaning("fact that this foundry makes every chip of the designer's") @Nullable Boolean oneFoundry,
        @Meaning("maker of the chip's memory") @Nullable String memoryMaker,
        @Meaning("fact that this company makes the memory of every chip of the designer's") @Nullable Boolean oneMemoryMaker,
        @Meaning("fact that the chip's memory is not stacked beside it, so that it needs no such packaging") boolean plainPackage) {

    private static final String STACKED = "HBM";

    static Integration of(Offer offer, Accelerator accelerator, BuyerProfile buyer, Market market) {
        return new Integration(
                accelerator.designer().equals(offer.provider()) && offer.region() != null,
                share(buyer, i -> market.accelerators().containsKey(i.accelerator()) && market.accelerator(i.accelerator()).designer().equals(accelerator.designer())),
                share(buyer, i -> i.provider().equals(offer.provider())),
                accelerator.rentable() && market.supplier(accelerator.designer()).roles().contains(Supplier.Role.PROVIDER),
                buyer.confidentialComputing(),
                accelerator.confidential(),
                accelerator.foundry(),
                one(Accelerator::foundry, accelerator, market),
                accelerator.memoryMaker(),
                one(Accelerator::memoryMaker, accelerator, market),
                accelerator.memoryType() != null && !accelerator.memoryType().startsWith(STACKED));
    }

    /** Of the designer's chips whose maker is on file; null where this one's is not. */
    private static @Nullable Boolean one(Function<Accelerator, @Nullable String> maker, Accelerator accelerator, Market market) {
        String only = maker.apply(accelerator);
        return only == null ? null : market.accelerators().values().stream()
                .filter(a -> a.designer().equals(accelerator.designer())).map(maker).filter(Objects::nonNull)
                .allMatch(only::equals);
    }

    /** Share of today's fleet that meets a condition, every workload with a fleet weighing the same. */
    private static @Nullable BigDecimal share(BuyerProfile buyer, Predicate<FleetItem> condition) {
        BigDecimal all = buyer.fleet().stream().map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) return null;
        BigDecimal met = buyer.fleet().stream().filter(condition).map(FleetItem::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.divide(met, all);
    }
}
