package dev.secondsource.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.secondsource.report.Confidential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.shell.core.command.CommandRegistry;
import org.springframework.shell.core.command.completion.CompletionContext;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is printed of negotiated prices says so itself: every command that takes them, in every form it prints. */
class ConfidentialTest {
    /** It says whether a profile is right and no word of the terms. */
    private static final Set<String> TELLS_NOTHING = Set.of("profile validate");

    private static final String TERMS = """
            overlay: secondsource-overlay/1
            terms:
              - {id: lot, offers: provider=runpod, discount: 10, owner: Jane Doe, basis: contract, source: contract 17, from: 2026-01-01, until: 2027-06-30}
            """;
    private static final String MARK = "CONFIDENTIAL: contains negotiated prices.";

    @TempDir
    Path place;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final Output output = new Output(data, notes, () -> Display.FILE);
    private final GenericApplicationContext context = Start.context(output);
    private String buyer;
    private Map<String, List<String>> asked;

    /** What each command is asked that takes terms; a new one needs a line here. */
    @BeforeEach
    void commands() throws IOException {
        buyer = FewOffers.profile(place, "enterprise-serving-70b").toString();
        asked = Map.ofEntries(Map.entry("evaluate", List.of(buyer)), Map.entry("explain", List.of(buyer, "--depth", "2")), Map.entry("why-not", List.of("crusoe:mi300x:unspecified:on-demand", buyer)),
                Map.entry("break-even", List.of(buyer)), Map.entry("exposure", List.of(buyer)), Map.entry("frontier", List.of(buyer, "--no-regret")), Map.entry("report", List.of(buyer, "--quick")),
                Map.entry("stress", List.of(buyer, "--scenario", "S2", "--runs", "1000")), Map.entry("simulate", List.of(buyer, "--runs", "2")), Map.entry("flip", List.of(buyer)), Map.entry("sensitivity", List.of(buyer)),
                Map.entry("whatif", List.of(buyer, "--set", "horizonMonths=24")), Map.entry("compare", List.of(buyer, "--as-of", "2026-09-30", "--as-of", "2026-10-31")),
                Map.entry("batch", List.of(buyer, "--out", place.resolve("out").toString())), Map.entry("market status", List.of("--as-of", "2026-10-31")), Map.entry("market offers", List.of("--as-of", "2026-10-31", "--provider", "runpod")),
                Map.entry("rules show", List.of("CPF-02", "--profiles", buyer)), Map.entry("rules coverage", List.of(buyer)), Map.entry("rules diff", List.of("rules", "rules", "--profiles", buyer)));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void everyFormOfEveryCommandThatTakesNegotiatedTermsSaysSo() throws IOException {
        String market = FewOffers.market(place).toString();
        String terms = Files.writeString(place.resolve("terms.yaml"), TERMS).toString();
        List<Usage> usages = usages();

        List<String> silent = new ArrayList<>();
        for (Usage usage : usages)
            for (Form form : forms(usage)) {
                List<String> words = new ArrayList<>(usage.nameWords());
                words.addAll(asked.getOrDefault(usage.name(), List.of()));
                words.addAll(form.words());
                words.addAll(List.of("--market", market, "--overlay", terms));
                String printed = printed(words);
                if (!isMarked(printed, form.name())) silent.add(String.join(" ", words) + ": " + printed.lines().limit(3).toList());
            }

        assertThat(usages).extracting(Usage::name).containsExactlyInAnyOrderElementsOf(asked.keySet());
        assertThat(silent).isEmpty();
    }

    @Test
    void whatIsNotMarkedIsCaught() {
        assertThat(isMarked("EXPOSURE of a buyer", "text")).isFalse();
        assertThat(isMarked("EXPOSURE of a buyer\nfar below: " + MARK, "text")).isFalse();
        assertThat(isMarked("{\n  \"schema\": \"x/1\"\n}\n", "json")).isFalse();
        assertThat(isMarked("a,b\n1,2\n", "csv")).isFalse();
        assertThat(isMarked("", "text")).isFalse();
    }

    @Test
    void publishedPricesAreNotMarked() {
        for (String text : List.of("text\n", "{\n  \"schema\": \"x/1\"\n}\n", "a,b\n1,2\n"))
            assertThat(Stream.of(Confidential.text(false, text, true), Confidential.markdown(false, text), Confidential.json(false, text), Confidential.csv(false, text))).allMatch(text::equals);
    }

    @Test
    void theMarkLeavesTheRestAsItIs() {
        assertThat(Confidential.text(true, "text\n", false)).isEqualTo(MARK + "\n\ntext\n");
        assertThat(Confidential.text(true, "text\n", true)).contains("\u001b[33m" + MARK);
        assertThat(Confidential.markdown(true, "# Text\n")).isEqualTo("**" + MARK + "**\n\n# Text\n");
        assertThat(Confidential.json(true, "{\n  \"schema\": \"x/1\"\n}\n")).isEqualTo("{\n  \"confidential\": true,\n  \"schema\": \"x/1\"\n}\n");
        assertThat(Confidential.csv(true, "a,b\n1,\"2,3\"\n")).isEqualTo("a,b,confidential\n1,\"2,3\",true\n");
        assertThatThrownBy(() -> Confidential.json(true, "[]")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A form of what is printed, and the words that ask for it. */
    private record Form(String name, List<String> words) {}

    private static List<Form> forms(Usage usage) {
        Optional<Option<?>> option = usage.options().stream().filter(o -> o.name().equals("output") || o.name().equals("format")).<Option<?>>map(o -> o).findFirst();
        if (option.isEmpty()) return List.of(new Form("text", List.of()));
        return option.get().value().completion().apply(new CompletionContext(List.of(), 0, 0, null, null)).stream().map(p -> p.value()).map(f -> new Form(f, List.of(option.get().flag(), f))).toList();
    }

    /** At the top, where there is one place for it; in a page and a table among what is said of the basis. */
    private static boolean isMarked(String printed, String form) {
        if (printed.isBlank()) return false;
        return switch (form) {
            case "json" -> JsonMapper.shared().readTree(printed).path("confidential").asBoolean();
            case "csv" -> printed.lines().findFirst().orElseThrow().endsWith(",confidential") && printed.lines().skip(1).allMatch(l -> l.endsWith(",true"));
            case "html" -> printed.contains(MARK);
            default -> printed.lines().limit(10).anyMatch(l -> l.equals(MARK) || l.equals("**" + MARK + "**"));
        };
    }

    private List<Usage> usages() {
        return Registration.in(context.getBean(CommandRegistry.class)).stream().map(Registration::usage).filter(u -> u.options().stream().anyMatch(o -> o.name().equals("overlay")) && !TELLS_NOTHING.contains(u.name())).toList();
    }

    private String printed(List<String> words) {
        data.reset();
        notes.reset();
        int exitCode = new Shell(context.getBean(CommandRegistry.class), output, new CrashReport(Optional.empty()), new Switches(false, false)).run(words);
        assertThat(exitCode).as(String.join(" ", words) + "\n" + notes.toString(StandardCharsets.UTF_8)).isIn(0, 4);
        return data.toString(StandardCharsets.UTF_8);
    }
}
