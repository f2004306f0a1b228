package dev.secondsource.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.Watcher;
import dev.secondsource.sensitivity.Lever.Kind;
import dev.secondsource.sensitivity.Tornado.Bar;
import dev.secondsource.sensitivity.Tornado.End;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TornadoTest {
    private static final Again AGAIN = new Again(Shipped.profile("enterprise-serving-70b"), Shipped.market());

    @Test
    void tellsAtBothEndsWhatADecisionMadeThereCosts() {
        Lever price = price("runpod MI300X");
        Trials trials = AGAIN.trials();

        Tornado tornado = Tornado.of(List.of(price), trials, Watcher.NOBODY);

        Bar bar = tornado.bars().get(0);
        assertThat(bar.low().orElseThrow().more()).isEqualTo(more(trials.decision(price.at(price.low())).orElseThrow()));
        assertThat(bar.high().orElseThrow().more()).isEqualTo(more(trials.decision(price.at(price.high())).orElseThrow()));
        assertThat(bar.low().orElseThrow().more().amount()).isNegative();
        assertThat(bar.high().orElseThrow().more().amount()).isPositive();
    }

    @Test
    void tellsWhereAnAnswerChanges() {
        Lever cap = lever(Kind.CAP, "div.designer-share-cap");

        Bar bar = Tornado.of(List.of(cap), AGAIN.trials(), Watcher.NOBODY).bars().get(0);

        assertThat(bar.low().map(End::changes).orElseThrow()).singleElement().asString().contains("rests on");
        assertThat(bar.high().map(End::changes).orElseThrow()).isEmpty();
    }

    @Test
    void putsTheWidestSwingFirstAndTellsTheWatcherOfEach() {
        List<Lever> levers = List.of(price("runpod H200-SXM"), price("runpod MI300X"));
        AtomicInteger steps = new AtomicInteger();

        Tornado tornado = Tornado.of(levers, AGAIN.trials(), all -> {
            assertThat(all).isEqualTo(2);
            return steps::incrementAndGet;
        });

        assertThat(tornado.bars()).extracting(b -> b.lever().subject()).first().asString().startsWith("runpod MI300X");
        assertThat(tornado.bars()).extracting(Bar::swing).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(steps).hasValue(2);
    }

    private static dev.secondsource.quantity.Money more(Decision then) {
        return then.allocation().total().minus(AGAIN.decision().allocation().total());
    }

    private static Lever price(String subject) {
        return lever(Kind.PRICE, subject);
    }

    private static Lever lever(Kind kind, String subject) {
        return Levers.of(AGAIN.decision(), AGAIN.market(), Shipped.knowledge().policyBook()).stream().filter(l -> l.kind() == kind && l.subject().startsWith(subject)).findFirst().orElseThrow();
    }
}
