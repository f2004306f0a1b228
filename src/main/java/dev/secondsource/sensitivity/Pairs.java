package dev.secondsource.sensitivity;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.sensitivity.Choice.Aspect;
import dev.secondsource.sensitivity.Pair.Move;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The smallest changes of two inputs together, on a grid of five values each way: now, and a quarter, a half, three quarters
 * and all of the way to the end of the plausible range. Only those are told that need less of the ranges, added, than
 * either input by itself. Nothing is known of what lies between the points of the grid.
 *
 * @param found smallest sum of the parts of their plausible ranges first; of two inputs, one for each aspect at most
 * @param tried the inputs that were paired, each with each other: the prices of the two offers asked about first, what leads and what runs today, and what moves the cost most besides
 */
public record Pairs(List<Pair> found, List<Lever> tried) {
    /** Each with each other is fifteen pairs. */
    public static final int MOST_TRIED = 6;

    private static final List<BigDecimal> STEPS = List.of(new BigDecimal("0.25"), new BigDecimal("0.5"), new BigDecimal("0.75"), BigDecimal.ONE);
    private static final BigDecimal HALF = STEPS.get(1);
    private static final Comparator<Pair> SMALLEST_FIRST = Comparator.comparing(Pair::part).thenComparing(Pair::aspect).thenComparing(p -> p.first().lever().kind()).thenComparing(p -> p.first().lever().subject())
            .thenComparing(p -> p.second().lever().kind()).thenComparing(p -> p.second().lever().subject());

    public Pairs {
        found = List.copyOf(found);
        tried = List.copyOf(tried);
    }

    /**
     * @param singles the changes of single inputs, found before
     * @param fingerprint of the record of a decision
     * @param watcher told of each pair that is done
     */
    public static Pairs of(List<Lever> levers, List<Flip> singles, Trials trials, Function<Decision, String> fingerprint, Watcher watcher) {
        List<Lever> tried = tried(levers, trials);
        List<Search> searches = new ArrayList<>();
        for (int i = 0; i < tried.size(); i++) for (int j = i + 1; j < tried.size(); j++) searches.add(new Search(tried.get(i), tried.get(j), singles, trials));
        Runnable step = watcher.begin(searches.size());
        List<Pair> found = searches.parallelStream().flatMap(search -> {
            List<Pair> pairs = search.points().stream().flatMap(p -> p.verified(trials, fingerprint).stream()).toList();
            step.run();
            return pairs.stream();
        }).sorted(SMALLEST_FIRST).toList();
        return new Pairs(found, tried);
    }

    /** In the order they are given. What the incumbent costs moves a verdict without moving what is spent. */
    private static List<Lever> tried(List<Lever> levers, Trials trials) {
        Stream<Lever> prices = levers.stream().filter(l -> l.kind() == Lever.Kind.PRICE).limit(2);
        Stream<Lever> widest = Tornado.of(levers, trials, Watcher.NOBODY).bars().stream().filter(b -> b.swing().signum() > 0).map(Tornado.Bar::lever);
        List<Lever> tried = Stream.concat(prices, widest).distinct().limit(MOST_TRIED).toList();
        return levers.stream().filter(tried::contains).toList();
    }

    /** A point of the grid. */
    private record Point(Move first, Move second) {
        BigDecimal part() {
            return first.part().add(second.part());
        }

        /** Of those that use up as much, first the one that is furthest from an end. */
        BigDecimal farther() {
            return first.part().max(second.part());
        }

        Optional<Aspect> aspect(Trials trials) {
            return trials.at(Stream.of(first, second).flatMap(m -> m.lever().at(m.at()).stream()).toList()).flatMap(t -> trials.base().choice().weightiest(t.choice()));
        }

        boolean changes(Aspect least, Trials trials) {
            return aspect(trials).filter(a -> a.compareTo(least) <= 0).isPresent();
        }

        Optional<Pair> verified(Trials trials, Function<Decision, String> fingerprint) {
            Pair unverified = new Pair(first, second, Aspect.LEADER, List.of(), "");
            return trials.decision(unverified.settings()).map(decision -> {
                Choice then = Choice.of(decision);
                Aspect aspect = trials.base().choice().weightiest(then).orElseThrow(() -> new IllegalStateException("the same inputs gave two answers: " + unverified.settings()));
                return new Pair(first, second, aspect, trials.base().choice().changesTo(then), fingerprint.apply(decision));
            });
        }
    }

    /** Of two inputs. */
    private record Search(Lever first, Lever second, List<Flip> singles, Trials trials) {
        /** Where another leads, where at least the verdict is otherwise, and where anything is: the smallest point each, told once. */
        List<Point> points() {
            List<Point> points = new ArrayList<>();
            for (Aspect least : Aspect.values())
                smallest(least).filter(p -> !points.contains(p)).ifPresent(points::add);
            return points;
        }

        private Optional<Point> smallest(Aspect least) {
            return ends(first).flatMap(one -> ends(second).flatMap(other -> toward(one, other, least)))
                    .sorted(Comparator.comparing(Point::part).thenComparing(Point::farther)).filter(p -> p.changes(least, trials)).findFirst();
        }

        private static Stream<BigDecimal> ends(Lever lever) {
            return Stream.of(lever.low(), lever.high()).filter(end -> end.compareTo(lever.now()) != 0);
        }

        /** The points on one side of each that use up less than either input needs by itself; none if neither the end nor half way there is otherwise. */
        private Stream<Point> toward(BigDecimal one, BigDecimal other, Aspect least) {
            Optional<BigDecimal> alone = Stream.concat(parts(first, one, least), parts(second, other, least)).min(Comparator.naturalOrder());
            if (alone.isEmpty() && !point(one, BigDecimal.ONE, other, BigDecimal.ONE).changes(least, trials) && !point(one, HALF, other, HALF).changes(least, trials)) return Stream.of();
            return STEPS.stream().flatMap(a -> STEPS.stream().map(b -> point(one, a, other, b))).filter(p -> alone.isEmpty() || p.part().compareTo(alone.get()) < 0);
        }

        private Stream<BigDecimal> parts(Lever lever, BigDecimal end, Aspect least) {
            return singles.stream().filter(f -> f.lever().equals(lever) && f.aspect().compareTo(least) <= 0 && f.other().compareTo(lever.now()) == end.compareTo(lever.now())).map(Flip::part);
        }

        private Point point(BigDecimal one, BigDecimal a, BigDecimal other, BigDecimal b) {
            return new Point(along(first, one, a), along(second, other, b));
        }

        private static Move along(Lever lever, BigDecimal end, BigDecimal part) {
            return new Move(lever, part.compareTo(BigDecimal.ONE) == 0 ? end : lever.now().add(end.subtract(lever.now()).multiply(part)));
        }
    }
}
