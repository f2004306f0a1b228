package dev.secondsource.files;

import dev.secondsource.policy.PolicyBook;
import dev.secondsource.policy.Tag;
import dev.secondsource.problem.Checked;
import dev.secondsource.problem.Nearest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks the tree of a policy file against its format and makes the book of it; finds every problem, not the first. */
final class PolicyShape extends YamlShape {
    private static final String FORMAT = "secondsource-policy/1";
    private static final String KEY = "[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*";

    PolicyShape(YamlDocument document) {
        super(document);
    }

    Checked<PolicyBook> book() {
        onlyKeys(document.root(), "", List.of("policy", "version", "values", "variants"));
        String format = text(document.root(), "", "policy", "policy: " + FORMAT);
        if (format != null && !format.equals(FORMAT))
            problem("/policy", "\"" + format + "\" is not a policy format this version reads", "write " + FORMAT);
        String version = text(document.root(), "", "version", "a label, for example 2026-11");
        SortedMap<String, PolicyBook.Entry> entries = entries();
        SortedMap<String, SortedMap<String, BigDecimal>> variants = variants(entries);
        if (!problems.isEmpty()) return Checked.wrong(problems);
        return Checked.of(new PolicyBook(version, entries, variants));
    }

    private SortedMap<String, PolicyBook.Entry> entries() {
        SortedMap<String, PolicyBook.Entry> entries = new TreeMap<>();
        JsonNode values = mapping(document.root(), "", "values", true);
        if (values == null) return entries;
        if (values.isEmpty()) problem("/values", "there is no value", "write at least one key with its values");
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            String at = YamlDocument.child("/values", value.getKey());
            if (!value.getKey().matches(KEY))
                problem(at, "\"" + value.getKey() + "\" is not a policy key", "write family.words-with-dashes in lower case");
            PolicyBook.Entry entry = entry(value.getKey(), value.getValue(), at);
            if (entry != null) entries.put(value.getKey(), entry);
        }
        return entries;
    }

    private PolicyBook.@Nullable Entry entry(String key, JsonNode node, String at) {
        if (!node.isObject()) {
            problem(at, YamlWords.kindOf(node) + " instead of a mapping", "give unit, meaning and dated");
            return null;
        }
        onlyKeys(node, at, List.of("unit", "meaning", "least", "most", "dated"));
        String unit = text(node, at, "unit", "what the value counts, for example share");
        String meaning = text(node, at, "meaning", "one sentence");
        BigDecimal least = number(node, at, "least", false);
        BigDecimal most = number(node, at, "most", false);
        if (least != null && most != null && least.compareTo(most) > 0)
            problem(at + "/most", "most is below least", "swap them");
        List<PolicyBook.Dated> dated = dated(node, at, least, most);
        if (unit == null || meaning == null || dated.isEmpty()) return null;
        return new PolicyBook.Entry(key, unit, meaning, least, most, dated);
    }

    private List<PolicyBook.Dated> dated(JsonNode node, String at, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        List<PolicyBook.Dated> found = new ArrayList<>();
        JsonNode list = node.get("dated");
        if (list == null || !list.isArray() || list.isEmpty()) {
            problem(list == null ? at : at + "/dated", "dated is missing or empty",
                    "write dated: with a list of {since, value, tag, source}");
            return found;
        }
        for (int i = 0; i < list.size(); i++) {
            String here = at + "/dated/" + i;
            JsonNode row = list.get(i);
            if (!row.isObject()) {
                problem(here, YamlWords.kindOf(row) + " instead of a mapping", "write {since, value, tag, source}");
                continue;
            }
            onlyKeys(row, here, List.of("since", "value", "tag", "source"));
            LocalDate since = date(row, here);
            BigDecimal value = number(row, here, "value", true);
            if (value != null) inRange(value, least, most, here + "/value");
            Tag tag = tag(row, here);
            String source = text(row, here, "source", "a citation, or the reasoning of a judgement");
            if (since == null || value == null || tag == null || source == null) continue;
            if (found.stream().anyMatch(other -> other.since().equals(since)))
                problem(here + "/since", "two values begin on " + since, "keep one of the two");
            found.add(new PolicyBook.Dated(since, value, tag, source));
        }
        return found;
    }

    private SortedMap<String, SortedMap<String, BigDecimal>> variants(Map<String, PolicyBook.Entry> entries) {
        SortedMap<String, SortedMap<String, BigDecimal>> variants = new TreeMap<>();
        variants.put(PolicyBook.DEFAULT_VARIANT, new TreeMap<>());
        JsonNode node = mapping(document.root(), "", "variants", false);
        if (node == null) return variants;
        for (Map.Entry<String, JsonNode> variant : node.properties()) {
            String at = YamlDocument.child("/variants", variant.getKey());
            if (!variant.getValue().isObject()) {
                problem(at, YamlWords.kindOf(variant.getValue()) + " instead of a mapping", "write {} or keys with values");
                continue;
            }
            if (variant.getKey().equals(PolicyBook.DEFAULT_VARIANT) && !variant.getValue().isEmpty())
                problem(at, "the default variant sets nothing", "write {} and change the dated values");
            SortedMap<String, BigDecimal> set = new TreeMap<>();
            for (String key : variant.getValue().propertyNames()) {
                String here = YamlDocument.child(at, key);
                BigDecimal value = number(variant.getValue(), at, key, true);
                PolicyBook.Entry entry = entries.get(key);
                if (document.root().path("values").get(key) == null)
                    problem(here, "no policy value \"" + key + "\"", Nearest.suggestion(key, entries.keySet()));
                else if (value != null && entry != null) inRange(value, entry.least(), entry.most(), here);
                if (value != null) set.put(key, value);
            }
            variants.put(variant.getKey(), set);
        }
        return variants;
    }

    private @Nullable LocalDate date(JsonNode row, String at) {
        String text = text(row, at, "since", "a day, for example 2024-01-01");
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problem(at + "/since", "\"" + text + "\" is not a day", "write year-month-day, for example 2024-01-01");
            return null;
        }
    }
}
