package dev.secondsource.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.properties.Improvement.World;
import dev.secondsource.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Improving one attribute of an offer, all else equal, may not worsen its verdict. Every other sample is the best
 * candidate of a verdict for a workload of a shipped buyer, the others are any candidates that are not rejected, on a
 * thinned market; {@code -Dimprovement.samples} asks for more of them.
 *
 * <p>What is not known is not improved by learning it: a fact that closes an open question may close it against the offer.
 */
class ImprovementTest {
    private static final int SAMPLES = Integer.getInteger("improvement.samples", 14);
    private static final List<Sample> ANY = new ArrayList<>();
    private static final List<Sample> BEST = new ArrayList<>();

    private record Sample(World world, Assessed candidate) {}

    @BeforeAll
    static void collect() {
        for (var buyer : Shipped.profiles()) {
            World world = new World(buyer, Variants.thinned(Shipped.market(), buyer));
            for (WorkloadDecision answer : Shipped.decide(buyer, world.market()).workloads()) {
                Set<Verdict> seen = EnumSet.of(Verdict.REJECT);
                for (Assessed candidate : answer.candidates()) {
                    if (seen.add(candidate.verdict().verdict())) BEST.add(new Sample(world, candidate));
                    else if (candidate.verdict().verdict() != Verdict.REJECT) ANY.add(new Sample(world, candidate));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverWorsensAVerdict(Improvement improvement) {
        List<String> worse = new ArrayList<>();
        for (Sample sample : samples(improvement)) {
            World better = improvement.of(sample.world, sample.candidate);
            if (better.equals(sample.world)) continue;

            Assessed improved = Decided.candidate(Shipped.decide(better.buyer(), better.market()), sample.candidate.candidate().id());

            if (improved.verdict().verdict().compareTo(sample.candidate.verdict().verdict()) < 0)
                worse.add(sample.world.buyer().id() + ": " + improved.candidate().id() + " was " + shown(sample.candidate) + ", became " + shown(improved));
        }

        assertThat(worse).as("%s worsens", improvement).isEmpty();
    }

    private static List<Sample> samples(Improvement improvement) {
        return Stream.concat(some(BEST, improvement), some(ANY, improvement)).toList();
    }

    /** Others for every improvement. */
    private static Stream<Sample> some(List<Sample> all, Improvement improvement) {
        List<Sample> shuffled = Variants.shuffled(all, improvement.ordinal());
        return shuffled.subList(0, Math.min(SAMPLES / 2, shuffled.size())).stream();
    }

    private static String shown(Assessed candidate) {
        return candidate.verdict().verdict() + " " + candidate.verdict().decidedBy();
    }
}
