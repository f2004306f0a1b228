package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What it costs, and how fresh that knowledge is. */
public record Price(
        @Meaning("fact that a price is on file") boolean stated,
        @Meaning("fact that price and speed together give a unit cost") boolean comparable,
        @Meaning(value = "age of the price", unit = Unit.DAYS) @Nullable Integer ageDays,
        @Meaning("fact that the price is a market rate that moves by the day") boolean floating,
        @Meaning(value = "unit cost", unit = Unit.MONEY) @Nullable BigDecimal perUnit,
        @Meaning(value = "price of an accelerator-hour, everything included", unit = Unit.MONEY)
                @Nullable BigDecimal perAcceleratorHour,
        @Meaning(value = "cost a month", unit = Unit.MONEY) @Nullable BigDecimal perMonth) {}
