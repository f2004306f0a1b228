package dev.secondsource.files;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Share;
import dev.secondsource.comparison.Outline;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.knowledge.Severity;
import dev.secondsource.knowledge.State;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Money;
import dev.secondsource.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decision records on disk, as far as they are compared with others. */
public final class RecordFiles {
    private static final String KIND = "decision-record/";
    private static final String SCHEMA = KIND + "1";
    private static final long LONGEST = 200_000_000;
    private static final int A_LOOK = 400;

    private final JsonNode root;

    private RecordFiles(JsonNode root) {
        this.root = root;
    }

    /** A file that says it is a decision record, of whatever version; anything else may be a profile. */
    public static boolean isRecord(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try (var in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(A_LOOK), java.nio.charset.StandardCharsets.UTF_8);
            return start.stripLeading().startsWith("{") && start.contains("\"" + KIND);
        } catch (IOException e) {
            return false;
        }
    }

    /** Reads a record of the version this program writes. */
    public static Checked<Outline> read(Path file) {
        String name = file.toString();
        try {
            if (Files.size(file) > LONGEST) return Checked.wrong(Problem.in(name, "longer than " + LONGEST + " bytes", "check that this is a decision record"));
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            String schema = root.path("schema").asString("");
            if (!schema.equals(SCHEMA)) return Checked.wrong(new Problem(name, null, "schema", "this is a \"" + schema + "\", and this program compares " + SCHEMA,
                    "decide again with this program, or compare with the one that wrote it"));
            return Checked.of(new RecordFiles(root).outline());
        } catch (IOException e) {
            return Checked.wrong(Problem.in(name, "cannot be read: " + TextFiles.reason(e), "check the file and your rights to it"));
        } catch (JacksonException e) {
            return Checked.wrong(new Problem(name, e.getLocation() == null ? null : e.getLocation().getLineNr(), "", "is no JSON from here on", "write the record again with evaluate -o json --out FILE"));
        } catch (Missing | IllegalArgumentException e) {
            return Checked.wrong(Problem.in(name, "is no whole decision record: " + e.getMessage(), "write it again with evaluate -o json --out FILE"));
        }
    }

    /** Something a record always has is not there. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String what) {
            super(what, null, false, false);
        }
    }

    private Outline outline() {
        JsonNode inputs = root.path("inputs");
        String profile = text(inputs.path("profile"), "id");
        SortedMap<String, BigDecimal> policy = new TreeMap<>();
        root.path("policy").forEach(p -> policy.put(text(p, "key"), decimal(p, "value")));
        Set<String> rules = new HashSet<>();
        root.path("rules").forEach(r -> rules.add(text(r, "rule")));
        JsonNode allocation = root.path("allocation");
        List<Share> shares = new ArrayList<>();
        allocation.path("shares").forEach(s -> shares.add(new Share(text(s, "workload"), text(s, "offer"), text(s, "designer"), text(s, "provider"), decimal(s, "share"), required(s, "perMonth"))));
        return new Outline(profile, Outline.inputs(text(inputs, "asOf"), text(root.path("buyer"), "currency"), profile, text(inputs.path("profile"), "sha256"),
                text(inputs.path("market"), "version"), text(inputs.path("market"), "sha256"), text(inputs.path("rules"), "sha256"), text(inputs.path("policy"), "variant")),
                policy, Allocation.Status.valueOf(text(allocation, "status")), required(allocation, "perMonth"), workloads(), shares, layers(), review(), rules, keys());
    }

    private List<Outline.Workload> workloads() {
        Map<String, List<Outline.Candidate>> candidates = new HashMap<>();
        root.path("verdicts").forEach(v -> candidates.computeIfAbsent(text(v, "workload"), k -> new ArrayList<>()).add(new Outline.Candidate(text(v, "offer"), v.path("rank").asInt(),
                Verdict.valueOf(text(v, "verdict")), decimal(v.path("score"), "value"), money(v.path("cost").path("perMonth")), money(v.path("unitCost")), said(v.path("findings")))));
        List<Outline.Workload> workloads = new ArrayList<>();
        root.path("answers").forEach(a -> workloads.add(new Outline.Workload(text(a, "workload"), text(a, "unit"),
                a.path("winner").isString() ? a.path("winner").stringValue() : null, candidates.getOrDefault(text(a, "workload"), List.of()))));
        return workloads;
    }

    private List<Outline.Layer> layers() {
        List<Outline.Layer> layers = new ArrayList<>();
        root.path("review").path("exposures").forEach(e -> {
            SortedMap<String, BigDecimal> shares = new TreeMap<>();
            e.path("shares").forEach(s -> shares.put(text(s, "entity"), decimal(s, "share")));
            layers.add(new Outline.Layer(text(e, "layer"), shares, optional(e, "hhi"), optional(e, "effectiveNumber")));
        });
        return layers;
    }

    private SortedMap<String, Map<String, String>> review() {
        SortedMap<String, Map<String, String>> review = new TreeMap<>();
        root.path("review").path("findings").forEach(f -> review.computeIfAbsent(text(f, "subject"), k -> new TreeMap<>()).put(text(f, "rule"), words(f)));
        return review;
    }

    /** A record names the thresholds of what speaks, not those of a rule that is silent. */
    private Map<String, Set<String>> keys() {
        Map<String, Set<String>> keys = new HashMap<>();
        List<JsonNode> findings = new ArrayList<>();
        root.path("verdicts").forEach(v -> v.path("findings").forEach(findings::add));
        root.path("review").path("findings").forEach(findings::add);
        findings.forEach(f -> f.path("thresholds").forEach(t -> keys.computeIfAbsent(text(f, "rule"), k -> new TreeSet<>()).add(text(t, "key"))));
        return keys;
    }

    private static Map<String, String> said(JsonNode findings) {
        Map<String, String> said = new TreeMap<>();
        findings.forEach(f -> said.put(text(f, "rule"), words(f)));
        return said;
    }

    private static String words(JsonNode finding) {
        return Outline.words(State.valueOf(text(finding, "state")), Severity.valueOf(text(finding, "severity")), Effect.valueOf(text(finding, "effect")),
                YamlWords.strings(finding.path("defeatedBy")));
    }

    private static String text(JsonNode node, String key) {
        if (!node.path(key).isString()) throw new Missing(key + " is missing");
        return node.path(key).stringValue();
    }

    private static BigDecimal decimal(JsonNode node, String key) {
        return new BigDecimal(text(node, key));
    }

    private static @Nullable BigDecimal optional(JsonNode node, String key) {
        return node.path(key).isString() ? decimal(node, key) : null;
    }

    private static Money required(JsonNode node, String key) {
        Money money = money(node.path(key));
        if (money == null) throw new Missing(key + " is missing");
        return money;
    }

    private static @Nullable Money money(JsonNode node) {
        return node.path("amount").isString() ? Money.of(decimal(node, "amount"), Currency.getInstance(text(node, "currency"))) : null;
    }
}
