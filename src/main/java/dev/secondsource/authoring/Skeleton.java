package dev.secondsource.authoring;

import dev.secondsource.knowledge.Family;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A new rule to be filled in: it can be loaded and its test passes, but what it says is only an example.
 *
 * @param id of the rule
 * @param rulePath below the rules folder
 * @param rule text of the rule file
 * @param key of its threshold
 * @param entry of the key for policy.yaml, not indented
 * @param testPath below the folder of the tests' sources
 * @param test text of its test
 */
public record Skeleton(String id, String rulePath, String rule, String key, String entry, String testPath, String test) {
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final int LAST = 99;

    /** Whether a rule can have this name: words of small letters and digits with dashes between them. */
    public static boolean isName(String name) {
        return name.matches(NAME);
    }

    /** The number after the highest one taken, since the id of a rule that is gone is not given again; empty after 99. */
    public static OptionalInt nextNumber(Family family, Collection<String> ids) {
        int highest = ids.stream().filter(id -> id.matches(family.prefix() + "-[0-9]{2}"))
                .mapToInt(id -> Integer.parseInt(id.substring(family.prefix().length() + 1))).max().orElse(0);
        return highest < LAST ? OptionalInt.of(highest + 1) : OptionalInt.empty();
    }

    /**
     * @param name one that {@link #isName}
     * @param number of the id, 1 to 99
     */
    public static Skeleton of(Family family, String name, int number) {
        String id = family.prefix() + "-" + String.format(Locale.ROOT, "%02d", number);
        String key = family.prefix().toLowerCase(Locale.ROOT) + "." + name;
        String type = Arrays.stream(name.split("-")).map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
        String folder = family.folder().replace("-", "");
        return new Skeleton(id, family.folder() + "/" + name + ".drl", filled(RULE, name, id, key, type, folder), key,
                filled(ENTRY, name, id, key, type, folder), "dev/secondsource/rules/" + folder + "/" + type + "Test.java",
                filled(TEST, name, id, key, type, folder));
    }

    private static String filled(String text, String name, String id, String key, String type, String folder) {
        return text.replace("<name>", name).replace("<id>", id).replace("<key>", key).replace("<Type>", type).replace("<folder>", folder);
    }

    private static final String RULE = """
            /*
             * Say in one sentence what is the case when this rule fires.
             *
             * Why: say what follows from it for a buyer, and why the threshold lies where it lies.
             * Just inside: an example that fires, with its number: a price 31 days old, over a bar of 30.
             * Just outside: an example that does not: exactly 30 days.
             * Misses: say what this rule does not see.
             */
            rule "<name>"
                @id( "<id>" )
                @source( "judgement: name a source, or give the reasoning" )
                @severity( "NOTE" )
                @effect( "AGAINST" )
                @says( "The price is {age} old, over a bar of {most}." )
            when
                $candidate : Candidate( $age : price.ageDays )
                Policy( $most : number("<key>"), $age > $most )
            then
                findings.report( drools );
            end
            """;

    private static final String ENTRY = """
            <key>:
              unit: days
              meaning: Say what the value bounds
              least: 0
              most: 365
              dated:
                - {since: 2024-01-01, value: 30, tag: judgement, source: "judgement: name a source, or give the reasoning"}
            """;

    private static final String TEST = """
            package dev.secondsource.rules.<folder>;

            import static dev.secondsource.rules.Facts.candidate;

            import dev.secondsource.knowledge.Effect;
            import dev.secondsource.knowledge.Severity;
            import dev.secondsource.rules.RuleVerifier;
            import org.junit.jupiter.api.Test;

            class <Type>Test {
                private final RuleVerifier rule = RuleVerifier.of("<id>").with("<key>", "30");

                @Test
                void firesAboveTheBar() {
                    rule.about(candidate("price.ageDays", 31)).fires(Severity.NOTE, Effect.AGAINST);
                }

                @Test
                void staysSilentAtTheBarAndBelow() {
                    rule.about(candidate("price.ageDays", 30)).staysSilent();
                    rule.about(candidate("price.ageDays", 29)).staysSilent();
                }

                @Test
                void isUnknownWithoutADate() {
                    rule.about(candidate()).isUnknown("age of the price");
                }
            }
            """;
}
