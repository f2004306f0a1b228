package dev.secondsource.report;

import dev.secondsource.sensitivity.WeightRobustness;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether winners stay first under other weights of the same order, as a part of a text and of a record. */
public final class RobustnessReport {
    private static final int MARGIN = 2;

    private RobustnessReport() {}

    /**
     * A section for each workload.
     *
     * @return lines ended by line feeds, none wider than the page
     */
    public static String text(List<WeightRobustness> workloads, Page page) {
        Sheet sheet = new Sheet(page);
        for (WeightRobustness w : workloads) {
            sheet.heading("WEIGHTS of " + w.workload() + ": who is first under other weights of the same order");
            Firsts.table(w.acceptability(), sheet);
            sheet.text(MARGIN, Ink.PLAIN, verdict(w));
        }
        if (workloads.isEmpty()) {
            sheet.text(0, Ink.PLAIN, "Nothing leads any workload, so there is no winner to try under other weights.");
            return sheet.end();
        }
        sheet.blank();
        sheet.text(0, Ink.DIM, basis(workloads));
        return sheet.end();
    }

    /** Whether it is robust, in a sentence. */
    static String verdict(WeightRobustness w) {
        return w.competing() == 1 ? "It alone has the verdict " + Names.verdict(w.verdict()) + ", so no weights can put another first." : Firsts.verdict(w.acceptability(), w.tied(), "draws");
    }

    /** @param workloads one or more */
    static String basis(List<WeightRobustness> workloads) {
        WeightRobustness any = workloads.get(0);
        return "* first as things are. " + Amounts.count(any.tied().of()) + " draws from seed " + any.seed() + " of all weights that keep the buyer's order, each as likely as another; their mean, "
                + IntStream.range(0, any.order().size()).mapToObj(k -> Names.words(any.order().get(k)) + " " + Amounts.ratio(any.meanWeights().get(k))).collect(Collectors.joining(", "))
                + ", is what the ranking uses but for the luck of the draw. Those with the winner's verdict compete: "
                + workloads.stream().map(w -> w.competing() + " for " + w.workload() + " (" + Names.verdict(w.verdict()) + ")").collect(Collectors.joining(", ")) + ". Of equals the first by offer id counts, as in the ranking.";
    }

    /** The same as data, a member {@code weights} of an object that is open. */
    static void json(Json json, List<WeightRobustness> workloads) {
        json.objects("weights", workloads, w -> {
            json.text("workload", w.workload()).text("verdict", w.verdict()).count("competing", w.competing()).count("draws", w.tied().of()).text("seed", w.seed());
            json.lines("meanWeights", IntStream.range(0, w.order().size()).boxed().toList(), k -> json.text("criterion", w.order().get(k)).decimal("weight", w.meanWeights().get(k)));
            json.line("tied", w.tied(), t -> Firsts.proportion(json, t));
            Firsts.json(json, w.acceptability());
        });
    }
}
