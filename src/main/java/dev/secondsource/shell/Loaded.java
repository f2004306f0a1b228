package dev.secondsource.shell;

import dev.secondsource.files.ProfileReferences;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Supplier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A market and the rules to judge it by, ready to decide with. */
record Loaded(Market market, KnowledgeBase knowledge) {

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
