package dev.secondsource.stress;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Which sources fail within a year, with what probability: all combinations of events where they are few, drawn ones
 * otherwise.
 *
 * @param probabilities by the set of failed sources, bit i for source i; they add up to one
 * @param draws years drawn; 0 if the states are exact
 */
record OutageStates(SortedMap<Long, Double> probabilities, int draws) {
    private static final int CHUNK = 4096;

    static OutageStates enumerated(List<OutageEvent> events) {
        SortedMap<Long, Double> probabilities = new TreeMap<>();
        for (long happened = 0; happened < 1L << events.size(); happened++) {
            double probability = 1;
            long failed = 0;
            for (int e = 0; e < events.size(); e++) {
                boolean happens = (happened >> e & 1) == 1;
                probability *= happens ? events.get(e).probability() : 1 - events.get(e).probability();
                if (happens) failed |= events.get(e).takes();
            }
            probabilities.merge(failed, probability, Double::sum);
        }
        return new OutageStates(probabilities, 0);
    }

    /** Each chunk of years has a generator of its own, split off in order: any number of threads draws the same years. */
    static OutageStates drawn(List<OutageEvent> events, long seed, int draws) {
        SplittableRandom root = new SplittableRandom(seed);
        int chunks = (draws + CHUNK - 1) / CHUNK;
        List<SplittableRandom> generators = new ArrayList<>();
        for (int c = 0; c < chunks; c++) generators.add(root.split());
        List<SortedMap<Long, Integer>> counted = IntStream.range(0, chunks).parallel()
                .mapToObj(c -> count(events, generators.get(c), Math.min(CHUNK, draws - c * CHUNK))).toList();
        SortedMap<Long, Integer> counts = new TreeMap<>();
        counted.forEach(chunk -> chunk.forEach((failed, count) -> counts.merge(failed, count, Integer::sum)));
        SortedMap<Long, Double> probabilities = new TreeMap<>();
        counts.forEach((failed, count) -> probabilities.put(failed, (double) count / draws));
        return new OutageStates(probabilities, draws);
    }

    private static SortedMap<Long, Integer> count(List<OutageEvent> events, SplittableRandom random, int years) {
        SortedMap<Long, Integer> counts = new TreeMap<>();
        for (int year = 0; year < years; year++) {
            long failed = 0;
            for (OutageEvent event : events) if (random.nextDouble() < event.probability()) failed |= event.takes();
            counts.merge(failed, 1, Integer::sum);
        }
        return counts;
    }
}
