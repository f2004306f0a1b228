package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.market.Accelerator;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.SelfBuild;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether the chip is the buyer's own design, and what it rests on. */
public record OwnChip(
        @Meaning("fact that the buyer designs this chip for itself") boolean ofTheBuyer,
        @Meaning(value = "spend a year that the chip displaces", unit = Unit.MONEY) @Nullable BigDecimal displacedPerYear,
        @Meaning("fact that the people who lead its design are still there") @Nullable Boolean leadTeamKept) {
    private static final OwnChip OF_ANOTHER = new OwnChip(false, null, null);

    static OwnChip of(Accelerator accelerator, BuyerProfile buyer) {
        SelfBuild own = buyer.selfBuild();
        if (own == null || !own.accelerator().equals(accelerator.id())) return OF_ANOTHER;
        return new OwnChip(true, own.displacedPerYear() == null ? null : own.displacedPerYear().amount(), own.leadTeamKept());
    }
}
