package dev.secondsource.files;

import static dev.secondsource.files.Profiles.SMALL;
import static dev.secondsource.files.Profiles.problems;
import static dev.secondsource.files.Profiles.smallWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlTextTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refuses(String what, String text, String... expected) {
        assertThat(problems(text)).containsExactly(expected);
    }

    static Stream<Arguments> refuses() {
        String look = "; check indentation, colons, quotes and brackets there and on the line before";
        return Stream.of(
                wrong("nothing", "", "p.yaml:1: the file is empty; write a mapping of keys to values"),
                wrong("only a comment", "# nothing\n", "p.yaml:1: the file is empty; write a mapping of keys to values"),
                wrong("a list at the top", "- a\n", "p.yaml:1: the file holds a list at the top; write a mapping of keys to values"),
                wrong("text at the top", "\n\nhello", "p.yaml:3: the file holds text at the top; write a mapping of keys to values"),
                wrong("two documents", SMALL + "---\nschema: x\n",
                        "p.yaml:34: a second document begins here; keep one document a file: remove the --- line and what follows, or move it to its own file"),
                wrong("a tab", smallWith("  mlPlatformFte", "\tmlPlatformFte"), "p.yaml:32: a tab indents the line; indent with spaces"),
                wrong("a stray colon", smallWith("name: Small buyer", "name: Small: buyer"),
                        "p.yaml:3: not readable as YAML or JSON near column 12: mapping values are not allowed here" + look),
                wrong("an open bracket", smallWith("stacks: [cuda]", "stacks: [cuda"),
                        "p.yaml:34: not readable as YAML or JSON near column 1: expected ',' or ']', but got <stream end>" + look),
                wrong("an indentation that fits nothing", smallWith("  stacks: [cuda]", " stacks: [cuda]"),
                        "p.yaml:33: not readable as YAML or JSON near column 2: expected <block end>, but found '<block mapping start>'" + look),
                wrong("a byte-order mark", "\uFEFF" + SMALL, "p.yaml:1: the file begins with a byte-order mark; save it as UTF-8 without one"),
                wrong("a control character", smallWith("Small buyer", "Small \u0007buyer"), "p.yaml:3: the control character U+0007; remove it"),
                wrong("an escaped control character", smallWith("Small buyer", "\"Small \\e[31mbuyer\""),
                        "p.yaml:3: name: the text holds the control character U+001B; remove it"),
                wrong("text that runs backwards", smallWith("Small buyer", "Small \u202Ebuyer"), "p.yaml:3: the control character U+202E; remove it"),
                wrong("an anchor and its alias", "a: &x 1\nb: *x\n",
                        "p.yaml:1: a: an anchor (&) has no use here; remove it",
                        "p.yaml:2: b: an alias (*) stands for a value written elsewhere; write the value out here"),
                wrong("a tag", "a: !!javax.script.ScriptEngineManager [x]\n",
                        "p.yaml:1: a: the tag tag:yaml.org,2002:javax.script.ScriptEngineManager is not taken; remove it"),
                wrong("a key that is a list", "? [a, b]\n: c\n", "p.yaml:1: a key is not plain text; use names as keys"),
                wrong("a key twice, deep inside", "a:\n  b: {c: 1, c: 2}\n", "p.yaml:2: a.b.c: the key \"c\" was given before, on line 2; keep one of the two"),
                wrong("a nest without end", "a: " + "[".repeat(100_000), "p.yaml:1: values are nested more than 32 deep; flatten the file"),
                wrong("a number too large to write out", "a:\n- 1e999999999\n", "p.yaml:2: a[0]: a number of more than 30 digits; use fewer digits"),
                wrong("a number too long", "a: 1" + "0".repeat(500), "p.yaml:1: a: a number of more than 30 digits; use fewer digits"),
                wrong("a file too long", "a".repeat(1_000_001), "p.yaml: longer than 1000000 characters; check that this is the right file"));
    }

    @Test
    void isNotBlownUpByAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));

        Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(problems(bomb.toString())).hasSize(60 + 2 * 59));
    }

    @Test
    void knowsOffsetsBehindCharactersOutsideTheBasicPlane() {
        YamlDocument document = YamlText.read("a: 🙂🙂\nb: {c: [x, 🙂, yes]}\n", "p.yaml").orThrow();

        YamlPlace place = document.places().get("/b/c/2");

        assertThat(document.text().substring(place.start(), place.end())).isEqualTo("yes");
        assertThat(place.line()).isEqualTo(2);
    }

    private static Arguments wrong(String what, String text, String... expected) {
        return Arguments.of(what, text, expected);
    }
}
