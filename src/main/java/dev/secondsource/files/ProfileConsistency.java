package dev.secondsource.files;

import dev.secondsource.problem.Nearest;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds values that are right one by one and wrong together, which a schema cannot say. Tolerates what the schema already refused. */
final class ProfileConsistency {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final String file;
    private final JsonNode root;
    private final Map<String, Integer> lines;
    private final List<Problem> problems = new ArrayList<>();

    private ProfileConsistency(String file, JsonNode root, Map<String, Integer> lines) {
        this.file = file;
        this.root = root;
        this.lines = lines;
    }

    static List<Problem> of(String file, ProfileShape.Outcome outcome) {
        ProfileConsistency check = new ProfileConsistency(file, outcome.complete(), outcome.lines());
        check.currency();
        check.dates();
        check.countries();
        check.items("workloads").forEach(check::workload);
        check.fleet();
        return check.problems;
    }

    private void currency() {
        String code = text(root, "currency");
        if (code == null || !code.matches("[A-Z]{3}")) return;
        if (Currency.getAvailableCurrencies().stream().noneMatch(c -> c.getCurrencyCode().equals(code)))
            problem("currency", "\"" + code + "\" is not a currency", "use an ISO 4217 code such as USD or EUR");
    }

    private void dates() {
        LocalDate asOf = date(root, "asOf");
        LocalDate needBy = date(root.path("delivery"), "needBy");
        if (asOf != null && needBy != null && needBy.isBefore(asOf))
            problem("delivery.needBy", needBy + " is before asOf " + asOf, "need it on or after the day of the decision");
    }

    private void countries() {
        for (String list : List.of("dataIn", "operatedBy")) {
            int i = 0;
            for (JsonNode country : root.path("where").path(list)) country("where." + list + "[" + i++ + "]", country, true);
        }
        items(root.path("delivery").path("sites"), "delivery.sites", "id")
                .forEach(site -> country(site.path + ".jurisdiction", site.node.path("jurisdiction"), false));
    }

    private void country(String path, JsonNode node, boolean orUnion) {
        String code = node.isString() ? node.stringValue() : "";
        if (!code.matches("[A-Z]{2}") || COUNTRIES.contains(code) || orUnion && code.equals("EU")) return;
        String mend = code.equals("UK") ? "the United Kingdom is GB" : code.equals("EU") ? "name the member state" : "use an ISO 3166 alpha-2 code" + (orUnion ? ", or EU" : "");
        problem(path, "\"" + code + "\" is not a country", mend);
    }

    private void workload(Item workload) {
        JsonNode volume = workload.node.path("volumePerMonth");
        BigDecimal p10 = number(volume, "p10");
        BigDecimal p50 = number(volume, "p50");
        BigDecimal p90 = number(volume, "p90");
        String path = workload.path + ".volumePerMonth";
        if (above(p10, p50)) problem(path + ".p10", "p10 " + plain(p10) + " is above p50 " + plain(p50), "use p10 ≤ p50 ≤ p90");
        if (above(p50, p90)) problem(path + ".p90", "p90 " + plain(p90) + " is below p50 " + plain(p50), "use p10 ≤ p50 ≤ p90");

        JsonNode model = workload.node.path("model");
        BigDecimal total = number(model, "parametersBillions");
        BigDecimal active = number(model, "activeParametersBillions");
        if (above(active, total))
            problem(workload.path + ".model.activeParametersBillions", "more active parameters (" + plain(active) + ") than parameters (" + plain(total) + ")",
                    "use at most parametersBillions");

        JsonNode request = workload.node.path("request");
        BigDecimal prompt = number(request, "promptTokens");
        BigDecimal output = number(request, "outputTokens");
        BigDecimal context = number(workload.node, "contextTokens");
        if (prompt != null && output != null && above(prompt.add(output), context))
            problem(workload.path + ".contextTokens", plain(context) + " tokens do not hold a typical request of " + plain(prompt.add(output)),
                    "use at least promptTokens + outputTokens");

        LocalDate asOf = date(root, "asOf");
        int i = 0;
        for (JsonNode measurement : workload.node.path("measurements")) {
            LocalDate day = date(measurement, "date");
            if (asOf != null && day != null && day.isAfter(asOf))
                problem(workload.path + ".measurements[" + i + "].date", day + " is after asOf " + asOf, "leave out what is not known on that day, or decide later");
            i++;
        }
    }

    private void fleet() {
        Set<String> known = items("workloads").stream().map(w -> text(w.node, "id")).filter(id -> id != null).collect(Collectors.toSet());
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (Item part : items("fleet")) {
            String workload = text(part.node, "workload");
            BigDecimal share = number(part.node, "share");
            if (workload == null) continue;
            if (!known.contains(workload)) {
                String meant = Nearest.to(workload, known).map(n -> "did you mean " + n + "? ").orElse("");
                problem(part.path + ".workload", "no workload \"" + workload + "\" in this profile", meant + "use one of " + known.stream().sorted().collect(Collectors.joining(", ")));
            }
            if (share == null) continue;
            BigDecimal sum = shares.merge(workload, share, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) > 0 && sum.subtract(share).compareTo(BigDecimal.ONE) <= 0)
                problem(part.path + ".share", "the shares of workload " + workload + " add up to " + plain(total(workload)), "make them add up to at most 1");
        }
    }

    private BigDecimal total(String workload) {
        return items("fleet").stream().filter(p -> workload.equals(text(p.node, "workload"))).map(p -> number(p.node, "share"))
                .filter(s -> s != null).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private record Item(JsonNode node, String path) {}

    private List<Item> items(String list) {
        return items(root.path(list), list, ProfileSchema.bundled().root().path("properties").path(list).path("x-handle").asString(""));
    }

    private static List<Item> items(JsonNode list, String path, String handle) {
        List<Item> items = new ArrayList<>();
        if (!list.isArray()) return items;
        List<@Nullable String> handles = ProfileShape.handles(handle, list);
        for (int i = 0; i < list.size(); i++)
            items.add(new Item(list.get(i), handles.get(i) == null ? path + "[" + i + "]" : path + "." + handles.get(i)));
        return items;
    }

    private void problem(String path, String what, String mend) {
        problems.add(ReadProfile.problem(file, lines, path, what, mend));
    }

    private static boolean above(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) > 0;
    }

    private static String plain(BigDecimal number) {
        return Decimals.plain(number).toPlainString();
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isString() ? node.path(key).stringValue() : null;
    }

    private static @Nullable BigDecimal number(JsonNode node, String key) {
        return node.path(key).isNumber() ? node.path(key).decimalValue() : null;
    }

    private static @Nullable LocalDate date(JsonNode node, String key) {
        String text = text(node, key);
        if (text == null) return null;
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException refusedBefore) {
            return null;
        }
    }
}
