package dev.secondsource.shell;

import dev.secondsource.decision.Foresight;
import dev.secondsource.files.ProfileReferences;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Supplier;
import dev.secondsource.stress.ByRegret;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A market and the rules to judge it by, ready to decide with.
 *
 * @param foresight what tells allocations of like cost apart
 */
record Loaded(Market market, KnowledgeBase knowledge, Foresight foresight) {
    /** Leaves ties to the fixed order. */
    Loaded(Market market, KnowledgeBase knowledge) {
        this(market, knowledge, Foresight.NONE);
    }

    /** The same with another market; a tie is told by what is foreseen on that one. */
    Loaded on(Market other) {
        return new Loaded(other, knowledge, foresight instanceof ByRegret regret ? new ByRegret(other, knowledge, regret.scenarios()) : foresight);
    }

    /** All that a profile may name. */
    ProfileReferences.Known known() {
        return new ProfileReferences.Known(
                market.accelerators().keySet(),
                sellers(),
                market.offers().stream().map(Offer::id).collect(Collectors.toSet()),
                market.stacks().keySet(),
                knowledge.rules().stream().map(Rule::id).collect(Collectors.toSet()),
                knowledge.policyBook().entries().keySet(),
                knowledge.policyBook().variants().keySet());
    }

    /** Providers, and designers who sell their own parts. */
    private Set<String> sellers() {
        Stream<String> providers = market.suppliers().values().stream().filter(s -> s.roles().contains(Supplier.Role.PROVIDER)).map(Supplier::id);
        return Stream.concat(providers, market.offers().stream().map(Offer::provider)).collect(Collectors.toSet());
    }
}
