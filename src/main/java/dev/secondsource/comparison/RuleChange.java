package dev.secondsource.comparison;

import dev.secondsource.knowledge.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a rule differs between two versions of the rules.
 *
 * @param id of the rule
 * @param name its name, the later if it has two
 * @param kind what happened to it
 * @param parts what of it changed, in words; empty unless CHANGED
 */
public record RuleChange(String id, String name, Kind kind, List<String> parts) {
    public RuleChange {
        parts = List.copyOf(parts);
    }

    /** What happened to a rule. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** By id; a rule of which only the layout differs is not changed. */
    static List<RuleChange> between(List<Rule> before, List<Rule> after) {
        Map<String, Rule> old = byId(before);
        Map<String, Rule> young = byId(after);
        TreeSet<String> ids = new TreeSet<>(old.keySet());
        ids.addAll(young.keySet());
        List<RuleChange> changes = new ArrayList<>();
        for (String id : ids) {
            Rule one = old.get(id);
            Rule other = young.get(id);
            if (one == null) changes.add(new RuleChange(id, other.name(), Kind.ADDED, List.of()));
            else if (other == null) changes.add(new RuleChange(id, one.name(), Kind.REMOVED, List.of()));
            else {
                List<String> parts = parts(one, other);
                if (!parts.isEmpty()) changes.add(new RuleChange(id, other.name(), Kind.CHANGED, parts));
            }
        }
        return changes;
    }

    private static List<String> parts(Rule one, Rule other) {
        List<String> parts = new ArrayList<>();
        differ(parts, "name, was " + one.name(), one.name(), other.name());
        differ(parts, "defeats", one.defeats(), other.defeats());
        differ(parts, "channel", one.channel(), other.channel());
        differ(parts, "source", one.source(), other.source());
        differ(parts, "header", List.of(one.title(), one.why(), one.inside(), one.outside(), one.misses()),
                List.of(other.title(), other.why(), other.inside(), other.outside(), other.misses()));
        for (Rule.Band band : one.bands()) {
            Optional<Rule.Band> same = other.band(band.name());
            if (same.isEmpty()) parts.add("band \"" + band.name() + "\" removed");
            else bands(band, same.get(), other.bands().size() > 1 ? " of \"" + band.name() + "\"" : "", parts);
        }
        for (Rule.Band band : other.bands())
            if (one.band(band.name()).isEmpty()) parts.add("band \"" + band.name() + "\" added");
        return parts;
    }

    private static void bands(Rule.Band one, Rule.Band other, String where, List<String> parts) {
        differ(parts, "condition" + where, plain(one.condition()), plain(other.condition()));
        differ(parts, "severity" + where + " " + one.severity() + " → " + other.severity(), one.severity(), other.severity());
        differ(parts, "effect" + where + " " + one.effect() + " → " + other.effect(), one.effect(), other.effect());
        differ(parts, "state" + where + " " + one.state() + " → " + other.state(), one.state(), other.state());
        differ(parts, "sentence" + where, one.says(), other.says());
        differ(parts, "mitigation" + where, one.mitigation(), other.mitigation());
    }

    private static void differ(List<String> parts, String name, @org.jspecify.annotations.Nullable Object one, @org.jspecify.annotations.Nullable Object other) {
        if (!Objects.equals(one, other)) parts.add(name);
    }

    private static String plain(String condition) {
        return condition.replaceAll("\\s+", " ").strip();
    }

    private static Map<String, Rule> byId(List<Rule> rules) {
        Map<String, Rule> byId = new TreeMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }
}
