package dev.secondsource.knowledge.drools;

import dev.secondsource.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The essay at the top of a rule file: a title, then what it says under {@code Why}, {@code Just inside},
 * {@code Just outside} and {@code Misses}.
 */
record Header(String title, String why, String inside, String outside, String misses) {
    private static final List<String> SECTIONS = List.of("Why", "Just inside", "Just outside", "Misses");
    private static final String FORM =
            "open the file with /* a title sentence, then paragraphs that begin Why:, Just inside:, Just outside:, Misses: */";

    /** Reads the header; what is missing goes into {@code problems}. */
    static Header read(String file, String text, List<Problem> problems) {
        int end = text.indexOf("*/");
        if (!text.startsWith("/*") || end < 0) {
            problems.add(new Problem(file, 1, "", "the file has no header comment", FORM));
            return new Header("", "", "", "", "");
        }
        Map<String, StringBuilder> parts = new LinkedHashMap<>();
        StringBuilder current = parts.computeIfAbsent("", k -> new StringBuilder());
        for (String raw : text.substring(2, end).split("\n")) {
            String line = raw.strip().replaceFirst("^\\*\\s?", "").strip();
            for (String section : SECTIONS) {
                if (line.startsWith(section + ":")) {
                    current = parts.computeIfAbsent(section, k -> new StringBuilder());
                    line = line.substring(section.length() + 1).strip();
                    break;
                }
            }
            if (!line.isEmpty()) current.append(current.isEmpty() ? "" : " ").append(line);
        }
        if (parts.get("").isEmpty()) problems.add(new Problem(file, 1, "", "the header has no title", FORM));
        for (String section : SECTIONS)
            if (parts.getOrDefault(section, new StringBuilder()).isEmpty())
                problems.add(new Problem(file, 1, "", "the header has no paragraph \"" + section + ":\"", FORM));
        return new Header(text(parts, ""), text(parts, "Why"), text(parts, "Just inside"), text(parts, "Just outside"), text(parts, "Misses"));
    }

    private static String text(Map<String, StringBuilder> parts, String section) {
        return parts.getOrDefault(section, new StringBuilder()).toString();
    }
}
