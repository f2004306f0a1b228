package dev.secondsource.files;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import dev.secondsource.quantity.Sha256;
import dev.secondsource.stress.Change;
import dev.secondsource.stress.Figure;
import dev.secondsource.stress.Scenario;
import dev.secondsource.stress.Scenarios;
import dev.secondsource.stress.Selector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the tree of a scenario file against its format and makes the list of it; finds every problem, not the first. */
final class ScenarioShape extends YamlShape {
    private static final String FORMAT = "secondsource-scenarios/1";
    private static final String ID = "[A-Za-z][A-Za-z0-9-]*";
    private static final SortedMap<String, Kind> KINDS = kinds();

    private final @Nullable PolicyBook policy;

    /** @param policy whose values they may set; null if it is not known, and then any */
    ScenarioShape(YamlDocument document, @Nullable PolicyBook policy) {
        super(document);
        this.policy = policy;
    }

    /**
     * One word after {@code change:}.
     *
     * @param of what it can be about; empty if it takes no {@code of}
     * @param figures its numbers
     */
    private record Kind(List<Selector.Kind> of, List<Number> figures) {
        List<String> keys() {
            List<String> keys = new ArrayList<>(List.of("change"));
            if (!of.isEmpty()) keys.add("of");
            figures.forEach(f -> keys.add(f.key));
            return keys;
        }
    }

    /** A number of a change, with the bounds within which it makes sense. */
    private record Number(String key, String least, String most, boolean whole, boolean required) {
        static Number of(String key, String least, String most) {
            return new Number(key, least, most, false, true);
        }
    }

    private static SortedMap<String, Kind> kinds() {
        Number factor = Number.of("factor", "0.01", "100");
        Number months = Number.of("months", "0.1", "120");
        SortedMap<String, Kind> kinds = new TreeMap<>();
        kinds.put("price", new Kind(Change.Price.KINDS, List.of(factor)));
        kinds.put("outage", new Kind(Change.Outage.KINDS, List.of(months)));
        kinds.put("supply", new Kind(Change.Supply.KINDS, List.of(Number.of("lost", "0", "1"), months)));
        kinds.put("licence-revoked", new Kind(List.of(), List.of(new Number("months", "0.1", "120", false, false))));
        kinds.put("lead-times", new Kind(List.of(), List.of(Number.of("weeks", "0", "520"))));
        kinds.put("demand", new Kind(List.of(), List.of(factor)));
        kinds.put("throughput", new Kind(Change.Throughput.KINDS, List.of(factor)));
        kinds.put("slip", new Kind(Change.Slip.KINDS, List.of(new Number("quarters", "1", "40", true, true))));
        kinds.put("policy", new Kind(List.of(), List.of(Number.of("value", "-1000000000000", "1000000000000"))));
        return kinds;
    }

    Checked<Scenarios> scenarios() {
        onlyKeys(document.root(), "", List.of("scenarios", "version", "list"));
        String format = text(document.root(), "", "scenarios", "scenarios: " + FORMAT);
        if (format != null && !format.equals(FORMAT))
            problem("/scenarios", "\"" + format + "\" is not a scenario format this version reads", "write " + FORMAT);
        String version = text(document.root(), "", "version", "a label, for example 2026-11");
        List<Scenario> list = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        JsonNode nodes = list(document.root(), "", "list", "the scenarios");
        for (int i = 0; i < nodes.size(); i++) {
            Scenario scenario = scenario(nodes.get(i), "/list/" + i);
            if (scenario == null) continue;
            if (!ids.add(scenario.id().toLowerCase(java.util.Locale.ROOT)))
                problem("/list/" + i + "/id", "\"" + scenario.id() + "\" is the id of an earlier scenario", "give each an id of its own");
            list.add(scenario);
        }
        if (nodes.isArray() && nodes.isEmpty()) problem("/list", "there is no scenario", "write at least one");
        return problems.isEmpty() ? Checked.of(new Scenarios(version, Sha256.of(document.text()), list)) : Checked.wrong(problems);
    }

    private @Nullable Scenario scenario(JsonNode node, String at) {
        if (!node.isObject()) {
            problem(at, YamlWords.kindOf(node) + " instead of a mapping", "give id, name, sentence and changes");
            return null;
        }
        onlyKeys(node, at, List.of("id", "name", "sentence", "changes"));
        String id = text(node, at, "id", "a short name, for example S13");
        if (id != null && !id.matches(ID)) problem(at + "/id", "\"" + id + "\" is not an id", "use letters, digits and hyphens");
        String name = text(node, at, "name", "a few words");
        String sentence = text(node, at, "sentence", "what happens, for people");
        List<Change> changes = new ArrayList<>();
        JsonNode nodes = list(node, at, "changes", "what is otherwise; [] for nothing");
        for (int i = 0; i < nodes.size(); i++) change(nodes.get(i), at + "/changes/" + i).ifPresent(changes::add);
        return id == null || name == null || sentence == null ? null : new Scenario(id, name, sentence, changes);
    }

    private JsonNode list(JsonNode parent, String at, String key, String what) {
        JsonNode node = parent.get(key);
        if (node != null && node.isArray()) return node;
        problem(node == null ? at : at + "/" + key, node == null ? key + " is missing" : YamlWords.kindOf(node) + " instead of a list", "write " + key + ": with a list of " + what);
        return tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
    }

    private Optional<Change> change(JsonNode node, String at) {
        if (!node.isObject()) {
            problem(at, YamlWords.kindOf(node) + " instead of a mapping", "write change: and what it needs");
            return Optional.empty();
        }
        String word = text(node, at, "change", "one of " + String.join(", ", KINDS.keySet()));
        if (word == null) return Optional.empty();
        Kind kind = KINDS.get(word);
        if (kind == null) {
            problem(at + "/change", "there is no change \"" + word + "\"", Nearest.suggestion(word, KINDS.keySet()));
            return Optional.empty();
        }
        List<String> keys = kind.keys();
        boolean setting = word.equals("policy");
        if (setting) keys.add("key");
        onlyKeys(node, at, keys);
        int before = problems.size();
        Selector of = kind.of.isEmpty() ? null : selector(node, at, kind.of);
        SortedMap<String, Figure> figures = new TreeMap<>();
        for (Number number : kind.figures) {
            Figure figure = figure(node, at, number);
            if (figure != null) figures.put(number.key, figure);
        }
        String key = setting ? text(node, at, "key", "a key of policy.yaml") : null;
        if (key != null) inPolicy(key, figures.get("value"), at);
        return problems.size() > before ? Optional.empty() : Optional.of(made(word, of, figures, key));
    }

    private void inPolicy(String key, @Nullable Figure set, String at) {
        if (policy == null) return;
        PolicyBook.Entry entry = policy.entries().get(key);
        if (entry == null) problem(at + "/key", "no policy value \"" + key + "\"", Nearest.suggestion(key, policy.entries().keySet()));
        else if (set != null) inRange(set.value(), entry.least(), entry.most(), at + "/value/value");
    }

    private static Change made(String word, @Nullable Selector of, SortedMap<String, Figure> figures, @Nullable String key) {
        return switch (word) {
            case "price" -> new Change.Price(of, figures.get("factor"));
            case "outage" -> new Change.Outage(of, figures.get("months"));
            case "supply" -> new Change.Supply(of, figures.get("lost"), figures.get("months"));
            case "licence-revoked" -> new Change.LicenceRevoked(figures.get("months"));
            case "lead-times" -> new Change.LeadTimes(figures.get("weeks"));
            case "demand" -> new Change.Demand(figures.get("factor"));
            case "throughput" -> new Change.Throughput(of, figures.get("factor"));
            case "slip" -> new Change.Slip(of, figures.get("quarters"));
            case "policy" -> new Change.PolicySetting(key, figures.get("value"));
            default -> throw new IllegalStateException(word);
        };
    }

    private @Nullable Selector selector(JsonNode node, String at, List<Selector.Kind> kinds) {
        List<String> words = Selector.words(kinds);
        String text = text(node, at, "of", "one of " + String.join(", ", words));
        if (text == null) return null;
        Optional<Selector> parsed = Selector.parse(text).filter(s -> kinds.contains(s.kind()));
        if (parsed.isEmpty()) problem(at + "/of", "\"" + text + "\" is nothing this change can be about", Nearest.to(text, words)
                .map(meant -> "did you mean " + meant + "?").orElse("use one of " + String.join(", ", words)));
        return parsed.orElse(null);
    }

    private @Nullable Figure figure(JsonNode parent, String at, Number number) {
        JsonNode node = parent.get(number.key);
        if (node == null && !number.required) return null;
        String here = at + "/" + number.key;
        if (node == null || !node.isObject()) {
            problem(node == null ? at : here, node == null ? number.key + " is missing" : YamlWords.kindOf(node) + " instead of a mapping",
                    "write " + number.key + ": {value, tag, source}: no number without an origin");
            return null;
        }
        onlyKeys(node, here, List.of("value", "tag", "source"));
        BigDecimal value = number(node, here, "value", true);
        if (value != null) {
            inRange(value, new BigDecimal(number.least), new BigDecimal(number.most), here + "/value");
            if (number.whole && value.stripTrailingZeros().scale() > 0)
                problem(here + "/value", value.toPlainString() + " is not a whole number", "use a whole number of " + number.key);
        }
        Tag tag = tag(node, here);
        String source = text(node, here, "source", "a citation, or the reasoning of a judgement");
        return value == null || tag == null || source == null ? null : new Figure(value, tag, source);
    }
}
