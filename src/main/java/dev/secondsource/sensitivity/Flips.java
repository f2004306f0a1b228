package dev.secondsource.sensitivity;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.sensitivity.Bisection.Crossing;
import dev.secondsource.sensitivity.Choice.Aspect;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The smallest changes of single inputs that change the answer, by bisection over full decisions.
 *
 * @param found smallest part of its plausible range first
 * @param firm inputs that change nothing of the answer within their plausible range
 * @param pairs changes of two inputs together; null if none were looked for
 */
public record Flips(List<Flip> found, List<Lever> firm, @Nullable Pairs pairs) {
    private static final Comparator<Flip> SMALLEST_FIRST = Comparator.comparing(Flip::part).thenComparing(Flip::aspect).thenComparing(f -> f.lever().kind()).thenComparing(f -> f.lever().subject());
    /** Of the way to the end of a range, which is less than twice the input itself: the sixth digit of the input is right. */
    private static final BigDecimal FINE = new BigDecimal("0.0000005");
    /** Machines are bought whole, so who carries the work changes in steps, and at no finer a point than this. */
    private static final BigDecimal COARSE = new BigDecimal("0.0001");
    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 8;

    public Flips {
        found = List.copyOf(found);
        firm = List.copyOf(firm);
    }

    /** Of single inputs alone. */
    public Flips(List<Flip> found, List<Lever> firm) {
        this(found, firm, null);
    }

    /** The same with changes of two inputs together. */
    public Flips with(Pairs pairs) {
        return new Flips(found, firm, pairs);
    }

    /**
     * @param fingerprint of the record of a decision
     * @param watcher told of each input that is done
     */
    public static Flips of(List<Lever> levers, Trials trials, Function<Decision, String> fingerprint, Watcher watcher) {
        Runnable step = watcher.begin(levers.size());
        List<List<Flip>> each = levers.parallelStream().map(lever -> {
            List<Flip> flips = of(lever, trials, fingerprint);
            step.run();
            return flips;
        }).toList();
        List<Lever> firm = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) if (each.get(i).isEmpty()) firm.add(levers.get(i));
        return new Flips(each.stream().flatMap(List::stream).sorted(SMALLEST_FIRST).toList(), firm);
    }

    /**
     * Those of one input, in both directions: where another leads, where at least the verdict is otherwise, and where
     * anything is. What changes at the very same point is told once, by its weightiest aspect.
     */
    static List<Flip> of(Lever lever, Trials trials, Function<Decision, String> fingerprint) {
        List<Flip> flips = new ArrayList<>();
        for (BigDecimal end : List.of(lever.low(), lever.high())) {
            BigDecimal near = end.subtract(lever.now()).abs().multiply(COARSE);
            List<BigDecimal> told = new ArrayList<>();
            for (Aspect least : Aspect.values()) {
                Optional<Crossing> crossing = Bisection.search(lever.now(), end, least == Aspect.ALLOCATION ? COARSE : FINE, value -> aspect(lever, value, trials).filter(a -> a.compareTo(least) <= 0).isPresent());
                if (crossing.isEmpty() || told.stream().anyMatch(t -> t.subtract(crossing.get().other()).abs().compareTo(near) <= 0)) continue;
                told.add(crossing.get().other());
                verified(lever, crossing.get(), trials, fingerprint).ifPresent(flips::add);
            }
        }
        return flips;
    }

    /** The weightiest that is otherwise at a value. */
    private static Optional<Aspect> aspect(Lever lever, BigDecimal value, Trials trials) {
        return trials.at(lever, value).flatMap(t -> trials.base().choice().weightiest(t.choice()));
    }

    private static Optional<Flip> verified(Lever lever, Crossing crossing, Trials trials, Function<Decision, String> fingerprint) {
        BigDecimal at = readable(lever, crossing.other(), trials);
        return trials.decision(lever.at(at)).map(decision -> {
            Choice then = Choice.of(decision);
            Aspect aspect = trials.base().choice().weightiest(then).orElseThrow(() -> new IllegalStateException("the same inputs gave two answers: " + lever.at(at)));
            return new Flip(lever, aspect, crossing.same(), crossing.other(), at, trials.base().choice().changesTo(then), fingerprint.apply(decision));
        });
    }

    /** With as few digits as give the same answer, away from now. */
    private static BigDecimal readable(Lever lever, BigDecimal other, Trials trials) {
        Optional<Choice> there = trials.at(lever, other).map(Trial::choice);
        for (int digits = FEWEST_DIGITS; digits < MOST_DIGITS; digits++) {
            BigDecimal value = lever.now().add(other.subtract(lever.now()).round(new MathContext(digits, RoundingMode.UP)));
            if (value.compareTo(lever.low()) >= 0 && value.compareTo(lever.high()) <= 0 && trials.at(lever, value).map(Trial::choice).equals(there)) return value;
        }
        return other;
    }
}
