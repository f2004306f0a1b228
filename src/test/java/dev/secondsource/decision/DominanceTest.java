package dev.secondsource.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.candidate.Prospect;
import dev.secondsource.candidate.Prospects;
import dev.secondsource.decision.Standings.Entry;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.market.Offer;
import dev.secondsource.policy.Policy;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.Criterion;
import dev.secondsource.ranking.Bounds;
import dev.secondsource.ranking.Scoring;
import dev.secondsource.rules.Facts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DominanceTest {
    private static Prospect any;
    private static Map<Criterion, Bounds> bounds;

    @BeforeAll
    static void prospect() {
        BuyerProfile buyer = ProfileFiles.read(Path.of("profiles/enterprise-serving-70b.yaml")).orThrow().profile();
        Policy policy = Shipped.knowledge().policyBook().resolve(buyer.policy(), buyer.asOf(), buyer.id()).orThrow();
        any = new Prospects(Shipped.market().visibleAt(buyer.asOf()), buyer, policy, buyer.asOf()).of(buyer.workloads().get(0)).get(0);
        bounds = Scoring.bounds(policy);
    }

    /** The definition, word for word: every offer beside every other. */
    private static Map<String, String> asDefined(List<Entry> rivals) {
        Map<String, String> dominators = new HashMap<>();
        for (Entry entry : rivals)
            rivals.stream().filter(r -> r != entry && dominates(r, entry))
                    .min(Comparator.comparing((Entry r) -> r.raw().get(Criterion.UNIT_COST)).thenComparing(r -> r.prospect().offer().id()))
                    .ifPresent(r -> dominators.put(id(entry), id(r)));
        return dominators;
    }

    private static boolean dominates(Entry better, Entry worse) {
        boolean strictly = false;
        for (Criterion criterion : Criterion.values()) {
            BigDecimal a = better.raw().get(criterion);
            BigDecimal b = worse.raw().get(criterion);
            if (a == null && b == null) continue;
            if (a == null || b == null) return false;
            int sign = bounds.get(criterion).compare(a, b);
            if (sign < 0) return false;
            strictly |= sign > 0;
        }
        return strictly;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheDominatorsThatTheDefinitionNames(long seed) {
        Random random = new Random(seed);
        List<Entry> rivals = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Map<Criterion, BigDecimal> raw = new EnumMap<>(Criterion.class);
            for (Criterion criterion : Criterion.values())
                if (criterion == Criterion.UNIT_COST || random.nextInt(8) > 0) raw.put(criterion, BigDecimal.valueOf(random.nextInt(criterion == Criterion.UNIT_COST ? 12 : 3)).setScale(random.nextInt(3)));
            rivals.add(entry("offer-" + random.nextInt(1000) + "-" + i, raw));
        }

        Map<String, String> found = named(rivals);

        assertThat(found).isEqualTo(asDefined(rivals)).hasSizeGreaterThan(20).hasSizeLessThan(200);
    }

    @Test
    void letsNoOfferDominateItselfOrItsTwin() {
        Map<Criterion, BigDecimal> raw = Map.of(Criterion.UNIT_COST, BigDecimal.ONE, Criterion.SPEED, new BigDecimal("2.0"));
        Map<Criterion, BigDecimal> twin = Map.of(Criterion.UNIT_COST, new BigDecimal("1.00"), Criterion.SPEED, new BigDecimal("2"));

        assertThat(named(List.of(entry("a", raw), entry("b", twin)))).isEmpty();
        assertThat(named(List.of(entry("a", raw), entry("b", Map.of(Criterion.UNIT_COST, new BigDecimal("1.01"), Criterion.SPEED, new BigDecimal("2")))))).isEqualTo(Map.of("b", "a"));
    }

    private static Map<String, String> named(List<Entry> rivals) {
        Map<String, String> named = new HashMap<>();
        Dominance.of(rivals, bounds).forEach((entry, dominator) -> named.put(id(entry), id(dominator)));
        return named;
    }

    private static String id(Entry entry) {
        return entry.prospect().offer().id();
    }

    private static Entry entry(String id, Map<Criterion, BigDecimal> raw) {
        Offer offer = Facts.with(any.offer(), "id", id);
        return new Entry(Facts.with(any, "offer", offer), raw, BigDecimal.ONE, true, null);
    }
}
