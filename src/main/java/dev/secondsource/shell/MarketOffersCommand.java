package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.OfferFilter;
import dev.secondsource.market.OfferGroup;
import dev.secondsource.market.Overlay;
import dev.secondsource.market.Overlaying;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.report.OffersReport;
import dev.secondsource.report.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists what is for sale. */
final class MarketOffersCommand implements ShellCommand {
    private static final String NAME = "market offers";
    private static final int ROWS = 20;

    private enum Format {
        TABLE,
        CSV
    }

    private enum GroupBy {
        DESIGNER,
        ACCELERATOR,
        PROVIDER,
        REGION
    }

    private enum SortBy {
        PRICE,
        MEMORY,
        DATE,
        ACCELERATOR,
        PROVIDER
    }

    static final Option<LocalDate> AS_OF =
            Option.of("as-of", Value.DATE, "leaves out what was not yet known on this day; without it, everything is shown");

    private static final Option<PricingKind> PRICING =
            Option.of("pricing", Value.oneOf(PricingKind.class).called("PRICING"), "only priced so").manyTimes();
    private static final Option<BigDecimal> MIN_PRICE = Option.of("min-price", Value.AMOUNT, "least price per accelerator-hour; of bought ones, per accelerator");
    private static final Option<BigDecimal> MAX_PRICE = Option.of("max-price", Value.AMOUNT, "most, likewise");
    private static final Option<BigDecimal> MIN_MEMORY = Option.of("min-memory", Value.AMOUNT, "least memory of one accelerator in GiB");
    private static final Option<BigDecimal> MAX_MEMORY = Option.of("max-memory", Value.AMOUNT, "most memory of one accelerator in GiB");
    private static final Option<GroupBy> GROUP_BY =
            Option.of("group-by", Value.oneOf(GroupBy.class).called("WHAT"), "one row for each; pricings and terms stay apart");
    private static final Option<SortBy> SORT =
            Option.of("sort", Value.oneOf(SortBy.class).called("WHAT"), "order of the rows; unknown prices come last").byDefault(SortBy.PRICE);
    private static final Option<Integer> LIMIT = Option.of("limit", Value.COUNT, "most rows of a table; csv has all").byDefault(ROWS);
    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print them").letter('o').byDefault(Format.TABLE);

    private final Sources sources;
    private final Option<String> designer;
    private final Option<String> accelerator;
    private final Option<String> provider;
    private final Option<String> region;

    public MarketOffersCommand(Sources sources) {
        this.sources = sources;
        this.designer = named("designer", "only accelerators this one designed", this::designers);
        this.accelerator = named("accelerator", "only this accelerator", this::accelerators);
        this.provider = named("provider", "only what this one sells", this::providers);
        this.region = named("region", "only this region, or this country by its two letters", this::regions);
    }

    private Option<String> named(String name, String description, Function<Market, Set<String>> known) {
        return Option.of(name, Value.TEXT.called(name.toUpperCase(Locale.ROOT)).completedBy(context -> ExplainCommand.proposals(
                        sources.market() instanceof Checked.Valid<Market> market ? known.apply(market.value()).stream() : Stream.of())), description)
                .manyTimes();
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.MARKET,
                        "Lists what is for sale, with price, date and grade of each.",
                        example("market offers --accelerator MI300X --accelerator H200-SXM --pricing on-demand", "two accelerators side by side"),
                        example("market offers --min-memory 140 --group-by accelerator", "what each large accelerator costs at each pricing"))
                .taking()
                .with(designer, accelerator, provider, region, PRICING, MIN_PRICE, MAX_PRICE, MIN_MEMORY, MAX_MEMORY, GROUP_BY, SORT, LIMIT, OUTPUT,
                        AS_OF, Sources.MARKET, Sources.OVERLAY);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Checked<Market> read = sources.market(words, output);
        output.problems(read.problems());
        if (!(read instanceof Checked.Valid<Market> valid)) return Outcome.INVALID_INPUT;
        Checked<Market> own = own(valid.value(), words, output);
        output.problems(own.problems());
        if (!(own instanceof Checked.Valid<Market> priced)) return Outcome.INVALID_INPUT;
        Market market = words.find(AS_OF).map(priced.value()::visibleAt).orElse(priced.value());
        OfferFilter filter = filter(words, market);
        List<Offer> found = market.offers().stream().filter(offer -> filter.accepts(offer, market)).sorted(order(words.get(SORT), market)).toList();

        boolean table = words.get(OUTPUT) == Format.TABLE;
        Display display = table ? output.display() : Display.FILE;
        Page page = new Page(display.width(), display.colour(), words.get(LIMIT));
        if (words.find(GROUP_BY).isPresent()) {
            List<OfferGroup> groups = OfferGroup.of(found, group(words.find(GROUP_BY).get(), market));
            output.data(table ? OffersReport.groups(groups, words.find(GROUP_BY).get().name().toLowerCase(Locale.ROOT), page) : OffersReport.groupsCsv(groups));
        } else {
            output.data(table ? OffersReport.text(found, market, page) : OffersReport.csv(found, market));
        }
        if (filter.boundsPrice()) output.note("offers without a known price pass no bound on the price and are left out");
        return Outcome.DECIDED;
    }

    /** At the prices the buyer pays, if terms are named; they hold on a day, so one has to be. */
    private Checked<Market> own(Market market, Words words, Output output) {
        return sources.overlay(words).then(overlay -> {
            if (overlay.isEmpty()) return Checked.of(market);
            LocalDate day = words.find(AS_OF).orElseThrow(() -> new UsageError("--as-of is missing: negotiated terms hold from a day until another", "help market offers"));
            Overlay terms = Sources.told(overlay, output);
            Checked<Market> laid = Overlaying.apply(market, terms, day);
            if (laid instanceof Checked.Valid<Market> valid) valid.value().overlaid().remarks().forEach(output::note);
            return laid;
        });
    }

    private OfferFilter filter(Words words, Market market) {
        return new OfferFilter(
                known(words, designer, designers(market)),
                known(words, accelerator, accelerators(market)),
                known(words, provider, providers(market)),
                known(words, region, regions(market)),
                new LinkedHashSet<>(words.all(PRICING)),
                words.find(MIN_PRICE).orElse(null),
                words.find(MAX_PRICE).orElse(null),
                words.find(MIN_MEMORY).orElse(null),
                words.find(MAX_MEMORY).orElse(null));
    }

    /** @throws UsageError if a name is none in this market: an empty list would say that nothing is for sale */
    private static Set<String> known(Words words, Option<String> option, Set<String> names) {
        for (String typed : words.all(option))
            if (names.stream().noneMatch(typed::equalsIgnoreCase))
                throw new UsageError(option.flag() + " \"" + typed + "\" is not in this market"
                        + Nearest.to(typed, names).map(near -> "; did you mean " + near + "?").orElse(""), "market status");
        return new LinkedHashSet<>(words.all(option));
    }

    private Set<String> designers(Market market) {
        return names(market.accelerators().values().stream().map(a -> a.designer()));
    }

    private Set<String> accelerators(Market market) {
        return market.accelerators().keySet();
    }

    private Set<String> providers(Market market) {
        return names(market.offers().stream().map(Offer::provider));
    }

    private Set<String> regions(Market market) {
        List<Region> regions = market.offers().stream().map(Offer::region).filter(r -> r != null).distinct().toList();
        return names(Stream.concat(regions.stream().map(Region::id), regions.stream().map(Region::country)));
    }

    private static Set<String> names(Stream<String> names) {
        return new LinkedHashSet<>(names.distinct().sorted().toList());
    }

    private static Function<Offer, String> group(GroupBy by, Market market) {
        return switch (by) {
            case DESIGNER -> offer -> market.accelerator(offer.accelerator()).designer();
            case ACCELERATOR -> Offer::accelerator;
            case PROVIDER -> Offer::provider;
            case REGION -> offer -> offer.region() == null ? "no region" : offer.region().provider() + " " + offer.region().id();
        };
    }

    /** An hourly price and one for good are not compared: what is bought comes after what is rented, then what has no price. */
    private static Comparator<Offer> order(SortBy by, Market market) {
        Comparator<Offer> price = Comparator.comparing((Offer offer) -> offer.price() == null)
                .thenComparing(offer -> offer.pricing() == PricingKind.PURCHASE)
                .thenComparing(OfferFilter::price, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Offer::id);
        return switch (by) {
            case PRICE -> price;
            case MEMORY -> Comparator.comparing((Offer offer) -> market.accelerator(offer.accelerator()).memoryGiB(),
                    Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(price);
            case DATE -> Comparator.comparing((Offer offer) -> offer.evidence().date(), Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(price);
            case ACCELERATOR -> Comparator.comparing(Offer::accelerator).thenComparing(price);
            case PROVIDER -> Comparator.comparing(Offer::provider).thenComparing(price);
        };
    }
}
