package dev.secondsource.report;

import dev.secondsource.allocation.Allocation;
import dev.secondsource.allocation.Frontier;
import dev.secondsource.allocation.Share;
import dev.secondsource.chart.Tint;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.OverrideUse;
import dev.secondsource.explanation.AllocationWords;
import dev.secondsource.report.Html.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is bought, whom it makes the buyer depend on, and what spreading it costs. */
final class HtmlAllocation {
    private final Decision decision;
    private final @Nullable Frontier frontier;
    private final Html html;

    /** @param frontier null if there is none to show */
    HtmlAllocation(Decision decision, @Nullable Frontier frontier, Html html) {
        this.decision = decision;
        this.frontier = frontier;
        this.html = html;
    }

    void write() {
        allocation();
        exposure();
        frontier();
    }

    /** The shares as a table; nothing if there are none. */
    static void shares(String caption, Decision decision, Html html) {
        if (decision.allocation().shares().isEmpty()) return;
        List<List<Table.Cell>> cells = new ArrayList<>();
        for (Share share : decision.allocation().shares())
            cells.add(Stream.of(share.workload(), Names.offer(share, decision), Names.chip(share, decision), Amounts.percent(share.share()), Amounts.toTheCent(share.perMonth())).map(Table.Cell::of).toList());
        if (decision.allocation().alreadyPaid().isPositive())
            cells.add(Stream.of("paid already", "", "", "", Amounts.toTheCent(decision.allocation().alreadyPaid())).map(Table.Cell::of).toList());
        cells.add(Stream.of("total", "", "", "", Amounts.toTheCent(decision.allocation().perMonth())).map(t -> new Table.Cell(t, Ink.BOLD)).toList());
        html.table(caption, List.of(Table.Column.words("Workload", 0, 0), Table.Column.words("Offer", 0, 0), Table.Column.words("Designer, chip", 0, 0), Table.Column.number("Share", 0, 0),
                Table.Column.number(decision.profile().currency().getCurrencyCode() + " per month", 0, 0)), cells);
    }

    private void allocation() {
        Allocation allocation = decision.allocation();
        html.section("allocation", "Allocation: " + Names.words(allocation.status()), () -> {
            html.put("p", Status.meaning(decision));
            Status.unbought(decision).ifPresent(words -> html.put("p", words));
            shares("Shares of each workload", decision, html);
            html.listed("What could not be met", Stream.concat(AllocationWords.shutOut(allocation).stream(), AllocationWords.conflict(allocation).stream()).toList());
            html.listed("Overrides", decision.review().overrides().stream().map(OverrideUse::sentence).toList());
            html.listed("What it costs", AllocationWords.costs(allocation));
            html.listed("Limits that bind, and their prices", AllocationWords.prices(allocation));
            List<ReviewItem> review = ReviewItem.of(decision.review());
            if (review.isEmpty()) return;
            html.put("h3", "Review of the allocation").open("ul");
            for (ReviewItem item : review) html.open("li").put("b", Html.with("class", Html.ink(item.ink())), item.label()).say(item.text()).close("li");
            html.close("ul");
        });
    }

    private void exposure() {
        if (decision.allocation().shares().isEmpty()) return;
        html.section("exposure", "Exposure, today and after, layer by layer", () -> {
            html.figure(ExposurePicture.svg(decision.review().exposures()), List.of(new Key("■", Tint.FIRST, "largest after"), new Key("■", Tint.SECOND, "second"), new Key("■", Tint.THIRD, "third"),
                    new Key("■", Tint.REST, "others"), new Key("■", Tint.NOBODY, "not disclosed")), List.of());
            html.table("Exposure by layer", ExposureTable.COLUMNS, ExposureTable.cells(decision.review().exposures()));
            html.put("p", Html.with("class", "dim"), ExposureTable.LEGEND);
            html.listed("Who gains and who loses work", ExposureTable.changes(decision.review().exposures()).stream().map(c -> c.layer() + ", " + c.text()).toList());
        });
    }

    private void frontier() {
        if (frontier == null) return;
        FrontierPicture picture = new FrontierPicture(decision, frontier);
        html.section("frontier", "What spreading costs", () -> {
            html.put("p", picture.reason());
            html.figure(picture.svg(), List.of(new Key("○", Tint.CHOSEN, "chosen"), new Key("●", Tint.FAIR, "on the frontier"), new Key("▲", Tint.FAINT, "beaten by another that is no dearer and no less spread")), List.of());
            html.longTable("Cost against spread", picture.columns(), picture.cells());
        });
    }
}
