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
import dev.secondsource.market.Span;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.report.Confidential;
import dev.secondsource.report.OfferGroupsReport;
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
        CSV,
        JSON
    }

    private enum GroupBy {
        DESIGNER,
        ACCELERATOR,
        PROVIDER,
        REGION,
        PRICING
    }

    private enum SortBy {
        PRICE,
        MEMORY,
        COUNT,
        TERM,
        DATE,
        ACCELERATOR,
        PROVIDER,
        REGION
    }

    static final Option<LocalDate> AS_OF =
            Option.of("as-of", Value.DATE, "leaves out what was not yet known on this day; without it, everything is shown");

    private static final Option<PricingKind> PRICING =
            Option.of("pricing", Value.oneOf(PricingKind.class).called("PRICING"), "only priced so").manyTimes();
    private static final Value<Span> SPAN = new Value<>("RANGE", "a range such as 80..192, 80.., ..192, or one number", Span::read, Span::toString, context -> List.of());
    private static final Option<Span> PRICE = Option.of("price", SPAN, "price per accelerator-hour, such as ..3.5; of bought ones, per accelerator");
    private static final Option<Span> MEMORY = Option.of("memory", SPAN, "memory of one accelerator in GiB, such as 80..192");
    private static final Option<Span> COUNT = Option.of("count", SPAN, "accelerators in one unit, such as 8");
    private static final Option<Span> TERM = Option.of("term", SPAN, "months of the commitment, such as ..12; only what is committed has one");
    private static final Option<BigDecimal> MIN_PRICE = Option.of("min-price", Value.AMOUNT, "the same as --price N..");
    private static final Option<BigDecimal> MAX_PRICE = Option.of("max-price", Value.AMOUNT, "the same as --price ..N");
    private static final Option<BigDecimal> MIN_MEMORY = Option.of("min-memory", Value.AMOUNT, "the same as --memory N..");
    private static final Option<BigDecimal> MAX_MEMORY = Option.of("max-memory", Value.AMOUNT, "the same as --memory ..N");
    private static final Option<GroupBy> GROUP_BY =
            Option.of("group-by", Value.oneOf(GroupBy.class).called("WHAT"), "one row for each, its cheapest offer; pricings, terms and currencies stay apart");
    private static final Option<SortBy> SORT =
            Option.of("sort", Value.oneOf(SortBy.class).called("WHAT"), "order of the rows, price if not given; groups then by name. What is not known comes last");
    private static final Option<Integer> LIMIT = Option.of("limit", Value.COUNT, "most rows of a table; csv and json have all").byDefault(ROWS);
    private static final Option<Format> OUTPUT =
            Option.of("output", Value.oneOf(Format.class), "how to print them").letter('o').byDefault(Format.TABLE);

    private final Sources sources;
    private final Option<String> designer;
    private final Option<String> accelerator;
    private final Option<String> provider;
    private final Option<String> region;
    private final Option<String> country;

    public MarketOffersCommand(Sources sources) {
        this.sources = sources;
        this.designer = named("designer", "only accelerators this one designed", this::designers);
        this.accelerator = named("accelerator", "only this accelerator", this::accelerators);
        this.provider = named("provider", "only what this one sells", this::providers);
        this.region = named("region", "only this region, or this country by its two letters", this::regions);
        this.country = named("country", "only where this country is, by its two letters", this::countries);
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
                        example("market offers --memory 140.. --group-by accelerator", "the cheapest offer of each large accelerator at each pricing"))
                .also("market offers --price ..3.5 --count 8 --country US --sort memory", "machines of eight in the United States, the largest memory first")
                .taking()
                .with(designer, accelerator, provider, region, country, PRICING, TERM, PRICE, MEMORY, COUNT, MIN_PRICE, MAX_PRICE, MIN_MEMORY, MAX_MEMORY, GROUP_BY, SORT, LIMIT, OUTPUT,
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
        Market market = words.find(AS_OF).map(priced.value()::visibleAt).orElseGet(priced.value()::newest);
        OfferFilter filter = filter(words, market);
        Comparator<Offer> order = order(words.find(SORT).orElse(SortBy.PRICE), market);
        List<Offer> found = market.offers().stream().filter(offer -> filter.accepts(offer, market)).sorted(order).toList();
        String text = words.find(GROUP_BY).map(by -> groups(by, found, market, words, output)).orElseGet(() -> offers(found, market, words, output));
        boolean confidential = found.stream().anyMatch(o -> o.contracted() != null);
        output.data(switch (words.get(OUTPUT)) {
            case TABLE -> Confidential.text(confidential, text, output.display().colour());
            case CSV -> Confidential.csv(confidential, text);
            case JSON -> Confidential.json(confidential, text);
        });
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

    private static String offers(List<Offer> found, Market market, Words words, Output output) {
        return switch (words.get(OUTPUT)) {
            case TABLE -> OffersReport.text(found, market, page(words, output));
            case CSV -> OffersReport.csv(found, market);
            case JSON -> OffersReport.json(found, market, words.find(AS_OF).orElse(null));
        };
    }

    private static String groups(GroupBy by, List<Offer> found, Market market, Words words, Output output) {
        List<OfferGroup> named = OfferGroup.of(found, group(by, market));
        List<OfferGroup> groups = words.find(SORT).map(sort -> named.stream().sorted(Comparator.comparing(OfferGroup::cheapest, order(sort, market))).toList()).orElse(named);
        String word = by.name().toLowerCase(Locale.ROOT);
        return switch (words.get(OUTPUT)) {
            case TABLE -> OfferGroupsReport.text(groups, word, page(words, output));
            case CSV -> OfferGroupsReport.csv(groups);
            case JSON -> OfferGroupsReport.json(groups, word, market, words.find(AS_OF).orElse(null));
        };
    }

    private static Page page(Words words, Output output) {
        Display display = output.display();
        return new Page(display.width(), display.colour(), words.get(LIMIT));
    }

    private OfferFilter filter(Words words, Market market) {
        return new OfferFilter(
                known(words, designer, designers(market)),
                known(words, accelerator, accelerators(market)),
                known(words, provider, providers(market)),
                known(words, region, regions(market)),
                known(words, country, countries(market)),
                new LinkedHashSet<>(words.all(PRICING)),
                span(words, PRICE, MIN_PRICE, MAX_PRICE),
                span(words, MEMORY, MIN_MEMORY, MAX_MEMORY),
                words.find(COUNT).orElse(Span.ALL),
                words.find(TERM).orElse(Span.ALL));
    }

    /** @throws UsageError if the same bound is given in two ways */
    private static Span span(Words words, Option<Span> range, Option<BigDecimal> least, Option<BigDecimal> most) {
        Span bounds = new Span(words.find(least).orElse(null), words.find(most).orElse(null));
        if (bounds.isBound() && words.find(range).isPresent()) throw new UsageError(range.flag() + " says what " + least.flag() + " and " + most.flag() + " say: give one of them", "help " + NAME);
        return words.find(range).orElse(bounds);
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

    private Set<String> countries(Market market) {
        return names(market.offers().stream().map(Offer::region).filter(r -> r != null).map(Region::country));
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
            case PRICING -> offer -> offer.pricing().name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** An hourly price and one for good are not compared, nor two currencies: what is bought comes after what is rented, then what has no price. */
    private static Comparator<Offer> order(SortBy by, Market market) {
        Comparator<Offer> price = Comparator.comparing((Offer offer) -> offer.price() == null)
                .thenComparing(offer -> offer.pricing() == PricingKind.PURCHASE)
                .thenComparing(offer -> offer.price() == null ? "" : offer.price().currency().getCurrencyCode())
                .thenComparing(OfferFilter::price, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Offer::id);
        return switch (by) {
            case PRICE -> price;
            case MEMORY -> Comparator.comparing((Offer offer) -> market.accelerator(offer.accelerator()).memoryGiB(),
                    Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(price);
            case COUNT -> Comparator.comparing(Offer::acceleratorCount, Comparator.reverseOrder()).thenComparing(price);
            case TERM -> Comparator.comparing(Offer::termMonths, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(price);
            case DATE -> Comparator.comparing((Offer offer) -> offer.evidence().date(), Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(price);
            case ACCELERATOR -> Comparator.comparing(Offer::accelerator).thenComparing(price);
            case PROVIDER -> Comparator.comparing(Offer::provider).thenComparing(price);
            case REGION -> Comparator.comparing((Offer offer) -> offer.region() == null ? null : offer.region().id(), Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(price);
        };
    }
}
