package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.profile.DeliveryMode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether, how and when capacity would stand, and whether the buyer's own site can take it. */
public record Supply(
        @Meaning("fact that outsiders can get the accelerator at all") boolean onSale,
        @Meaning("way of delivery") DeliveryMode mode,
        @Meaning("fact that the buyer allows this way of delivery") boolean modeAllowed,
        @Meaning("fact that the buyer needs the capacity by a day") boolean boundByDate,
        @Meaning(value = "median lead time", unit = Unit.WEEKS) @Nullable BigDecimal leadWeeks,
        @Meaning(value = "days to spare at the median lead time", unit = Unit.DAYS) @Nullable Integer slackDays,
        @Meaning(value = "days to spare at the slow lead time (nine in ten)", unit = Unit.DAYS)
                @Nullable Integer slackDaysIfSlow,
        @Meaning("fact that the accelerator is sold out") boolean soldOut,
        @Meaning(value = "share of its output the designer uses itself", unit = Unit.SHARE)
                @Nullable BigDecimal firstPartyShare,
        @Meaning(value = "power of the smallest machine or rack that must stand in one place", unit = Unit.KILOWATT) @Nullable BigDecimal rackKw,
        @Meaning(value = "power one rack may draw at the site", unit = Unit.KILOWATT) @Nullable BigDecimal siteRackKw,
        @Meaning("need for liquid cooling") @Nullable Boolean liquidCooled,
        @Meaning("liquid cooling at the site") @Nullable Boolean siteLiquid,
        @Meaning(value = "power the machines would draw", unit = Unit.KILOWATT) @Nullable BigDecimal powerKw,
        @Meaning(value = "power free at the site", unit = Unit.KILOWATT) @Nullable BigDecimal sitePowerKw) {}
