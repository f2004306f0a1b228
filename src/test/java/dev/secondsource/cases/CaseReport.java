package dev.secondsource.cases;

import dev.secondsource.cases.RealDecisionsTest.Asked;
import dev.secondsource.cases.Score.Checked;
import dev.secondsource.cases.Score.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scores as a table for people, and below it what each expectation came to. */
final class CaseReport {
    private static final List<String> HEAD = List.of("case", "as of", "decided", "the tool's", "overlap", "reason", "heaviest findings", "trouble", "by design", "exactly");

    private CaseReport() {}

    static String of(Map<Asked, Score> scores) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        scores.forEach((asked, score) -> rows.add(List.of(
                asked.about().told().id() + " " + score.buyer(),
                asked.on().day().toString(),
                String.join(" ", score.expectedDesigners()),
                score.shares().entrySet().stream().map(e -> e.getKey() + " " + percent(e.getValue())).collect(Collectors.joining(" ")),
                score.overlap().toPlainString() + (asked.on().agrees() ? score.agrees() ? " agrees" : " MISSED" : score.agrees() ? " agrees" : " by design"),
                anyOf(score.reasons()), families(score), allOf(score.trouble()), allOf(score.byDesign()), allOf(score.exactly()))));
        StringBuilder text = new StringBuilder("Real decisions\n\nThe tool's: by designer, the largest share of any workload. Heaviest findings: families of the three heaviest for and\n"
                + "against the offer that leads each workload, then of the three about the allocation.\n\n");
        for (List<String> row : rows) {
            for (int i = 0; i < HEAD.size(); i++) {
                int column = i;
                int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElseThrow();
                text.append(String.format(Locale.ROOT, "%-" + (width + 2) + "s", row.get(i)));
            }
            text.append('\n');
        }
        scores.forEach((asked, score) -> {
            text.append('\n').append(asked.about().told().id()).append(", ").append(asked.about().told().title()).append(", ").append(score.buyer()).append(", ").append(asked.on().day()).append('\n');
            lines(text, "reason", score.reasons());
            lines(text, "trouble", score.trouble());
            lines(text, "by design", score.byDesign());
            lines(text, "exactly", score.exactly());
            asked.about().told().changes().forEach(change -> text.append("  changed    ").append(change).append('\n'));
        });
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    private static void lines(StringBuilder text, String kind, List<Checked> checked) {
        for (Checked c : checked) {
            text.append(String.format(Locale.ROOT, "  %-10s %-8s %s%n", kind, c.outcome().name().toLowerCase(Locale.ROOT), c.what()));
            if (!kind.equals("reason") && !c.evidence().isEmpty()) text.append(" ".repeat(22)).append(c.evidence().get(0).sentence()).append('\n');
        }
    }

    private static String anyOf(List<Checked> checked) {
        if (checked.isEmpty()) return "not stated";
        long met = checked.stream().filter(c -> c.outcome() == Outcome.MET).count();
        if (met > 0 && met < checked.size()) return "met " + met + " of " + checked.size();
        return Stream.of(Outcome.MET, Outcome.AWAITED).filter(o -> checked.stream().anyMatch(c -> c.outcome() == o)).findFirst().orElse(Outcome.MISSED).name().toLowerCase(Locale.ROOT);
    }

    private static String allOf(List<Checked> checked) {
        if (checked.isEmpty()) return "-";
        return Stream.of(Outcome.values()).filter(o -> checked.stream().anyMatch(c -> c.outcome() == o))
                .map(o -> o.name().toLowerCase(Locale.ROOT) + " " + checked.stream().filter(c -> c.outcome() == o).count()).collect(Collectors.joining(", "));
    }

    /** Of the heaviest findings about the offer that leads each workload, then about the whole. */
    private static String families(Score score) {
        return score.heaviest().stream().map(findings -> findings.stream().map(f -> Score.family(f.rule())).distinct().collect(Collectors.joining("+")))
                .map(families -> families.isEmpty() ? "-" : families).collect(Collectors.joining(" "));
    }

    private static String percent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).toPlainString() + "%";
    }
}
