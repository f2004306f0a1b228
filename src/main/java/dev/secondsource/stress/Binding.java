package dev.secondsource.stress;

import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.problem.Nearest;
import dev.secondsource.stress.Selector.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives the largest and the newest their names. A state of the world is the same for every portfolio in it, or regrets
 * could not be compared; so a scenario about the largest designer becomes one for each designer that is the largest of
 * some portfolio.
 */
final class Binding {
    private final Holdings holdings;
    private final Market market;
    private final LocalDate asOf;

    /** @param asOf what has been on sale for longer than a slip on that day cannot slip any more */
    Binding(Holdings holdings, Market market, LocalDate asOf) {
        this.holdings = holdings;
        this.market = market;
        this.asOf = asOf;
    }

    /** The scenario about named things only; itself if it is so already; none if no portfolio has what it is about. */
    List<Scenario> bound(Scenario scenario, List<NamedPortfolio> portfolios) {
        Optional<Selector> role = scenario.changes().stream().map(Change::selector).filter(s -> s != null && s.isRole()).findFirst();
        if (role.isEmpty()) return List.of(scenario);
        Set<String> names = new LinkedHashSet<>();
        Change about = scenario.changes().stream().filter(c -> role.get().equals(c.selector())).findFirst().orElseThrow();
        for (NamedPortfolio portfolio : portfolios) name(about, portfolio).ifPresent(names::add);
        List<Scenario> all = new ArrayList<>();
        for (String name : names) {
            Selector named = new Selector(named(role.get().kind()), name);
            List<Change> changes = scenario.changes().stream().map(c -> role.get().equals(c.selector()) ? c.about(named) : c).toList();
            all.addAll(bound(new Scenario(scenario.id(), scenario.name() + ": " + name, scenario.sentence(), changes), portfolios));
        }
        return all;
    }

    private static Kind named(Kind role) {
        return switch (role) {
            case LARGEST_DESIGNER -> Kind.DESIGNER;
            case LARGEST_PROVIDER -> Kind.PROVIDER;
            case LARGEST_PROVIDER_REGION -> Kind.REGION;
            case LARGEST_FOUNDRY -> Kind.FOUNDRY;
            case NEWEST_PLATFORM -> Kind.PLATFORM;
            default -> throw new IllegalArgumentException(role + " is no role");
        };
    }

    private Optional<String> name(Change about, NamedPortfolio portfolio) {
        List<Holdings.Held> held = holdings.of(portfolio.allocation());
        return switch (about.selector().kind()) {
            case LARGEST_DESIGNER -> largest(held, h -> h.accelerator().designer());
            case LARGEST_PROVIDER -> largest(held, Holdings.Held::operator);
            case LARGEST_PROVIDER_REGION -> largest(held, Holdings.Held::operator)
                    .flatMap(provider -> largest(held.stream().filter(h -> h.operator().equals(provider)).toList(), Holdings.Held::region));
            case LARGEST_FOUNDRY -> largest(held.stream().filter(h -> h.accelerator().foundry() != null).toList(), h -> h.accelerator().foundry());
            case NEWEST_PLATFORM -> held.stream().map(Holdings.Held::accelerator).filter(a -> Slips.released(a) != null)
                    .max(Comparator.comparing(Slips::released).thenComparing(Accelerator::id))
                    .filter(a -> Slips.later(Slips.released(a), ((Change.Slip) about).quarters()).isAfter(asOf)).map(Slips::platform);
            default -> Optional.empty();
        };
    }

    private static Optional<String> largest(List<Holdings.Held> held, Function<Holdings.Held, String> entity) {
        Map<String, BigDecimal> weights = new TreeMap<>();
        held.forEach(h -> weights.merge(entity.apply(h), h.weight(), BigDecimal::add));
        return weights.entrySet().stream().max(Map.Entry.<String, BigDecimal>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** What a scenario names that is not there, in words. */
    List<String> strangers(Scenario scenario) {
        return scenario.changes().stream().map(Change::selector).filter(s -> s != null && s.name() != null && !known(s))
                .map(s -> scenario.id() + " " + scenario.name() + ": no " + s.kind().word() + " " + s.name() + " is in this market, so that change changes nothing"
                        + Nearest.to(s.name(), names(s.kind())).map(meant -> "; did you mean " + meant + "?").orElse(".")).distinct().toList();
    }

    private boolean known(Selector selector) {
        return selector.name().equals(Selector.OWN) || names(selector.kind()).contains(selector.name());
    }

    private Set<String> names(Kind kind) {
        Collection<Accelerator> parts = market.accelerators().values();
        return switch (kind) {
            case DESIGNER -> parts.stream().map(Accelerator::designer).collect(Collectors.toSet());
            case PROVIDER -> market.offers().stream().map(Offer::provider).collect(Collectors.toSet());
            case REGION -> market.offers().stream().map(Holdings::region).collect(Collectors.toSet());
            case FOUNDRY -> parts.stream().map(Accelerator::foundry).filter(Objects::nonNull).collect(Collectors.toSet());
            case ACCELERATOR -> market.accelerators().keySet();
            case PLATFORM -> parts.stream().map(Slips::platform).collect(Collectors.toSet());
            default -> Set.of();
        };
    }
}
