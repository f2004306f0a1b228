package dev.secondsource.shell;

import static dev.secondsource.shell.Usage.example;

import dev.secondsource.catalogue.Format;
import dev.secondsource.catalogue.Providers;
import dev.secondsource.files.MarketImport;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Region;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyBook;
import dev.secondsource.problem.Checked;
import dev.secondsource.profile.PolicyChoice;
import dev.secondsource.report.ImportReport;
import dev.secondsource.report.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes what others publish into a market folder. */
final class MarketImportCommand implements ShellCommand {
    private static final String NAME = "market import";
    private static final int ROWS = 20;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private enum Print {
        TABLE,
        JSON
    }

    private static final Argument<Format> FORMAT = Argument.one(Value.oneOf(Format.class), "what the files are: a catalogue, a price list, an invoice or results");
    private static final Argument<Path> FILES = Argument.some(Value.FILE, "one or more files, packed by gzip or not");
    private static final Option<String> PROVIDER = Option.of("provider", new Value<>("ID", "an id of small letters, digits and hyphens, such as aws",
            text -> Optional.of(text.toLowerCase(Locale.ROOT)).filter(t -> t.matches("[a-z0-9][a-z0-9-]{0,40}")).map(t -> Providers.otherwiseKnownAs(t).orElse(t)), t -> t, context -> List.of()),
            "who sells; a seller the market does not know is added. Not for mlperf");
    private static final Option<LocalDate> AS_OF = Option.of("as-of", Value.DATE, "the day the files speak of, which becomes the date of each row").mandatory();
    private static final Option<Path> TO = Option.of("to", Value.FOLDER, "the market folder to change; one that is not there begins as a copy of the market").mandatory();
    private static final Option<String> CURRENCY = Option.of("currency", new Value<>("CODE", "a currency such as USD or EUR", MarketImportCommand::currency, t -> t, context -> List.of()),
            "the currency of the prices; rows in another are refused").byDefault("USD");
    private static final Option<Map.Entry<String, String>> ALIAS = Option.of("alias", new Value<>("NAME=PART", "a name and a part of the market, such as H100=H100-SXM",
            MarketImportCommand::alias, e -> e.getKey() + "=" + e.getValue(), context -> List.of()), "which part of the market a name in the files means").manyTimes();
    private static final Option<Integer> TERM = Option.of("term", Value.COUNT.called("MONTHS"), "length of the commitments in a FOCUS export that does not say");
    private static final Option<String> JURISDICTION = Option.of("jurisdiction", new Value<>("COUNTRY", "a country by its two letters, or ?? if it is not known",
            text -> Optional.of(text).filter(t -> COUNTRIES.contains(t) || t.equals(Region.UNKNOWN_COUNTRY)), t -> t, context -> List.of()), "the country that controls a seller the market does not know");
    private static final Option<Path> REFUSED = Option.of("refused", Value.FILE, "writes every refused row with its place and reason, as CSV");
    private static final Option<Print> OUTPUT = Option.of("output", Value.oneOf(Print.class).called("FORMAT"), "how to print the outcome").letter('o').byDefault(Print.TABLE);

    private final Sources sources;

    public MarketImportCommand(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Usage usage() {
        return Usage.of(
                        NAME,
                        Usage.Group.MARKET,
                        "Takes published prices and results into a market folder, all that can be believed or, if a file is wrong as a whole, nothing. A list of an earlier day adds to the history.",
                        example("market import skypilot vms.csv --provider aws --as-of 2026-11-20 --to my-market", "a SkyPilot catalogue, into a copy of the market"),
                        example("market import focus invoice.csv.gz --provider aws --as-of 2026-10-31 --to my-market --term 12", "what you really paid, commitments of a year"))
                .also("market import mlperf summary_results.json --as-of 2026-09-09 --to my-market --refused refused.csv", "measured speeds, and a list of what was not taken")
                .taking(FORMAT, FILES)
                .with(PROVIDER, AS_OF, TO, CURRENCY, ALIAS, TERM, JURISDICTION, REFUSED, OUTPUT, Sources.MARKET, Sources.RULES);
    }

    @Override
    public Outcome run(Words words, Output output) {
        Format format = words.get(FORMAT);
        if (format.isOfPrices() && words.find(PROVIDER).isEmpty()) throw new UsageError("--provider is missing: the files do not say who sells", "help " + NAME);
        if (!format.isOfPrices() && words.find(PROVIDER).isPresent()) throw new UsageError("--provider does not go with mlperf: results are of parts, whoever sells them", "help " + NAME);
        if (format.isConfidential() && sources.isPublished(words.get(TO))) throw new UsageError("what you paid is confidential and " + words.get(TO) + " is published: name a market folder of your own", "help " + NAME);
        words.find(REFUSED).filter(refused -> MarketImport.isInUse(refused, words.all(FILES), words.get(TO))).ifPresent(refused -> {
            throw new UsageError(REFUSED.flag() + " " + refused + " is a file that is read or part of the market: name a file of its own", "help " + NAME);
        });
        Checked<Policy> policy = sources.rules(words, output).then(base -> policy(base, words.get(AS_OF)));
        Checked<MarketImport.Done> done = policy.then(p -> MarketImport.run(order(words, p)));
        output.problems(done.problems());
        if (!(done instanceof Checked.Valid<MarketImport.Done> valid)) return Outcome.INVALID_INPUT;
        MarketImport.Done d = valid.value();
        ImportReport report = new ImportReport(format, words.find(PROVIDER).orElse(""), words.get(AS_OF), words.get(TO).toString(), d.imported(), d.market(), d.written(), d.logged(), d.newSupplier());
        Display display = output.display();
        output.data(words.get(OUTPUT) == Print.JSON ? report.json() : report.text(new Page(display.width(), display.colour(), ROWS)));
        boolean nothing = d.imported().isEmpty() && d.imported().unchanged() == 0;
        if (nothing) output.error("nothing could be taken" + (d.imported().found() == 0 ? ": no row is about an accelerator" : ": every price or result was refused"));
        return nothing ? Outcome.INVALID_INPUT : Outcome.DECIDED;
    }

    private MarketImport.Order order(Words words, Policy policy) {
        Map<String, String> aliases = new LinkedHashMap<>();
        words.all(ALIAS).forEach(e -> aliases.put(e.getKey(), e.getValue()));
        return new MarketImport.Order(words.get(FORMAT), words.all(FILES), words.find(PROVIDER).orElse(""), words.find(JURISDICTION), words.get(AS_OF), words.get(TO), sources.marketFolder(words),
                words.get(CURRENCY), words.find(TERM), aliases, words.find(REFUSED), policy);
    }

    /** No buyer, so the thresholds are those of the default variant. */
    static Checked<Policy> policy(KnowledgeBase base, LocalDate asOf) {
        PolicyBook book = base.policyBook();
        return book.resolve(new PolicyChoice(PolicyBook.DEFAULT_VARIANT, new java.util.TreeMap<>()), asOf, "policy.yaml");
    }

    private static Optional<String> currency(String text) {
        try {
            return Optional.of(Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map.Entry<String, String>> alias(String text) {
        int equals = text.indexOf('=');
        return equals <= 0 || equals == text.length() - 1 ? Optional.empty() : Optional.of(Map.entry(text.substring(0, equals).strip(), text.substring(equals + 1).strip()));
    }
}
