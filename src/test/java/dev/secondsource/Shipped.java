package dev.secondsource;

import dev.secondsource.decision.Decision;
import dev.secondsource.decision.DecisionMaker;
import dev.secondsource.files.KnowledgeFiles;
import dev.secondsource.files.MarketFiles;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.knowledge.KnowledgeBase;
import dev.secondsource.market.Market;
import dev.secondsource.profile.BuyerProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What ships with the program, read once for all tests: the market, the rules, the profiles and their decisions. */
public final class Shipped {
    private static final Map<String, Decision> DECISIONS = new ConcurrentHashMap<>();

    private Shipped() {}

    private static final class Holder {
        static final Market MARKET = MarketFiles.bundled().orThrow();
        static final KnowledgeBase KNOWLEDGE = KnowledgeFiles.in(Path.of("rules")).orThrow();
        static final Map<String, BuyerProfile> PROFILES = read();

        private static Map<String, BuyerProfile> read() {
            try (Stream<Path> files = Files.list(Path.of("profiles"))) {
                return files.filter(f -> f.toString().endsWith(".yaml")).map(f -> ProfileFiles.read(f).orThrow().profile())
                        .collect(Collectors.toMap(BuyerProfile::id, Function.identity()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Market market() {
        return Holder.MARKET;
    }

    public static KnowledgeBase knowledge() {
        return Holder.KNOWLEDGE;
    }

    /** Every shipped profile, by id. */
    public static List<BuyerProfile> profiles() {
        return Holder.PROFILES.values().stream().sorted(java.util.Comparator.comparing(BuyerProfile::id)).toList();
    }

    public static BuyerProfile profile(String id) {
        BuyerProfile found = Holder.PROFILES.get(id);
        if (found == null) throw new AssertionError("no profile " + id + " among " + Holder.PROFILES.keySet());
        return found;
    }

    /** The decision for a shipped profile on its own day. */
    public static Decision decision(BuyerProfile buyer) {
        return DECISIONS.computeIfAbsent(profile(buyer.id()).id(), id -> decide(profile(id), market()));
    }

    /** The decision for any profile on its own day, on any market. */
    public static Decision decide(BuyerProfile buyer, Market market) {
        return DecisionMaker.decide(buyer, market, knowledge(), buyer.asOf()).orThrow();
    }
}
