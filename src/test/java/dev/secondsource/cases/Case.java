package dev.secondsource.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.secondsource.allocation.Allocation;
import dev.secondsource.files.ProfileFiles;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.market.Market;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A real decision: a folder with {@code profile.yaml}, the buyer with what was known then; {@code case.yaml}, what was
 * decided, why, what came of it and what the tool must say; and {@code market/}, prices and facts of the time that the
 * bundled market lacks. {@code history/market} holds what several cases need. A folder more is a case more.
 */
record Case(Path folder, Told told, Market market) {
    static final Path FOLDER = Path.of("src/test/resources/cases");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /**
     * What {@code case.yaml} says.
     *
     * @param id the case's number in its collection
     * @param sources with grades
     * @param days the same buyer may be asked on several days
     * @param changes what was expected before the first run and is no longer, and why
     */
    record Told(@JsonProperty("case") String id, String title, List<String> sources, List<Day> days, @Nullable List<String> changes) {
        Told {
            changes = changes == null ? List.of() : changes;
        }
    }

    /**
     * @param day the day of the decision: nothing later is seen
     * @param profile file of the buyer as known then
     * @param decided designers by announced volume in any unit; null where only the name is known
     * @param agrees whether the tool should come to these designers; false is a disagreement by design
     * @param byDesign for a disagreement: what the tool must say of the risk the buyer took
     * @param reasons the stated reason, in findings about an offer; one must be met
     * @param trouble what came of it, null if nothing is known
     * @param exactly what else must hold
     */
    record Day(LocalDate day, @Nullable String profile, Map<String, @Nullable BigDecimal> decided, boolean agrees, @Nullable List<Expected> byDesign,
            @Nullable List<Reason> reasons, @Nullable Trouble trouble, @Nullable List<Expected> exactly) {
        Day {
            profile = profile == null ? "profile.yaml" : profile;
            byDesign = byDesign == null ? List.of() : byDesign;
            reasons = reasons == null ? List.of() : reasons;
            exactly = exactly == null ? List.of() : exactly;
            if (agrees != byDesign.isEmpty()) throw new IllegalArgumentException(day + ": a disagreement by design names what must be said of it, an agreement nothing");
        }
    }

    /**
     * A family among the three heaviest findings about the best offer.
     *
     * @param designer whose best offer, or {@code portfolio}
     */
    record Reason(@Nullable String workload, String designer, @Nullable String accelerator, Effect effect, List<String> families, String said) {}

    record Trouble(String what, List<Expected> flags) {}

    /**
     * One thing that must hold. Workload, designer and accelerator say about whom, all of them if absent. Then either
     * {@code rule} fires and stands (or is UNKNOWN, or never fires) about at least one of them; or the best
     * {@code verdict} of them is one of these; or {@code leads} designs what the workload is led by; or
     * {@code mostShare} is the most they carry of any workload; or the whole {@code allocation} stands so.
     *
     * @param defeats a rule whose finding about the same offer it cancels
     */
    record Expected(@Nullable String workload, @Nullable String designer, @Nullable String accelerator, @Nullable String rule, @Nullable Severity severity,
            @Nullable Effect effect, @Nullable String defeats, boolean unknown, boolean never, @Nullable List<Verdict> verdict, @Nullable String leads,
            @Nullable BigDecimal mostShare, @Nullable List<Allocation.Status> allocation) {
        Expected {
            long questions = Stream.of(rule, verdict, leads, mostShare, allocation).filter(q -> q != null).count();
            if (questions != 1) throw new IllegalArgumentException("ask for one of rule, verdict, leads, mostShare, allocation, not " + questions);
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder();
            if (rule != null) text.append(never ? "no " : unknown ? "unknown " : "").append(rule);
            if (severity != null) text.append(' ').append(severity);
            if (effect != null) text.append(' ').append(effect);
            if (defeats != null) text.append(" over ").append(defeats);
            if (verdict != null) text.append(verdict);
            if (leads != null) text.append(leads).append(" leads");
            if (allocation != null) text.append("allocation ").append(allocation);
            if (mostShare != null) text.append("at most ").append(mostShare);
            Stream.of(accelerator, accelerator == null ? designer : null, workload).filter(w -> w != null).forEach(w -> text.append(", ").append(w));
            return text.toString();
        }
    }

    static List<Case> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(f -> Files.exists(f.resolve("case.yaml"))).sorted().map(Case::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Case read(Path folder) {
        return new Case(folder, YAML.readValue(folder.resolve("case.yaml"), Told.class), CaseMarket.of(folder.resolve("market")));
    }

    static Told tell(String yaml) {
        return YAML.readValue(yaml, Told.class);
    }

    BuyerProfile buyer(Day day) {
        return ProfileFiles.read(folder.resolve(day.profile())).orThrow().profile();
    }

    String name() {
        return folder.getFileName().toString();
    }
}
