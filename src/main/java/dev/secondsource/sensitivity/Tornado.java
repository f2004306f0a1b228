package dev.secondsource.sensitivity;

import dev.secondsource.decision.Watcher;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What each input by itself does to the cost and to the answer at both ends of its plausible range.
 *
 * @param perMonth what the allocation costs as things are
 * @param bars widest swing of cost first
 */
public record Tornado(Money perMonth, List<Bar> bars) {
    public Tornado {
        bars = List.copyOf(bars);
    }

    /**
     * One input.
     *
     * @param low what comes out at the lower end; empty if the input cannot be so
     * @param high what comes out at the upper end; empty likewise
     */
    public record Bar(Lever lever, Optional<End> low, Optional<End> high) {
        /** The larger distance of the ends' cost from the cost as things are. */
        public BigDecimal swing() {
            return List.of(low, high).stream().flatMap(Optional::stream).map(e -> e.more().amount().abs()).max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
        }
    }

    /**
     * What comes out at one end.
     *
     * @param value the input there
     * @param more cost a month than as things are, below zero if less
     * @param changes of the answer, in words; empty if there are none
     */
    public record End(BigDecimal value, Money more, List<String> changes) {
        public End {
            changes = List.copyOf(changes);
        }
    }

    /** @param watcher told of each input that is done */
    public static Tornado of(List<Lever> levers, Trials trials, Watcher watcher) {
        Runnable step = watcher.begin(levers.size());
        List<Bar> bars = levers.parallelStream().map(lever -> {
            Bar bar = new Bar(lever, end(lever, lever.low(), trials), end(lever, lever.high(), trials));
            step.run();
            return bar;
        }).sorted(Comparator.comparing(Bar::swing).reversed().thenComparing(b -> b.lever().kind()).thenComparing(b -> b.lever().subject())).toList();
        return new Tornado(trials.base().perMonth(), bars);
    }

    private static Optional<End> end(Lever lever, BigDecimal value, Trials trials) {
        if (value.compareTo(lever.now()) == 0) return Optional.empty();
        return trials.at(lever, value).map(t -> new End(value, t.perMonth().minus(trials.base().perMonth()), trials.base().choice().changesTo(t.choice())));
    }
}
