package dev.secondsource.report;

import dev.secondsource.allocation.Share;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.evidence.Evidence;
import dev.secondsource.evidence.Grade;
import dev.secondsource.fit.Throughput;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Region;
import dev.secondsource.profile.WorkloadKind;
import dev.secondsource.verdict.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What things are called in print. */
final class Names {
    static final String NO_REGION = "region not stated";

    private Names() {}

    /** {@code aws p5.48xlarge, on-demand, us-east-1}. */
    static String offer(Offer offer) {
        return sold(offer) + ", " + pricing(offer) + (offer.contracted() == null ? "" : ", contracted") + (offer.region() == null ? "" : ", " + region(offer.region()));
    }

    /** The same of an allocated share. */
    static String offer(Share share, Decision decision) {
        return Status.candidate(decision, share).map(c -> offer(c.offer())).orElse(share.offer());
    }

    /** {@code aws p5.48xlarge}. */
    static String sold(Offer offer) {
        return offer.provider() + " " + offer.instanceType();
    }

    /** A region as its provider names it, or what a price list says in the place of one. */
    static String region(Region region) {
        return switch (region.id()) {
            case "unspecified", "any", "region" -> NO_REGION;
            case "secure", "community" -> region.id() + " cloud, " + NO_REGION;
            case "us", "us-unspecified" -> "US, " + NO_REGION;
            default -> region.id();
        };
    }

    static String pricing(Offer offer) {
        return switch (offer.pricing()) {
            case ON_DEMAND -> "on-demand";
            case SPOT -> "spot";
            case COMMITTED -> offer.termMonths() == null ? "committed"
                    : offer.termMonths() % 12 == 0 ? "committed " + offer.termMonths() / 12 + "y" : "committed " + offer.termMonths() + "m";
            case CAPACITY_BLOCK -> "capacity block";
            case PURCHASE -> "bought";
            case UNPRICED -> "no price on file";
        };
    }

    /** {@code nvidia H100-SXM}: who designed the chip, and the chip. */
    static String chip(Assessed assessed) {
        return assessed.candidate().designer().id() + " " + assessed.offer().accelerator();
    }

    static String chip(Share share, Decision decision) {
        return Status.candidate(decision, share).map(Names::chip).orElse(share.designer());
    }

    static String verdict(Verdict verdict) {
        return verdict == Verdict.SECOND_SOURCE_ONLY ? "SECOND SOURCE" : verdict.name();
    }

    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static String basis(Throughput throughput) {
        return switch (throughput.basis()) {
            case BUYER_MEASUREMENT -> "own measurement";
            case SAME_MODEL -> "same model measured";
            case NEAREST_MODEL -> "nearest model measured";
            case ROOFLINE -> "computed only";
        };
    }

    /** Its speed rests on the roofline alone, however well its figures are sourced. */
    static boolean speedIsComputed(Assessed assessed) {
        return assessed.fit().throughput() != null && assessed.fit().throughput().basis() == Throughput.Basis.ROOFLINE;
    }

    /** Why a candidate has no unit cost; never a zero. */
    static String noUnitCost(Assessed assessed) {
        if (assessed.offer().price() == null) return "price unknown";
        if (Boolean.FALSE.equals(assessed.fit().memory().fits())) return "does not fit";
        return assessed.fit().throughput() == null ? "speed unknown" : "cost unknown";
    }

    /** The weakest evidence under price and speed together, as far as they are known; null if neither is. */
    static @Nullable Grade grade(Assessed assessed) {
        Stream<Evidence> price = assessed.offer().price() == null ? Stream.empty() : Stream.of(assessed.offer().evidence());
        Stream<Evidence> rates = assessed.cost() == null || assessed.cost().conversion() == null ? Stream.empty() : assessed.cost().conversion().evidence().stream();
        Stream<Evidence> speed = assessed.fit().throughput() == null ? Stream.empty() : assessed.fit().throughput().evidence().stream();
        return Stream.of(price, rates, speed).flatMap(s -> s).map(Evidence::grade).max(Comparator.naturalOrder()).orElse(null);
    }

    static String kind(WorkloadKind kind) {
        return switch (kind) {
            case PRE_TRAINING -> "pre-training";
            case FINE_TUNING -> "fine-tuning";
            case ONLINE_SERVING -> "online serving";
            case BATCH_INFERENCE -> "batch inference";
        };
    }

    static Map<String, Rule> byId(List<Rule> rules) {
        return rules.stream().collect(Collectors.toMap(Rule::id, Function.identity(), (a, b) -> a));
    }

    /** The situation in words, or the id of a rule that is not at hand. */
    static String title(Map<String, Rule> rules, String id) {
        Rule rule = rules.get(id);
        return rule == null ? id : rule.title().endsWith(".") ? rule.title().substring(0, rule.title().length() - 1) : rule.title();
    }
}
