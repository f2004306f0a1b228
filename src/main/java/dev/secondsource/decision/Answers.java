package dev.secondsource.decision;

import dev.secondsource.cost.CostPerformance;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Finding;
import dev.secondsource.knowledge.Meaning.Unit;
import dev.secondsource.knowledge.Sentence;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.profile.Workload;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the answer for a workload into words, and what would change it. */
final class Answers {
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final String NOT_KNOWN = "Not known: ";

    private final Workload workload;
    private final List<Assessed> ranked;
    private final Market market;
    private final BigDecimal tie;

    /**
     * @param ranked all candidates, best first
     * @param tie difference in score below which an order means nothing
     */
    Answers(Workload workload, List<Assessed> ranked, Market market, BigDecimal tie) {
        this.workload = workload;
        this.ranked = ranked;
        this.market = market;
        this.tie = tie;
    }

    String sentence() {
        Optional<Assessed> winner = winner();
        if (winner.isEmpty()) return "No eligible offer with a known cost can lead; see what excludes them.";
        Assessed best = winner.get();
        String verb = switch (best.verdict().verdict()) {
            case PREFER -> "Buy ";
            case ACCEPT -> best.candidate().incumbent() ? "Stay with " : "Take ";
            default -> "Take, once " + (best.verdict().conditions().size() == 1 ? "its condition is" : "its " + best.verdict().conditions().size() + " conditions are") + " met, ";
        };
        String reason = best.strongest(Effect.FOR).map(Finding::sentence).map(s -> " " + s).orElse("");
        return verb + what(best.offer()) + ": " + money(best.cost().perUnit()) + " per " + workload.unit() + against(best) + "." + reason + ties(best);
    }

    /** Others whose order against the best means nothing; what is called the same is not another. */
    private String ties(Assessed best) {
        List<String> tied = ranked.stream().filter(c -> c != best && c.mayLead() && best.tiesWith(c, tie)).map(c -> what(c.offer())).filter(w -> !w.equals(what(best.offer()))).distinct().toList();
        if (tied.isEmpty()) return "";
        return " It is a tie with " + tied.get(0) + (tied.size() == 1 ? "" : " and " + (tied.size() - 1) + " more") + ": their order means nothing.";
    }

    private String what(Offer offer) {
        String seller = market.supplier(offer.provider()).name();
        return offer.accelerator() + switch (offer.pricing()) {
            case ON_DEMAND -> " on demand from " + seller;
            case SPOT -> " at spot prices from " + seller;
            case COMMITTED -> " from " + seller + ", committed for " + offer.termMonths() + " months";
            case CAPACITY_BLOCK -> " in capacity blocks from " + seller;
            case PURCHASE -> ", bought";
            case UNPRICED -> " from " + seller;
        };
    }

    /** How the best stands to the incumbent's cost. */
    private String against(Assessed best) {
        BigDecimal rho = best.candidate().comparison().rho();
        Optional<Assessed> incumbent = ranked.stream().filter(c -> c.candidate().incumbent() && c.cost() != null).findFirst();
        if (rho == null || incumbent.isEmpty()) return "";
        BigDecimal gap = rho.subtract(BigDecimal.ONE);
        if (gap.signum() == 0) return ", as much as the incumbent";
        return ", " + percent(gap.abs()) + (gap.signum() < 0 ? " less" : " more") + " than " + what(incumbent.get().offer());
    }

    /** What keeps a better candidate back, how far the price may move, and how near the next accelerator is. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        Optional<Assessed> winner = winner();
        if (winner.isEmpty()) return changes;
        Assessed best = winner.get();
        if (!best.verdict().conditions().isEmpty())
            changes.add("The answer holds only once this is settled: " + settled(best) + ".");
        Optional<Assessed> keptBack = ranked.stream().filter(c -> c != best && c.verdict().verdict() == Verdict.CONDITIONAL && c.cost() != null)
                .filter(c -> c.score().value().compareTo(best.score().value()) > 0)
                .findFirst();
        keptBack.ifPresent(c -> changes.add(what(c.offer()) + " (" + c.offer().id() + ") scores higher, " + score(c) + " against " + score(best)
                        + ", and would lead once this is settled: " + settled(c) + "."));
        BigDecimal rho = best.candidate().comparison().rho();
        if (rho != null && rho.signum() > 0 && rho.compareTo(BigDecimal.ONE) < 0)
            changes.add("The saving is gone if its price rises by " + percent(CostPerformance.priceRiseTo(BigDecimal.ONE, rho))
                    + ", or the incumbent's falls by " + percent(BigDecimal.ONE.subtract(rho)) + ".");
        ranked.stream().filter(c -> c != best && c != keptBack.orElse(null) && c.mayLead() && !c.offer().accelerator().equals(best.offer().accelerator())).findFirst()
                .ifPresent(next -> changes.add(next(best, next)));
        return changes;
    }

    private String next(Assessed best, Assessed next) {
        BigDecimal ratio = best.cost().perUnit().ratioTo(next.cost().perUnit());
        String named = "The next other accelerator is " + what(next.offer()) + " (" + next.offer().id() + ")";
        if (next.score().value().compareTo(best.score().value()) > 0)
            return named + ": it scores higher, " + score(next) + " against " + score(best) + ", and only its verdict, " + next.verdict().verdict() + ", keeps it behind.";
        if (ratio.compareTo(BigDecimal.ONE) >= 0)
            return named + ": no dearer per " + workload.unit() + ", " + (best.tiesWith(next, tie) ? "and tied" : "but behind") + " by the buyer's order of what matters (" + score(next) + " against " + score(best) + ").";
        return named + ": its price would have to fall by " + percent(BigDecimal.ONE.subtract(ratio)) + " to match.";
    }

    private static String settled(Assessed candidate) {
        return String.join("; ", candidate.verdict().conditions().stream()
                .map(c -> c.startsWith(NOT_KNOWN) ? c.substring(NOT_KNOWN.length()) : c)
                .map(c -> c.endsWith(".") ? c.substring(0, c.length() - 1) : c)
                .toList());
    }

    private Optional<Assessed> winner() {
        return ranked.stream().filter(Assessed::mayLead).findFirst();
    }

    private static String score(Assessed candidate) {
        return Sentence.print(candidate.score().value(), Unit.RATIO, "");
    }

    private static String percent(BigDecimal share) {
        return Sentence.print(share, Unit.SHARE, "");
    }

    private static String money(Money money) {
        if (money.amount().compareTo(MILLION) >= 0)
            return Sentence.print(money.amount().movePointLeft(6).round(new MathContext(4, RoundingMode.HALF_EVEN)), Unit.RATIO, "") + " million " + money.currency().getCurrencyCode();
        return Sentence.print(money.amount(), Unit.MONEY, money.currency().getCurrencyCode());
    }
}
