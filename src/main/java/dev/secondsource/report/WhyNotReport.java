package dev.secondsource.report;

import dev.secondsource.decision.Assessed;
import dev.secondsource.explanation.Distance;
import dev.secondsource.explanation.Obstacle;
import dev.secondsource.explanation.WhyNot;
import dev.secondsource.explanation.WhyNot.Place;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.policy.Policy;
import dev.secondsource.policy.PolicyValue;
import dev.secondsource.sensitivity.Negotiation;
import dev.secondsource.sensitivity.Remedies;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an offer is not the answer, to be read or as data. */
public final class WhyNotReport {
    private static final int MARGIN = 2;

    private WhyNotReport() {}

    /**
     * What is told of an offer for one workload.
     *
     * @param why what stops it, or what comes before it
     * @param remedies what would let it through; null if that was not looked for
     * @param negotiation what to ask its seller for; null if nothing is open
     */
    public record Answer(WhyNot why, @Nullable Remedies remedies, @Nullable Negotiation negotiation) {}

    /**
     * @param policy of the decision, for the authority of the thresholds
     * @param file the profile's file, for the commands that show each change
     * @return lines ended by line feeds, none wider than the page
     */
    public static String text(List<Answer> answers, Policy policy, String file, Page page) {
        Sheet sheet = new Sheet(page);
        for (Answer answer : answers) {
            write(answer.why(), policy, sheet);
            if (answer.remedies() != null) RemedyReport.write(answer.remedies(), file, sheet);
            if (answer.negotiation() != null) NegotiationReport.write(answer.negotiation(), answer.why(), file, sheet);
        }
        return sheet.end();
    }

    private static void write(WhyNot why, Policy policy, Sheet sheet) {
        Assessed asked = why.asked();
        sheet.heading(why.workload().workload().id() + ": " + headline(why));
        sheet.text(MARGIN, Ink.PLAIN, Names.offer(asked.offer()) + ": " + Names.verdict(asked.verdict().verdict()) + ", rank " + asked.rank() + " of " + Amounts.count(why.workload().candidates().size())
                + (asked.verdict().decidedBy().isEmpty() ? "" : ", " + asked.verdict().decided()) + "; " + cost(asked, why) + "; score " + Amounts.ratio(asked.score().value()) + "."
                + (why.share() == null ? "" : " The allocation gives it " + Amounts.percent(why.share().share()) + " of the work."));
        if (!asked.uncosted().isEmpty()) sheet.item(MARGIN, 0, Ink.YELLOW, "for a cost must be known:", String.join("; ", asked.uncosted()) + ".");
        for (Obstacle.Kind kind : Obstacle.Kind.values()) {
            List<Obstacle> obstacles = why.obstacles().stream().filter(o -> o.kind() == kind).toList();
            if (!obstacles.isEmpty()) sheet.heading(heading(kind));
            obstacles.forEach(o -> write(o, asked.candidate().currency(), policy, sheet));
        }
        before(why, sheet);
        if (why.place() == Place.ANSWER || why.place() == Place.TIED)
            sheet.item(MARGIN, 7, Ink.RED, "against", TerminalReport.sentence(asked.strongest(Effect.AGAINST), "none stands against it"));
    }

    private static String headline(WhyNot why) {
        String offer = why.asked().offer().id();
        boolean conditional = !why.asked().verdict().conditions().isEmpty();
        return switch (why.place()) {
            case ANSWER -> offer + " is the answer" + (conditional ? ", once what is open below is settled" : "; nothing stops it");
            case TIED -> offer + " ties with the answer: their order means nothing" + (conditional ? "; what is open below must be settled" : "");
            case BEHIND -> "nothing stops " + offer + (conditional ? " once what is open below is settled" : "") + "; another comes before it";
            case STOPPED -> offer + " is stopped" + (why.obstacles().isEmpty() ? ": it has no cost to compare" : "");
        };
    }

    private static String cost(Assessed asked, WhyNot why) {
        return asked.cost() == null ? "no unit cost" : Amounts.readable(asked.cost().perUnit()) + " per " + why.workload().workload().unit();
    }

    private static String heading(Obstacle.Kind kind) {
        return switch (kind) {
            case CLOSED_GATE -> "Closed gates; each by itself rejects it";
            case OBJECTION -> "Serious objections; with them it may only stand behind another";
            case CONDITION -> "Objections that their remedy settles";
            case UNKNOWN_GATE -> "Gates nobody can judge yet; until then it could be taken on condition at best";
        };
    }

    private static void write(Obstacle obstacle, String currency, Policy policy, Sheet sheet) {
        sheet.item(MARGIN, 6, obstacle.kind() == Obstacle.Kind.UNKNOWN_GATE ? Ink.YELLOW : Ink.RED, obstacle.finding().rule(), obstacle.finding().sentence());
        List<Distance> distances = obstacle.distances();
        if (distances.size() > 1) sheet.text(MARGIN * 2, Ink.PLAIN, distances.get(0).alone() ? "Any one of these is enough:" : "None of these is enough by itself:");
        for (Distance distance : distances) {
            sheet.text(MARGIN * 2, Ink.PLAIN, distance.sentence(currency) + (distance.alone() || distances.size() > 1 ? "." : "; crossing it is not enough by itself."));
            PolicyValue bound = policy.values().get(distance.against());
            if (bound != null) sheet.text(MARGIN * 2, Ink.DIM, "policy " + bound.key() + ": " + Names.words(bound.tag()) + " since " + bound.since() + ": " + bound.source());
        }
        if (obstacle.finding().mitigation() != null) sheet.item(MARGIN * 2, 0, Ink.YELLOW, "acceptable if:", obstacle.finding().mitigation());
        obstacle.places().forEach(place -> sheet.item(MARGIN * 2, 0, Ink.YELLOW, "state it in:", place));
    }

    private static void before(WhyNot why, Sheet sheet) {
        if (why.before().isEmpty()) return;
        sheet.heading("What comes before it");
        int shown = sheet.page().entries();
        why.before().stream().limit(shown).forEach(c -> sheet.item(MARGIN, 4, Ink.PLAIN, "#" + c.rank(), beside(c, why)));
        if (why.before().size() > shown) sheet.text(MARGIN, Ink.DIM, "shown " + shown + " of " + Amounts.count(why.before().size()) + " that come before it.");
    }

    /** Another candidate, its verdict, score and unit cost beside those of the one asked about. */
    private static String beside(Assessed other, WhyNot why) {
        Assessed asked = why.asked();
        String verdict = other.verdict().verdict() == asked.verdict().verdict() ? "" : ", " + Names.verdict(other.verdict().verdict());
        String scores = "score " + Amounts.ratio(other.score().value()) + " against " + Amounts.ratio(asked.score().value());
        String order = why.tiesWith(other) ? "a tie: " + scores + ", closer than " + Amounts.ratio(why.tie())
                : other.score().value().compareTo(asked.score().value()) < 0 ? "by its verdict alone, not its " + scores : scores;
        return other.offer().id() + verdict + ": " + order + "; " + dearer(other, asked, why);
    }

    private static String dearer(Assessed other, Assessed asked, WhyNot why) {
        BigDecimal gap = other.cost().perUnit().ratioTo(asked.cost().perUnit()).subtract(BigDecimal.ONE);
        return Amounts.readable(other.cost().perUnit()) + " per " + why.workload().workload().unit() + ", "
                + (gap.signum() == 0 ? "as much as this one" : Amounts.percent(gap.abs()) + (gap.signum() < 0 ? " less" : " more") + " than this one") + ".";
    }

    /** The same as JSON, {@code why-not/1}. */
    public static String json(List<Answer> answers) {
        return Json.object(json -> json.text("schema", "why-not/1").objects("workloads", answers, answer -> {
            write(answer.why(), json);
            json.objectOf("remedies", answer.remedies(), r -> RemedyReport.write(r, json));
            json.objectOf("negotiation", answer.negotiation(), n -> NegotiationReport.write(n, json));
        }));
    }

    private static void write(WhyNot why, Json json) {
        Assessed asked = why.asked();
        json.text("workload", why.workload().workload().id()).text("offer", asked.offer().id()).text("place", why.place()).text("verdict", asked.verdict().verdict())
                .texts("decidedBy", asked.verdict().decidedBy()).text("grounds", asked.verdict().grounds()).count("rank", asked.rank()).count("candidates", why.workload().candidates().size())
                .decimal("score", asked.score().value()).money("unitCost", asked.cost() == null ? null : asked.cost().perUnit()).text("unit", why.workload().workload().unit())
                .decimal("share", why.share() == null ? null : why.share().share()).texts("uncosted", asked.uncosted());
        json.objects("obstacles", why.obstacles(), o -> {
            json.text("kind", o.kind()).text("rule", o.finding().rule()).text("heuristic", o.heuristic()).text("sentence", o.finding().sentence()).text("mitigation", o.finding().mitigation());
            json.lines("distances", o.distances(), d -> json.text("what", d.what()).text("unit", d.unit()).decimal("value", d.value()).text("needed", d.needed()).decimal("bound", d.bound())
                    .text("against", d.against()).decimal("gap", d.gap()).decimal("share", d.share()).flag("alone", d.alone()));
            json.texts("missing", o.finding().missing()).texts("places", o.places());
        });
        json.decimal("tieScore", why.tie());
        json.lines("before", why.before(), c -> json.text("offer", c.offer().id()).count("rank", c.rank()).text("verdict", c.verdict().verdict()).decimal("score", c.score().value())
                .text("unitCost", Amounts.exact(c.cost().perUnit())).flag("tied", why.tiesWith(c)));
    }
}
