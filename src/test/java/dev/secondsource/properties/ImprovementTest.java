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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * META-10: improving one attribute of an offer, all else equal, may not worsen its verdict. The samples are the best
 * candidate of each verdict for each workload of each shipped buyer, on a thinned market; {@code -Dimprovement.samples}
 * asks for more of them.
 */
class ImprovementTest {
    private static final int SAMPLES = Integer.getInteger("improvement.samples", 9);
    private static final List<Sample> ALL = samples();

    private record Sample(World world, Assessed candidate) {}

    @ParameterizedTest
    @EnumSource
    void neverWorsensAVerdict(Improvement improvement) {
        List<String> worse = new ArrayList<>();
        for (int i = 0; i < Math.min(SAMPLES, ALL.size()); i++) {
            Sample sample = ALL.get((improvement.ordinal() + i * Math.max(1, ALL.size() / SAMPLES)) % ALL.size());
            World better = improvement.of(sample.world, sample.candidate);
            if (better.equals(sample.world)) continue;

            Assessed improved = Decided.candidate(Shipped.decide(better.buyer(), better.market()), sample.candidate.candidate().id());

            if (improved.verdict().verdict().compareTo(sample.candidate.verdict().verdict()) < 0)
                worse.add(sample.world.buyer().id() + ": " + improved.candidate().id() + " was " + shown(sample.candidate) + ", became " + shown(improved));
        }

        assertThat(worse).as("%s worsens", improvement).isEmpty();
    }

    private static String shown(Assessed candidate) {
        return candidate.verdict().verdict() + " " + candidate.verdict().decidedBy();
    }

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (var buyer : Shipped.profiles()) {
            World world = new World(buyer, Variants.thinned(Shipped.market(), buyer));
            for (WorkloadDecision answer : Shipped.decide(buyer, world.market()).workloads()) {
                Set<Verdict> seen = EnumSet.of(Verdict.REJECT);
                for (Assessed candidate : answer.candidates()) if (seen.add(candidate.verdict().verdict())) samples.add(new Sample(world, candidate));
            }
        }
        return samples;
    }
}
