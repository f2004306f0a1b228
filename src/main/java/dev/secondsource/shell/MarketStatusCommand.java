package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.market.Market;
import dev.secondsource.problem.Checked;
import dev.secondsource.report.MarketReport;
import dev.secondsource.report.Page;

/** Tells how much is known of the market, and how old it is. */
final class MarketStatusCommand implements ShellCommand {
    private static final int ROWS = 50;

    private final Sources sources;

    public MarketStatusCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        "market status",
                        Usage.Group.MARKET,
                        "Tells what the market holds: offers and the dates of their prices by provider, parts without a price, oddities.",
                        example("market status", "the market that evaluate decides on"),
                        example("market status --market my-market", "checks and counts a market of your own"))
                .taking()
                .with(MarketOffersCommand.AS_OF, Sources.MARKET);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Market> read = sources.market(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<Market> valid)) return Outcome.INVALID_INPUT;
        Market market = words.find(MarketOffersCommand.AS_OF).map(valid.value()::visibleAt).orElseGet(valid.value()::newest);
        Display display = output.display();
        output.data(MarketReport.text(market, new Page(display.width(), display.colour(), ROWS)));
        return Outcome.DECIDED;
    }
}
