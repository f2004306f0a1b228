package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import dev.secondsource.knowledge.Meaning.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much of the buyer's supply would sit with one company. */
public record Integration(
        @Meaning("fact that one company designs the chip, runs the cloud and owns the software") boolean designerIsProvider,
        @Meaning(value = "share of today's fleet of the same designer", unit = Unit.SHARE) @Nullable BigDecimal designerShareToday,
        @Meaning(value = "share of today's fleet at the same provider", unit = Unit.SHARE) @Nullable BigDecimal providerShareToday) {}
