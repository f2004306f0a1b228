package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.catalogue.LoggedImport;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.MarketImports;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Overlay;
import dev.secondsource.market.Overlaying;
import dev.secondsource.market.Plausible;
import dev.secondsource.market.Staleness;
import dev.secondsource.policy.Policy;
import dev.secondsource.problem.Checked;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.MarketReport;
import dev.secondsource.report.Page;
import dev.secondsource.report.RatesUsed;
import dev.secondsource.report.TermsReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells how much is known of the market, and how old it is. */
final class MarketStatusCommand implements ShellCommand {
    private static final int ROWS = 50;

    private enum Print {
        TABLE,
        JSON
    }

    private static final Option<LocalDate> AS_OF =
            Option.of("as-of", Value.DATE, "leaves out what was not yet known on this day, and tells ages on it; without it, everything is shown as old as it is today");
    private static final Option<Print> OUTPUT = Option.of("output", Value.oneOf(Print.class).called("FORMAT"), "how to print it").letter('o').byDefault(Print.TABLE);

    private final Sources sources;

    public MarketStatusCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "market status",
                        Usage.Group.MARKET,
                        "Tells what the market holds: prices by seller and by source with their dates, what is stale, what imports refused, exchange rates, what is not known, oddities.",
                        example("market status", "the market that evaluate decides on"),
                        example("market status --market my-market", "checks and counts a market of your own"))
                .also("market status --overlay terms.yaml", "also which negotiated terms are in force, and which have ended")
                .taking()
                .with(AS_OF, OUTPUT, Sources.MARKET, Sources.OVERLAY, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        LocalDate asOf = words.find(AS_OF).orElseGet(LocalDate::now);
        Checked<Market> read = sources.market(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<Market> valid)) return Outcome.INVALID_INPUT;
        Checked<Policy> policy = sources.rules(words, output).then(base -> MarketImportCommand.policy(base, asOf));
        output.problems(policy.problems());
        if (!(policy instanceof Checked.Valid<Policy> limits)) return Outcome.INVALID_INPUT;
        Checked<List<LoggedImport>> log = sources.marketFolder(words).map(MarketImports::in).orElse(Checked.of(List.of()));
        output.problems(log.problems());
        Market market = words.find(AS_OF).map(valid.value()::visibleAt).orElse(valid.value());
        Checked<Optional<TermsReport>> terms = sources.overlay(words).then(overlay -> terms(overlay, valid.value(), asOf));
        output.problems(terms.problems());
        if (!(terms instanceof Checked.Valid<Optional<TermsReport>> own)) return Outcome.INVALID_INPUT;
        MarketReport report = new MarketReport(market, priced(valid.value(), market, words.find(AS_OF)), Staleness.of(limits.value()::number), MarketFiles.odd(market, Plausible.ofMarket(limits.value()::number)), RatesUsed.of(market.rates(), limits.value(), asOf),
                log instanceof Checked.Valid<List<LoggedImport>> kept ? kept.value().stream().filter(i -> words.find(AS_OF).map(day -> !i.asOf().isAfter(day)).orElse(true)).toList() : List.of(), asOf, own.value().orElse(null));
        Display display = output.display();
        boolean confidential = own.value().isPresent();
        output.data(words.get(OUTPUT) == Print.JSON ? Confidential.json(confidential, report.json())
                : Confidential.text(confidential, report.text(new Page(display.width(), display.colour(), ROWS)), display.colour()));
        return log.problems().isEmpty() ? Outcome.DECIDED : Outcome.INVALID_INPUT;
    }

    /** Every price known on a day of what was released by then, those that newer ones have followed too. */
    private static List<Offer> priced(Market all, Market known, Optional<LocalDate> day) {
        return all.offers().stream().filter(o -> o.price() != null && known.accelerators().containsKey(o.accelerator()) && day.map(o.evidence()::visibleAt).orElse(true)).toList();
    }

    private static Checked<Optional<TermsReport>> terms(Optional<Overlay> overlay, Market market, LocalDate asOf) {
        return overlay.isEmpty() ? Checked.of(Optional.empty()) : Overlaying.apply(market, overlay.get(), asOf).then(own -> Checked.of(Optional.of(new TermsReport(overlay.get(), own, asOf))));
    }
}
