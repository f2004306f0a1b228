package dev.secondsource.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nobody is diversified, resilient or sovereign as such: only at a layer, and the sentence must say at which. Five badges
 * may come from one foundry (DIV-11).
 */
public final class Praise {
    private static final Pattern WORD = Pattern.compile("(?i)diversified|diversity|resilien(?:t|ce|cy)|sovereign(?:ty)?");
    private static final Pattern LAYER = Pattern.compile(
            "(?i)\\bat the (?:designer|provider|foundry|memory(?: maker)?|packag(?:er|ing)|(?:software )?stack|jurisdiction|\\{name\\}) layer\\b");
    private static final Pattern BOUNDARY = Pattern.compile("[.!?](?=\\s|$|\")|[\"|\\n]| {2,}");

    /** Terms that say what they mean, by why they may stand alone. */
    private static final Map<Pattern, String> DEFINED = Map.of(
            Pattern.compile("(?i)\\bsovereignty ?level\\b|\\bSOVEREIGNTY_LEVEL\\b|\\bsovereignty(?:Asked|Required)\\b"), "SEAL 0 to 4, a key of the profile and a word of the rules",
            Pattern.compile("\\bCloud Sovereignty Framework\\b"), "name of the framework that defines the level",
            Pattern.compile("\\bsovereign-europe\\b"), "id of a shipped profile",
            Pattern.compile("\\bsovereignty-below-the-floor\\b"), "name of the rule about the level",
            Pattern.compile("(?i)\\boperational[- ]?resilience(?: ?law)?\\b"), "field of law (DORA), a key of the profile",
            Pattern.compile("\\bresilience-regulated\\b"), "name of a policy variant",
            Pattern.compile("\\bunder resilience law\\b"), "band of a rule about that law",
            Pattern.compile("\\bRisk, resilience, and rebalancing in global value chains\\b"), "title of a study");

    private Praise() {}

    /** Sentences of a text that praise a spread and name no layer; a line, a cell and a quotation end a sentence too. */
    public static List<String> loose(String text) {
        List<String> loose = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String sentence = sentence(text, word.start(), word.end());
            if (WORD.matcher(undefined(sentence)).find() && !LAYER.matcher(sentence).find() && !loose.contains(sentence)) loose.add(sentence);
        }
        return loose;
    }

    /** The same of prose that is wrapped: only an empty line ends a paragraph. */
    static List<String> looseInProse(String text) {
        return loose(text.replaceAll("(?<!\\n)\\n(?![\\n|#>-])", " "));
    }

    private static String sentence(String text, int from, int to) {
        int start = 0;
        int end = text.length();
        Matcher boundary = BOUNDARY.matcher(text);
        // A sentence longer than that is none.
        boundary.region(Math.max(0, from - 2_000), Math.min(text.length(), to + 2_000));
        boundary.useTransparentBounds(true);
        while (boundary.find()) {
            if (boundary.end() <= from) start = boundary.end();
            else if (boundary.start() >= to) {
                end = boundary.start();
                break;
            }
        }
        return text.substring(start, end).strip();
    }

    private static String undefined(String sentence) {
        String rest = sentence;
        for (Pattern term : DEFINED.keySet()) rest = term.matcher(rest).replaceAll("");
        return rest;
    }

    /** How often each defined term stands in a text; one that stands nowhere is an exception nobody needs. */
    static Map<String, Integer> used(String text) {
        Map<String, Integer> used = new TreeMap<>();
        DEFINED.keySet().forEach(term -> used.put(term.pattern(), (int) term.matcher(text).results().count()));
        return used;
    }
}
