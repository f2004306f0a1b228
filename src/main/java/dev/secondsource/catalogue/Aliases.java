package dev.secondsource.catalogue;

import dev.secondsource.market.SoldAs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of names: which part of the market a printed name means. The line with the most specific conditions that
 * hold decides; where two of them name different parts, nothing is decided.
 */
public final class Aliases {
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*?)[-_ ](\\d{1,6})");
    private static final Pattern GIGABYTES = Pattern.compile("(\\d+(?:\\.\\d+)?)g(?:i?b)?(?:x\\d+)?");
    private static final Set<String> DESIGNERS = Set.of("nvidia", "amd", "instinct", "intel", "google", "aws", "amazon", "tesla", "cloud", "gpu", "gpus", "accelerator", "hgx", "oam");
    /** Form factor, memory and power: told apart by what the whole row says, not by the name. */
    private static final Pattern FORM = Pattern.compile("sxm\\d?|pcie\\d?|nvl|cts|hbm\\d?e?|nps\\d|spx|\\d+w|x\\d+");

    private final Map<String, List<Alias>> byName = new HashMap<>();
    private final double tolerance;

    /**
     * @param lines of the table; later ones do not win over earlier ones, only more specific ones do
     * @param parts all market ids: a part that no line names is called by its id
     * @param tolerance share by which printed memory may differ from that of a line
     */
    public Aliases(Collection<Alias> lines, Collection<String> parts, BigDecimal tolerance) {
        this.tolerance = tolerance.doubleValue();
        for (Alias line : lines) byName.computeIfAbsent(key(line.name()), any -> new ArrayList<>()).add(line);
        for (String part : parts) byName.computeIfAbsent(key(part), any -> List.of(Alias.of(part, part)));
    }

    /**
     * What a name means.
     *
     * @param parts market ids it may mean; one if it is clear, none if it means a part this market does not hold
     * @param chips chips in one printed unit
     * @param soldAs what the unit is, null if not told
     */
    record Meaning(Set<String> parts, BigDecimal chips, @Nullable SoldAs soldAs) {}

    /** The name as such is in the table, under whatever conditions. */
    boolean knows(String name) {
        return !lines(name).isEmpty();
    }

    /** A machine type that says by itself what and how many it holds. */
    boolean knowsMachine(String machine, String provider) {
        return lines(machine).stream().anyMatch(line -> line.provider() == null || line.provider().equals(provider));
    }

    /** Names for "did you mean". */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        byName.values().forEach(lines -> lines.forEach(line -> names.add(line.name())));
        return names;
    }

    /**
     * @param says everything the row prints of it, in lower case
     * @return null if no line of that name holds here
     */
    @Nullable Meaning meaning(String name, String provider, String says, @Nullable BigDecimal memoryGiB, @Nullable BigDecimal count) {
        BigDecimal memory = memoryGiB != null ? memoryGiB : gigabytes(name);
        int best = -1;
        Set<String> parts = new LinkedHashSet<>();
        String chips = Alias.ONE;
        SoldAs soldAs = null;
        for (Alias line : lines(name)) {
            int score = score(line, provider, says, memory, count);
            if (score < 0 || score < best) continue;
            if (score > best) parts.clear();
            best = score;
            chips = line.chips();
            soldAs = line.soldAs();
            if (line.accelerator() != null) parts.add(line.accelerator());
        }
        return best < 0 ? null : new Meaning(parts, chips(chips, name), soldAs);
    }

    /** Every part that a name may mean under some condition. */
    Set<String> candidates(String name) {
        Set<String> parts = new TreeSet<>();
        for (Alias line : lines(name)) if (line.accelerator() != null) parts.add(line.accelerator());
        return parts;
    }

    private int score(Alias line, String provider, String says, @Nullable BigDecimal memory, @Nullable BigDecimal count) {
        int score = 0;
        if (line.provider() != null) {
            if (!line.provider().equals(provider)) return -1;
            score += 8;
        }
        if (line.says() != null) {
            if (!says.contains(line.says().toLowerCase(Locale.ROOT))) return -1;
            score += 4;
        }
        if (line.memoryGiB() != null) {
            if (memory == null || Math.abs(memory.doubleValue() / line.memoryGiB().doubleValue() - 1) > tolerance) return -1;
            score += 2;
        }
        if (line.of() != null) {
            if (count == null || count.compareTo(BigDecimal.valueOf(line.of())) != 0) return -1;
            score += 1;
        }
        return score;
    }

    private List<Alias> lines(String name) {
        List<Alias> lines = byName.get(key(name));
        if (lines != null) return lines;
        Matcher numbered = ENDS_IN_NUMBER.matcher(name);
        return numbered.matches() ? byName.getOrDefault(key(numbered.group(1) + "-#"), List.of()) : List.of();
    }

    private static BigDecimal chips(String chips, String name) {
        if (!chips.startsWith("#")) return new BigDecimal(chips);
        Matcher numbered = ENDS_IN_NUMBER.matcher(name);
        BigDecimal number = numbered.matches() ? new BigDecimal(numbered.group(2)) : BigDecimal.ONE;
        return chips.length() == 1 ? number : number.divide(new BigDecimal(chips.substring(2)), 3, java.math.RoundingMode.HALF_EVEN);
    }

    /** Memory of one accelerator, if its name says it. */
    static @Nullable BigDecimal gigabytes(String name) {
        for (String word : words(name)) {
            Matcher size = GIGABYTES.matcher(word);
            if (size.matches() && word.contains("gb")) return new BigDecimal(size.group(1));
        }
        return null;
    }

    static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (String word : words(name))
            if (!DESIGNERS.contains(word) && !(GIGABYTES.matcher(word).matches() && word.contains("gb")) && !FORM.matcher(word).matches()) key.append(word);
        return key.toString();
    }

    private static String[] words(String name) {
        return name.toLowerCase(Locale.ROOT).split("[^a-z0-9#.]+");
    }
}
