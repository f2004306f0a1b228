package dev.secondsource.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.secondsource.Shipped;
import dev.secondsource.candidate.Candidate;
import dev.secondsource.knowledge.Rule;
import dev.secondsource.knowledge.drools.RuleWords;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever is told that a gate cannot be judged is told where what it lacks would be stated, and it can be stated there. */
class WhereaboutsTest {
    private static final Path MARKET = Path.of("src/main/resources/market");

    @Test
    void everyWordThatAGateMayLackHasAPlace() {
        List<String> words = Shipped.knowledge().rules().stream().filter(Rule::isGate).filter(r -> r.subject().equals("Candidate"))
                .flatMap(r -> r.bands().stream()).flatMap(b -> b.inputs().values().stream()).map(Rule.Input::path).filter(WhereaboutsTest::mayBeUnknown).distinct().toList();

        assertThat(words).hasSizeGreaterThan(30).isSubsetOf(Whereabouts.PLACES.keySet());
    }

    @Test
    void everyPlaceIsOfAWordOfTheRules() {
        assertThat(Whereabouts.PLACES.keySet()).allSatisfy(word -> assertThat(RuleWords.all()).containsKey("Candidate." + word));
    }

    @Test
    void everyFileAndColumnIsThere() throws IOException {
        for (String place : Whereabouts.PLACES.values()) {
            Matcher file = Pattern.compile("market ([a-z]+\\.(?:csv|yaml))").matcher(place);
            while (file.find()) assertThat(MARKET.resolve(file.group(1))).exists();
            Matcher column = Pattern.compile("\\b[a-z]+_[a-z_]+\\b").matcher(place);
            while (column.find()) assertThat(headers()).as(place).contains(column.group());
            Matcher key = Pattern.compile("[a-z]+[A-Z]\\w+").matcher(place);
            while (key.find()) assertThat(Files.readString(Path.of("src/main/resources/profile/template.yaml")) + " daysLimit").contains(key.group());
        }
    }

    private static List<String> headers() throws IOException {
        return Arrays.asList((Files.readAllLines(MARKET.resolve("offers.csv")).get(0) + "," + Files.readAllLines(MARKET.resolve("accelerators.csv")).get(0)).split(","));
    }

    private static boolean mayBeUnknown(String path) {
        Class<?> type = Candidate.class;
        RecordComponent component = null;
        for (String name : path.split("\\.")) {
            component = Arrays.stream(type.getRecordComponents()).filter(c -> c.getName().equals(name)).findFirst().orElseThrow();
            type = component.getType();
        }
        return component.getAccessor().getAnnotatedReturnType().isAnnotationPresent(Nullable.class);
    }
}
