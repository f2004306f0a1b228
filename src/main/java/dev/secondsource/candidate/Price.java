package dev.secondsource.candidate;

import dev.secondsource.cost.Cost;
import dev.secondsource.cost.ExchangeRates;
import dev.secondsource.fit.Throughput;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Staleness;
import dev.secondsource.policy.Policy;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it costs, and how fresh that knowledge is. */
public record Price(
        @Meaning("fact that a price is on file") boolean stated,
        @Meaning("fact that price and speed together give a unit cost") boolean comparable,
        @Meaning(value = "age of the price", unit = Unit.DAYS) @Nullable Integer ageDays,
        @Meaning("fact that the price is in another currency, and no exchange rate is known") boolean rateMissing,
        @Meaning("exchange rate that is missing") @Nullable String missingRate,
        @Meaning("fact that the price is a market rate that moves by the day") boolean floating,
        @Meaning(value = "unit cost", unit = Unit.MONEY) @Nullable BigDecimal perUnit,
        @Meaning(value = "price of an accelerator-hour, everything included", unit = Unit.MONEY)
                @Nullable BigDecimal perAcceleratorHour,
        @Meaning(value = "cost a month", unit = Unit.MONEY) @Nullable BigDecimal perMonth,
        @Meaning(value = "price of an achieved PFLOP/s for an hour", unit = Unit.MONEY) @Nullable BigDecimal perPetaflopHour,
        @Meaning(value = "price of a TB/s of memory bandwidth for an hour", unit = Unit.MONEY)
                @Nullable BigDecimal perTerabyteHour,
        @Meaning(value = "share put on top of the price for what it may not include", unit = Unit.SHARE)
                BigDecimal assumedExtras) {

    private static final String EXTRAS = "cost.hidden-cost-share";
    private static final int THOUSAND = 3;

    /** Policy keys it reads. */
    static Set<String> policyKeys() {
        return Set.of(EXTRAS);
    }

    /** A negotiated price is not old while it is in force. */
    static Price of(Prospect prospect, Policy policy, LocalDate asOf) {
        Offer offer = prospect.offer();
        Cost cost = prospect.cost();
        BigDecimal hour = cost == null ? null : cost.perAcceleratorHour().amount();
        BigDecimal bandwidth = prospect.accelerator().memoryBandwidthGBs();
        boolean trains = prospect.workload().kind().isTraining();
        Throughput speed = prospect.fit().throughput();
        boolean stated = offer.price() != null;
        LocalDate date = offer.evidence().date();
        String missingRate = prospect.costed().missing().stream().filter(ExchangeRates::isMissing).findFirst().orElse(null);
        return new Price(
                stated,
                cost != null,
                !stated || date == null ? null : offer.contracted() == null ? (int) ChronoUnit.DAYS.between(date, asOf) : 0,
                missingRate != null,
                missingRate,
                Staleness.floats(offer),
                cost == null ? null : cost.perUnit().amount(),
                cost == null ? null : cost.perAcceleratorHour().amount(),
                cost == null ? null : cost.perMonth().amount(),
                hour == null || !trains || speed == null ? null : Decimals.divide(hour.scaleByPowerOfTen(THOUSAND), speed.perAccelerator()),
                hour == null || bandwidth == null ? null : Decimals.divide(hour.scaleByPowerOfTen(THOUSAND), bandwidth),
                policy.number(EXTRAS));
    }
}
