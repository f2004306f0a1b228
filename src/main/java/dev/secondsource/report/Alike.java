package dev.secondsource.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences that differ in numbers or names alone, said once: {@code 624 to 37 403 accelerators are needed, and RunPod
 * or AMD has shown no deployment of that size}.
 *
 * @param <T> what each sentence is about
 */
final class Alike<T> {
    private static final int NAMES = 3;
    // A number by itself: not a part of a name, a version or a date.
    private static final String NUMBER = "(?<![\\p{Alnum}.:/_+-])-?(?:\\d{1,3}(?: \\d{3})+|\\d+)(?:\\.\\d+)?(?![\\p{Alnum}_/-]|[.:]\\p{Alnum})";
    private static final Pattern NUMBERS = Pattern.compile(NUMBER);
    private static final char SLOT = '\ue001';

    private final String skeleton;
    private final List<List<String>> slots;
    private final List<T> about = new ArrayList<>();

    private Alike(String skeleton, int slots) {
        this.skeleton = skeleton;
        this.slots = java.util.stream.IntStream.range(0, slots).<List<String>>mapToObj(i -> new ArrayList<>()).toList();
    }

    /** Collects sentences, in the order in which their kind first comes. */
    static final class Gathering<T> {
        private final Map<String, Alike<T>> kinds = new LinkedHashMap<>();

        /** @param names what in the sentence may differ besides its numbers */
        void add(String sentence, Collection<String> names, T about) {
            List<String> found = new ArrayList<>();
            String skeleton = slots(names).matcher(sentence).replaceAll(match -> slot(match, found));
            Alike<T> kind = kinds.computeIfAbsent(skeleton, k -> new Alike<>(k, found.size()));
            for (int i = 0; i < found.size(); i++) kind.slots.get(i).add(found.get(i));
            kind.about.add(about);
        }

        List<Alike<T>> kinds() {
            return List.copyOf(kinds.values());
        }
    }

    private static Pattern slots(Collection<String> names) {
        List<String> words = names.stream().filter(n -> n.length() > 1 && n.codePoints().anyMatch(Character::isLetter)).distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(n -> "(?<!\\p{Alnum})" + Pattern.quote(n) + "(?!\\p{Alnum})").toList();
        return words.isEmpty() ? NUMBERS : Pattern.compile(String.join("|", words) + "|" + NUMBER);
    }

    private static String slot(MatchResult match, List<String> found) {
        found.add(match.group());
        return String.valueOf(SLOT);
    }

    /** What the sentences are about, in the order they came. */
    List<T> about() {
        return about;
    }

    /** The sentence of all, with ranges of numbers and lists of names where they differ. */
    String sentence() {
        int[] next = {0};
        return Pattern.compile(String.valueOf(SLOT)).matcher(skeleton).replaceAll(m -> Matcher.quoteReplacement(together(slots.get(next[0]++))));
    }

    private static String together(List<String> values) {
        Set<String> different = new LinkedHashSet<>(values);
        if (different.size() == 1) return values.get(0);
        if (different.stream().allMatch(v -> NUMBERS.matcher(v).matches())) {
            Comparator<String> bySize = Comparator.comparing(v -> new BigDecimal(v.replace(" ", "")));
            return different.stream().min(bySize).orElseThrow() + " to " + different.stream().max(bySize).orElseThrow();
        }
        List<String> names = List.copyOf(different);
        if (names.size() > NAMES) return String.join(", ", names.subList(0, NAMES - 1)) + " or " + (names.size() - NAMES + 1) + " others";
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }
}
