package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.report.HistoryReport;
import dev.secondsource.report.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the prices of an offer through time. */
final class MarketHistoryCommand implements ShellCommand {
    private static final String NAME = "market history";
    private static final int OFFERS = 10;

    private enum Format {
        TABLE,
        CSV,
        JSON
    }

    private static final Option<LocalDate> AS_OF = Option.of("as-of", Value.DATE, "leaves out what was not yet known on this day");
    private static final Option<Integer> LIMIT = Option.of("limit", Value.COUNT, "most offers of a table; csv and json have all").byDefault(OFFERS);
    private static final Option<Format> OUTPUT = Option.of("output", Value.oneOf(Format.class), "how to print them").letter('o').byDefault(Format.TABLE);

    private final Sources sources;
    private final Argument<String> offer;

    public MarketHistoryCommand(Sources sources) {
        this.sources = sources;
        this.offer = Argument.some(Value.TEXT.called("OFFER").completedBy(context -> ExplainCommand.proposals(
                sources.market() instanceof Checked.Valid<Market> market ? market.value().newest().offers().stream().filter(o -> o.price() != null).map(Offer::id) : Stream.of())),
                "the id of an offer, or a provider and an accelerator for all they are sold as");
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.MARKET,
                        "Shows every dated price of an offer with its source, and draws them.",
                        example("market history aws:p5.48xlarge:us-east-1:on-demand", "one offer"),
                        example("market history aws H100-SXM --market my-market -o csv", "all that a provider sells of a part, for a spreadsheet"))
                .taking(offer)
                .with(AS_OF, LIMIT, OUTPUT, Sources.MARKET);
    }

    @Override
    public Outcome run(Words words, Output output) {
        List<String> named = words.all(offer);
        if (named.size() > 2) throw new UsageError("name one offer, or a provider and an accelerator", "help " + NAME);
        Checked<Market> read = sources.market(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<Market> valid)) return Outcome.INVALID_INPUT;
        List<Offer> priced = valid.value().offers().stream().filter(o -> o.price() != null && words.find(AS_OF).map(o.evidence()::visibleAt).orElse(true)).toList();
        Map<String, List<Offer>> series = new TreeMap<>(priced.stream().filter(o -> isMeant(o, named)).collect(Collectors.groupingBy(Offer::id)));
        if (series.isEmpty()) throw nothing(named, priced);
        HistoryReport report = new HistoryReport(List.copyOf(series.values()));
        Display display = output.display();
        output.data(switch (words.get(OUTPUT)) {
            case TABLE -> report.text(new Page(display.width(), display.colour(), words.get(LIMIT)));
            case CSV -> report.csv();
            case JSON -> report.json();
        });
        return Outcome.DECIDED;
    }

    private static boolean isMeant(Offer offer, List<String> named) {
        return named.size() == 1 ? offer.id().equalsIgnoreCase(named.get(0)) : offer.provider().equalsIgnoreCase(named.get(0)) && offer.accelerator().equalsIgnoreCase(named.get(1));
    }

    private static UsageError nothing(List<String> named, List<Offer> priced) {
        Set<String> ids = new TreeSet<>(priced.stream().map(Offer::id).toList());
        if (named.size() == 1)
            return new UsageError("no price of \"" + named.get(0) + "\" is in this market" + Nearest.to(named.get(0), ids).map(n -> "; did you mean " + n + "?").orElse(""), "market offers");
        Set<String> sold = new TreeSet<>(priced.stream().filter(o -> o.provider().equalsIgnoreCase(named.get(0))).map(Offer::accelerator).toList());
        Set<String> sellers = new TreeSet<>(priced.stream().map(Offer::provider).toList());
        return new UsageError(sold.isEmpty() ? "no price of a provider \"" + named.get(0) + "\" is in this market" + Nearest.to(named.get(0), sellers).map(n -> "; did you mean " + n + "?").orElse("")
                : "no price of " + named.get(0) + " for \"" + named.get(1) + "\" is in this market; it has " + String.join(", ", sold), "market offers");
    }
}
