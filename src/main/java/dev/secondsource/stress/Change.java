package dev.secondsource.stress;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is otherwise than assumed. Some change what the decision reads, some act on capacity that is already
 * allocated, some do both.
 */
public sealed interface Change {

    /** Prices of what is rented or still to be signed are multiplied; signed prices hold unless the contract resets them. */
    record Price(Selector of, Figure factor) implements Change {
        /** What it can be about. */
        public static final List<Selector.Kind> KINDS = List.of(Selector.Kind.EVERYTHING, Selector.Kind.INCUMBENT_DESIGNER, Selector.Kind.CHALLENGERS,
                Selector.Kind.DESIGNER, Selector.Kind.PROVIDER, Selector.Kind.REGION, Selector.Kind.ACCELERATOR);
    }

    /** Everything of a designer, a provider or a region stands still for so many months from the day of the decision. */
    record Outage(Selector of, Figure months) implements Change {
        /** What it can be about. */
        public static final List<Selector.Kind> KINDS = List.of(Selector.Kind.LARGEST_DESIGNER, Selector.Kind.LARGEST_PROVIDER,
                Selector.Kind.LARGEST_PROVIDER_REGION, Selector.Kind.DESIGNER, Selector.Kind.PROVIDER, Selector.Kind.REGION);
    }

    /** A share (0–1) of what is newly bought from one foundry does not come for so many months; what runs today runs on. */
    record Supply(Selector of, Figure lost, Figure months) implements Change {
        /** What it can be about. */
        public static final List<Selector.Kind> KINDS = List.of(Selector.Kind.LARGEST_FOUNDRY, Selector.Kind.FOUNDRY);
    }

    /**
     * The buyer's export licence is gone; machines that need one and do not stand yet cannot come.
     *
     * @param months null for the whole period
     */
    record LicenceRevoked(@Nullable Figure months) implements Change {}

    /** Everything that has to wait for delivery waits so many weeks longer. */
    record LeadTimes(Figure weeks) implements Change {}

    /** All volumes are multiplied. */
    record Demand(Figure factor) implements Change {}

    /** Measured and computed speeds are multiplied. */
    record Throughput(Selector of, Figure factor) implements Change {
        /** What it can be about. */
        public static final List<Selector.Kind> KINDS =
                List.of(Selector.Kind.CHALLENGERS, Selector.Kind.INCUMBENT_DESIGNER, Selector.Kind.DESIGNER, Selector.Kind.ACCELERATOR);
    }

    /** A platform comes so many quarters later than its day of release. */
    record Slip(Selector of, Figure quarters) implements Change {
        /** What it can be about. */
        public static final List<Selector.Kind> KINDS = List.of(Selector.Kind.NEWEST_PLATFORM, Selector.Kind.PLATFORM, Selector.Kind.ACCELERATOR);
    }

    /** One policy value is another, whatever the buyer has set. */
    record PolicySetting(String key, Figure value) implements Change {}

    /** What it is about; null if it is about everything of its kind. */
    default @Nullable Selector selector() {
        if (this instanceof Price c) return c.of;
        if (this instanceof Outage c) return c.of;
        if (this instanceof Supply c) return c.of;
        if (this instanceof Throughput c) return c.of;
        if (this instanceof Slip c) return c.of;
        return null;
    }

    /** As a scenario file writes it: {@code outage of largest-designer}. */
    default String words() {
        if (this instanceof PolicySetting c) return "policy " + c.key;
        String word = getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
        return selector() == null ? word : word + " of " + selector();
    }

    /** Its numbers, by the names they have in a scenario file. */
    default SortedMap<String, Figure> figures() {
        SortedMap<String, Figure> figures = new TreeMap<>();
        if (this instanceof Price c) figures.put("factor", c.factor);
        if (this instanceof Outage c) figures.put("months", c.months);
        if (this instanceof Supply c) figures.putAll(Map.of("lost", c.lost, "months", c.months));
        if (this instanceof LicenceRevoked c && c.months != null) figures.put("months", c.months);
        if (this instanceof LeadTimes c) figures.put("weeks", c.weeks);
        if (this instanceof Demand c) figures.put("factor", c.factor);
        if (this instanceof Throughput c) figures.put("factor", c.factor);
        if (this instanceof Slip c) figures.put("quarters", c.quarters);
        if (this instanceof PolicySetting c) figures.put("value", c.value);
        return figures;
    }

    /** The same about something else. */
    default Change about(Selector other) {
        if (this instanceof Price c) return new Price(other, c.factor);
        if (this instanceof Outage c) return new Outage(other, c.months);
        if (this instanceof Supply c) return new Supply(other, c.lost, c.months);
        if (this instanceof Throughput c) return new Throughput(other, c.factor);
        if (this instanceof Slip c) return new Slip(other, c.quarters);
        return this;
    }

    /** What it changes is whether capacity is there, not what it costs or does. */
    default boolean isPhysical() {
        return this instanceof Outage || this instanceof Supply || this instanceof Slip;
    }
}
