package dev.secondsource.report;

import dev.secondsource.quantity.Money;
import dev.secondsource.sensitivity.Choice;
import dev.secondsource.sensitivity.Flip;
import dev.secondsource.sensitivity.Flips;
import dev.secondsource.sensitivity.Lever;
import dev.secondsource.sensitivity.Lever.Kind;
import dev.secondsource.sensitivity.Lever.Scale;
import dev.secondsource.sensitivity.Tornado;
import dev.secondsource.sensitivity.Tornado.Bar;
import dev.secondsource.sensitivity.Tornado.End;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A tornado and flips made by hand: both ends on one side of now, an end that changes the answer, an input that cannot be lower, one that moves nothing. */
final class SampleSensitivity {
    private SampleSensitivity() {}

    /** @param offer what the price is of, word for word */
    static Tornado tornado(String offer) {
        return new Tornado(Money.usd("68526"), List.of(
                bar(lever(Kind.UTILISATION, "serve", Scale.TO, "0.55", "0.55", "0.35", "0.75", "share"), end("0.35", "38416"), end("0.75", "-16311")),
                bar(price(offer), Optional.empty(), end("1.3", "9576", "serve: aws H100 leads instead of " + offer)),
                bar(lever(Kind.CAP, "div.provider-share-cap", Scale.TO, "0.65", "0.65", "0.4875", "0.8125", "share"), end("0.4875", "1763"), end("0.8125", "146")),
                bar(firm(), end("0.625", "0"), end("1.5", "0"))));
    }

    static Flips flips(String offer) {
        BigDecimal at = new BigDecimal("1.095");
        return new Flips(List.of(new Flip(price(offer), Choice.Aspect.LEADER, new BigDecimal("1.0719"), new BigDecimal("1.072"), at, List.of("serve: aws H100 leads instead of " + offer), "0123456789abcdef".repeat(4))), List.of(firm()));
    }

    private static Lever price(String offer) {
        return lever(Kind.PRICE, offer, Scale.TIMES, "2.11", "1", "0.6", "1.3", "USD an accelerator-hour");
    }

    private static Lever firm() {
        return lever(Kind.PRICE, "aws H100", Scale.TIMES, "4", "1", "0.625", "1.5", "USD an accelerator-hour");
    }

    private static Lever lever(Kind kind, String subject, Scale scale, String base, String now, String low, String high, String unit) {
        return new Lever(kind, subject, List.of("market.offers[provider=runpod].price"), scale, new BigDecimal(base), new BigDecimal(now), new BigDecimal(low), new BigDecimal(high), unit, "range.price-fall");
    }

    private static Bar bar(Lever lever, Optional<End> low, Optional<End> high) {
        return new Bar(lever, low, high);
    }

    private static Optional<End> end(String value, String more, String... changes) {
        return Optional.of(new End(new BigDecimal(value), Money.usd(more), List.of(changes)));
    }
}
