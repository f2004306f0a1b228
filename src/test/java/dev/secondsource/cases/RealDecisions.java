package dev.secondsource.cases;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import java.util.stream.Stream;

/** What the tool says of every case on each of its days, for tests outside this package. */
public final class RealDecisions {
    private RealDecisions() {}

    public static Stream<Decision> all() {
        return Case.all().stream().flatMap(c -> c.told().days().stream()
                .map(day -> DecisionMaker.decide(c.buyer(day), c.market(), Shipped.knowledge(), day.day()).orThrow()));
    }
}
