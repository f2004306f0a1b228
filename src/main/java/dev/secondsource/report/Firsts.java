package dev.secondsource.report;

import dev.secondsource.decision.Acceptability.Leader;
import dev.secondsource.decision.Acceptability;
import dev.secondsource.quantity.Proportion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How often each comes first among random draws, as a table with bars, as a sentence, and as data. */
final class Firsts {
    static final String INTERVAL = "95 % interval".replace(' ', Text.GLUE);

    private static final String OFFER = "offer";
    private static final int MARGIN = 2;

    private Firsts() {}

    /** Designers, accelerators, offers, each most often first; as many of each as the page has rows. */
    static void table(Acceptability firsts, Sheet sheet) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        int[] left = {0};
        kinds(firsts).forEach((kind, leaders) -> {
            int shown = Math.min(sheet.page().rows(), leaders.size());
            for (int i = 0; i < shown; i++) {
                List<Table.Cell> row = new ArrayList<>(cells(kind, leaders.get(i)));
                if (i > 0) row.set(0, new Table.Cell("", Ink.DIM));
                row.add(new Table.Cell(Bar.of(leaders.get(i).draws().share().doubleValue(), Bar.WIDE), ink(leaders.get(i))));
                rows.add(row);
            }
            left[0] += leaders.size() - shown;
        });
        List<Table.Column> columns = new ArrayList<>(columns("", 24));
        columns.add(Table.Column.words("", 0, 4));
        sheet.table(new Table(columns, rows));
        if (left[0] > 0) sheet.text(MARGIN, Ink.DIM, left[0] + " more come first in fewer draws; json has all.");
    }

    /** All of them for a page, with what they are in every row. */
    static List<List<Table.Cell>> cells(Acceptability firsts) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        kinds(firsts).forEach((kind, leaders) -> leaders.forEach(l -> rows.add(cells(kind, l))));
        return rows;
    }

    /** What {@link #cells} has. */
    static List<Table.Column> columns(String kind, int least) {
        return List.of(Table.Column.words(kind, 0, 3), Table.Column.words("First", least, 0), Table.Column.number("Draws", 0, 0), Table.Column.number(INTERVAL, 0, 2));
    }

    /** What may be first, from designer to offer. */
    static Map<String, List<Leader>> kinds(Acceptability firsts) {
        Map<String, List<Leader>> kinds = new LinkedHashMap<>();
        kinds.put("designer", firsts.designers());
        kinds.put("accelerator", firsts.accelerators());
        kinds.put(OFFER, firsts.offers());
        return kinds;
    }

    static String name(String kind, Leader leader) {
        return leader.name() == null ? "nothing that may lead" : kind.equals(OFFER) ? Names.offer(leader.offer()) : leader.name();
    }

    private static List<Table.Cell> cells(String kind, Leader leader) {
        return List.of(new Table.Cell(kind, Ink.DIM), new Table.Cell(name(kind, leader) + (leader.assumed() ? " *" : ""), ink(leader)), new Table.Cell(Amounts.percent(leader.draws().share()), ink(leader)),
                Table.Cell.of(interval(leader.draws())));
    }

    private static Ink ink(Leader leader) {
        return leader.assumed() ? Ink.BOLD : Ink.PLAIN;
    }

    /** {@code 88.6–95.8 %}. */
    static String interval(Proportion proportion) {
        return tenths(proportion.low()) + "–" + tenths(proportion.high()) + " %";
    }

    /** {@code 93 % (88.6–95.8 %)}. */
    static String words(Proportion proportion) {
        return Amounts.percent(proportion.share()) + " (" + interval(proportion) + ")";
    }

    private static String tenths(BigDecimal share) {
        return Amounts.tenths(share.movePointRight(2));
    }

    /**
     * Whether there is a robust winner, and what is robust behind it if not.
     *
     * @param tied draws in which another accelerator than the first is so close that the order means nothing
     * @param draws what they are, in words: {@code worlds}
     */
    static String verdict(Acceptability firsts, Proportion tied, String draws) {
        boolean often = BigDecimal.ONE.subtract(tied.share()).compareTo(firsts.robust()) < 0;
        boolean robust = firsts.robust(firsts.offers()).isPresent();
        return first(firsts, draws) + (often && robust ? " But often by next to nothing: another accelerator" : " Another accelerator") + " is less than ranking.tie-score behind in " + words(tied) + " of " + draws
                + (often ? ": call it a tie." : ".");
    }

    private static String first(Acceptability firsts, String draws) {
        String least = Amounts.percent(firsts.robust()) + " of " + draws + " (ranking.robust-share)";
        Optional<Leader> offer = firsts.robust(firsts.offers());
        Optional<Leader> most = firsts.offers().stream().filter(l -> l.name() != null).findFirst();
        if (most.isEmpty()) return "Nothing may lead in any of them.";
        String open = firsts.isUnsettled(most.get()) ? " The threshold lies within the interval: more " + draws + " may say otherwise." : "";
        if (offer.isPresent()) return "Robust: " + Names.offer(offer.get().offer()) + (offer.get().assumed() ? "" : ", which is not the answer,") + " is first in at least " + least + "." + open;
        String behind = firsts.robust(firsts.accelerators()).map(l -> " Robust is the accelerator, " + l.name() + ": who sells it is not.")
                .or(() -> firsts.robust(firsts.designers()).map(l -> " Robust is the designer, " + l.name() + ": which accelerator and who sells it is not.")).orElse(" Nor is any accelerator or designer.");
        return "No robust winner: no offer is first in at least " + least + "." + open + behind;
    }

    /** As data, into an object that is open. */
    static void json(Json json, Acceptability firsts) {
        json.decimal("robustShare", firsts.robust());
        json.text("robustOffer", firsts.robust(firsts.offers()).map(Leader::name).orElse(null));
        json.text("robustAccelerator", firsts.robust(firsts.accelerators()).map(Leader::name).orElse(null));
        json.text("robustDesigner", firsts.robust(firsts.designers()).map(Leader::name).orElse(null));
        leaders(json, "designers", firsts.designers());
        leaders(json, "accelerators", firsts.accelerators());
        leaders(json, "offers", firsts.offers());
    }

    private static void leaders(Json json, String name, List<Leader> leaders) {
        json.lines(name, leaders, l -> proportion(json.text("first", l.name()), l.draws()).flag("assumed", l.assumed()));
    }

    /** Members of an object that is open: share, and the ends of its interval. */
    static Json proportion(Json json, Proportion p) {
        return json.count("count", p.count()).decimal("share", p.share()).decimal("low95", p.low()).decimal("high95", p.high());
    }
}
