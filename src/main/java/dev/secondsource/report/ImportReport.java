package dev.secondsource.report;

import dev.secondsource.catalogue.Format;
import dev.secondsource.catalogue.Imported;
import dev.secondsource.catalogue.Reason;
import dev.secondsource.catalogue.Refusal;
import dev.secondsource.catalogue.Tally;
import dev.secondsource.market.Market;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import dev.secondsource.market.Region;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an import did: what was taken, what was merged, what was refused and why.
 *
 * @param format form of the lists
 * @param provider supplier id, empty for measurements
 * @param asOf the day the lists speak of
 * @param folder the market folder as the user named it
 * @param imported what the lists came to
 * @param market as it is now
 * @param written the folder got prices or results, or was begun
 * @param logged the folder's log of imports was changed
 * @param newSupplier the provider was not known before
 */
public record ImportReport(Format format, String provider, LocalDate asOf, String folder, Imported imported, Market market, boolean written, boolean logged, boolean newSupplier) {
    private static final int SUBJECTS = 4;
    private static final int FEW = 12;

    /** For a terminal. */
    public String text(Page page) {
        Sheet sheet = new Sheet(page);
        sheet.heading(format.title() + (provider.isEmpty() ? "" : " of " + provider) + ", as of " + asOf + (written ? ", imported into " : ": nothing to write into ") + folder);
        counts(sheet);
        refused(sheet);
        readAs(sheet);
        if (written) covered(sheet);
        next(sheet);
        return sheet.end();
    }

    private void counts(Sheet sheet) {
        Imported i = imported;
        List<List<Table.Cell>> rows = new ArrayList<>();
        row(rows, "rows read", i.rows(), "");
        if (i.passedOver() > 0) row(rows, "passed over", i.passedOver(), "about no accelerators, or about another seller");
        row(rows, things() + " found", i.found(), "");
        row(rows, "taken", i.added(), "new in this market");
        if (format.isOfPrices()) {
            row(rows, "merged", i.replaced(), "another price on a newer day; the earlier one stays as history");
            row(rows, "", i.confirmed(), "the same price told again on a newer day");
        }
        row(rows, format.isOfPrices() ? "" : "merged", i.unchanged(), "known already, or repeated in the list");
        if (i.history() > 0) row(rows, "history", i.history(), "prices of an earlier day than the market's: each holds until the next one there, and replaces none");
        row(rows, "refused", i.refused().count(), i.refused().count() == 0 ? "" : "for the reasons below");
        sheet.table(new Table(List.of(Table.Column.words("", 0, 0), Table.Column.number("Count", 0, 0), Table.Column.words("", 20, 0)), rows));
    }

    private String things() {
        return format.isOfPrices() ? "prices" : "results";
    }

    private static void row(List<List<Table.Cell>> rows, String what, long count, String remark) {
        rows.add(List.of(Table.Cell.of(what), Table.Cell.of(Amounts.count(count)), new Table.Cell(remark, Ink.DIM)));
    }

    private void refused(Sheet sheet) {
        if (imported.refused().count() == 0) return;
        sheet.heading("Refused");
        imported.refused().byReason().forEach((reason, subjects) -> {
            int count = subjects.values().stream().mapToInt(Tally.Like::count).sum();
            sheet.item(2, 1, Ink.YELLOW, Amounts.count(count), reason.title());
            List<Map.Entry<String, Tally.Like>> most = most(subjects);
            for (Map.Entry<String, Tally.Like> subject : most.subList(0, Math.min(SUBJECTS, most.size()))) {
                Refusal example = subject.getValue().examples().get(0);
                String more = subject.getValue().count() > 1 ? " (and " + Amounts.count(subject.getValue().count() - 1) + " like it)" : "";
                sheet.text(4, Ink.PLAIN, example.file() + ":" + example.line() + ": " + example.what() + more + "; " + example.mend());
            }
            if (most.size() > SUBJECTS)
                sheet.text(4, Ink.DIM, "and the same of " + few(most.stream().skip(SUBJECTS).map(Map.Entry::getKey).toList()));
        });
        sheet.text(2, Ink.DIM, "--refused FILE writes them all, with file and line.");
    }

    private static List<Map.Entry<String, Tally.Like>> most(Map<String, Tally.Like> subjects) {
        return subjects.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Tally.Like> e) -> -e.getValue().count()).thenComparing(Map.Entry::getKey)).toList();
    }

    private void readAs(Sheet sheet) {
        if (imported.readAs().isEmpty()) return;
        sheet.heading("Names were read as");
        Map<String, TreeSet<String>> byPart = new java.util.TreeMap<>();
        imported.readAs().forEach((name, parts) -> parts.forEach((part, count) -> byPart.computeIfAbsent(part, any -> new TreeSet<>()).add(name + " (" + Amounts.count(count) + ")")));
        byPart.forEach((part, names) -> sheet.text(2, Ink.PLAIN, part + ": " + few(names)));
    }

    private void covered(Sheet sheet) {
        sheet.heading("The market now");
        if (format.isOfPrices()) {
            List<Offer> own = own();
            TreeSet<String> regions = regions(own);
            sheet.text(2, Ink.PLAIN, Amounts.count(own.size()) + " prices of " + provider + ", for " + String.join(", ", accelerators(own))
                    + ", in " + Amounts.count(regions.size()) + (regions.size() == 1 ? " region: " : " regions: ") + few(regions) + ".");
            long unclear = imported.offers().stream().filter(r -> r.entry().soldAs() == null).count();
            if (unclear > 0)
                sheet.text(2, Ink.PLAIN, "Of " + Amounts.count(unclear) + " imported offers it is not known whether one unit is a machine, a part of one or an accelerator. Until sold_as in offers.csv says so, nothing is known of work that needs more than one unit.");
        } else {
            sheet.text(2, Ink.PLAIN, Amounts.count(market.measurements().size()) + " measured speeds, " + Amounts.count(imported.measurements().size()) + " of them new, of "
                    + imported.measurements().stream().map(m -> m.accelerator()).distinct().sorted().collect(Collectors.joining(", ")) + ".");
        }
        if (!imported.regions().isEmpty()) sheet.text(2, Ink.PLAIN, "New in regions.csv: "
                + few(imported.regions().entrySet().stream().map(e -> e.getKey() + " (" + (e.getValue().equals(Region.UNKNOWN_COUNTRY) ? "country not known" : e.getValue()) + ")").toList()) + ".");
        if (newSupplier) {
            String country = market.supplier(provider).jurisdiction();
            sheet.text(2, Ink.PLAIN, "New in suppliers.yaml: " + provider + ", of which " + (country == null ? "nothing else is known. Describe it there: its name, the country that controls it, its certifications."
                    : "no more is known than that " + country + " controls it. Describe it there: its name, its certifications."));
        }
        if (format.isConfidential()) sheet.text(2, Ink.YELLOW, "What you paid is confidential: keep this folder to yourself.");
    }

    /** As many as a person reads. */
    private static String few(Collection<String> names) {
        return names.stream().limit(FEW).collect(Collectors.joining(", ")) + (names.size() > FEW ? " and " + Amounts.count(names.size() - FEW) + " more" : "");
    }

    private List<Offer> own() {
        return market.newest().offers().stream().filter(o -> o.provider().equals(provider) && o.price() != null && o.pricing() != PricingKind.PURCHASE).toList();
    }

    private static TreeSet<String> accelerators(List<Offer> offers) {
        return new TreeSet<>(offers.stream().map(Offer::accelerator).toList());
    }

    private static TreeSet<String> regions(List<Offer> offers) {
        return new TreeSet<>(offers.stream().map(Offer::region).filter(Objects::nonNull).map(Region::id).toList());
    }

    private void next(Sheet sheet) {
        sheet.blank();
        sheet.text(0, Ink.DIM, written ? "Next: market status --market " + folder + ", then evaluate PROFILE --market " + folder + " --as-of " + asOf
                + ". A decision of an earlier day sees the prices of that day." : folder + (logged ? " has the prices it had; its imports.csv tells what was refused." : " is as it was."));
    }

    /** For programs. */
    public String json() {
        return Json.object(j -> {
            j.text("format", Names.words(format).replace(' ', '-')).text("provider", provider.isEmpty() ? null : provider).text("asOf", asOf).text("folder", folder).flag("written", written).flag("newSupplier", newSupplier);
            j.count("rows", imported.rows()).count("passedOver", imported.passedOver()).count("found", imported.found());
            j.object("taken", x -> j.count("new", (int) imported.added()));
            j.object("merged", x -> j.count("replaced", (int) imported.replaced()).count("confirmed", (int) imported.confirmed()).count("history", (int) imported.history()).count("unchanged", imported.unchanged()));
            j.object("refused", x -> {
                j.count("count", imported.refused().count());
                j.objects("reasons", imported.refused().byReason().entrySet(), reason -> reason(j, reason.getKey(), reason.getValue()));
            });
            j.lines("readAs", imported.readAs().entrySet().stream().flatMap(name -> name.getValue().entrySet().stream().map(part -> Map.entry(name.getKey(), part))).toList(),
                    e -> j.text("name", e.getKey()).text("accelerator", e.getValue().getKey()).count("count", e.getValue().getValue()));
            if (format.isOfPrices()) j.object("providerNow", x -> j.count("prices", own().size()).texts("accelerators", accelerators(own())).texts("regions", regions(own())));
            j.lines("newRegions", imported.regions().entrySet(), e -> j.text("region", e.getKey()).text("country", e.getValue().equals(Region.UNKNOWN_COUNTRY) ? null : e.getValue()));
        });
    }

    private static void reason(Json j, Reason reason, Map<String, Tally.Like> subjects) {
        j.text("reason", Names.words(reason).replace(' ', '-')).text("title", reason.title()).count("count", subjects.values().stream().mapToInt(Tally.Like::count).sum());
        j.objects("subjects", most(subjects), subject -> {
            j.text("subject", subject.getKey()).count("count", subject.getValue().count());
            j.lines("examples", subject.getValue().examples(), r -> j.text("file", r.file()).count("line", r.line()).text("what", r.what()).text("mend", r.mend()));
        });
    }
}
