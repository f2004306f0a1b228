package dev.secondsource.report;

import dev.secondsource.market.Market;
import dev.secondsource.market.Oddity;
import dev.secondsource.market.Offer;
import dev.secondsource.market.Staleness;
import dev.secondsource.market.Unknowns;
import dev.secondsource.problem.Problem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is wrong with a market folder, what looks wrong, and what is stale or unknown.
 *
 * @param folder as the user named it
 * @param problems what keeps it from being read
 * @param market the rows that are right
 * @param odd what looks wrong in them
 * @param places file and line by id, and by id and day
 * @param staleness how old prices may be
 * @param asOf the day on which their age is told
 */
public record VerifyReport(String folder, List<Problem> problems, Market market, List<Oddity> odd, Map<String, String> places, Staleness staleness, LocalDate asOf) {
    private static final int FEW = 5;
    private static final String LOG = "/imports.csv";

    /** For a terminal; the problems themselves are told elsewhere. */
    public String text(Page page) {
        Sheet sheet = new Sheet(page);
        List<Offer> priced = market.newest().offers().stream().filter(o -> o.price() != null).toList();
        sheet.heading("Market " + market.version() + " in " + folder + ", as of " + asOf);
        sheet.text(0, Ink.PLAIN, counted(problems.size(), "error") + consequence() + ". " + counted(odd.size(), "warning") + ". "
                + Amounts.count(priced.size()) + " prices now, " + Amounts.count(market.offers().stream().filter(o -> o.price() != null).count() - priced.size()) + " earlier ones.");
        oddities(page, sheet);
        stale(priced, sheet);
        unknown(sheet);
        return sheet.end();
    }

    private String consequence() {
        if (problems.isEmpty()) return "";
        return problems.stream().allMatch(p -> p.file().endsWith(LOG)) ? " in the log of imports, which no decision reads" : ", so nothing is decided on it; the rest is about the rows that are right";
    }

    private void oddities(Page page, Sheet sheet) {
        if (odd.isEmpty()) return;
        sheet.heading("Looks wrong");
        odd.stream().limit(page.rows()).forEach(o -> sheet.item(2, 1, Ink.YELLOW, "?", place(o) + ": " + Names.words(o.kind()) + ": " + o.subject() + ": " + o.what() + "; " + o.mend()));
        if (odd.size() > page.rows()) sheet.text(2, Ink.DIM, "shown " + page.rows() + " of " + Amounts.count(odd.size()) + "; -o json has all.");
    }

    private String place(Oddity oddity) {
        String dated = places.get(Oddity.dated(oddity.subject(), oddity.day()));
        return dated != null ? dated : place(oddity.subject());
    }

    private String place(String subject) {
        return places.getOrDefault(subject, folder);
    }

    private void stale(List<Offer> priced, Sheet sheet) {
        Map<String, List<Offer>> byKind = stale(priced);
        if (byKind.isEmpty()) return;
        sheet.heading("Stale");
        byKind.forEach((kind, offers) -> sheet.text(2, Ink.PLAIN, kind + ": " + Amounts.count(offers.size()) + " of " + Amounts.count(priced.stream().filter(o -> Names.words(o.pricing()).equals(kind)).count())
                + " older than " + staleness.mostDays().get(offers.get(0).pricing()) + " days, the oldest " + offers.get(0).id() + " of " + offers.get(0).evidence().date() + " (" + place(offers.get(0).id()) + ")."));
        sheet.text(2, Ink.DIM, "A stale price is decided on, and its evidence counts a grade less.");
    }

    private Map<String, List<Offer>> stale(List<Offer> priced) {
        return priced.stream().filter(o -> staleness.isStale(o, asOf)).sorted(java.util.Comparator.comparing((Offer o) -> o.evidence().date()).thenComparing(Offer::id))
                .collect(Collectors.groupingBy(o -> Names.words(o.pricing()), LinkedHashMap::new, Collectors.toList()));
    }

    private void unknown(Sheet sheet) {
        Map<String, List<String>> unknown = Unknowns.of(market);
        if (unknown.isEmpty()) return;
        sheet.heading("Not known");
        unknown.forEach((what, ids) -> sheet.text(2, Ink.PLAIN, what + ": " + few(ids) + "."));
    }

    static String few(Collection<String> names) {
        return names.stream().limit(FEW).collect(Collectors.joining(", ")) + (names.size() > FEW ? " and " + Amounts.count(names.size() - FEW) + " more" : "");
    }

    private static String counted(int count, String what) {
        return count == 0 ? "No " + what + "s" : count == 1 ? "1 " + what : Amounts.count(count) + " " + what + "s";
    }

    /** For programs. */
    public String json() {
        List<Offer> priced = market.newest().offers().stream().filter(o -> o.price() != null).toList();
        return Json.object(j -> {
            j.text("folder", folder).text("market", market.version()).text("asOf", asOf).flag("valid", problems.isEmpty());
            j.lines("errors", problems, p -> j.text("file", p.file()).count("line", p.line()).text("path", p.path().isEmpty() ? null : p.path()).text("what", p.what()).text("mend", p.mend()));
            j.lines("warnings", odd, o -> j.text("kind", Names.words(o.kind()).replace(' ', '-')).text("subject", o.subject()).text("what", o.what()).text("mend", o.mend()).text("place", place(o)));
            j.lines("stale", stale(priced).values().stream().flatMap(List::stream).toList(), o -> j.text("offer", o.id()).text("pricing", Names.words(o.pricing())).text("priceDate", o.evidence().date())
                    .count("ageDays", (int) Staleness.age(o, asOf)).count("mostDays", staleness.mostDays().get(o.pricing())).text("place", places.get(o.id())));
            j.objects("unknown", Unknowns.of(market).entrySet(), e -> j.text("what", e.getKey()).count("count", e.getValue().size()).texts("ids", e.getValue()));
        });
    }
}
