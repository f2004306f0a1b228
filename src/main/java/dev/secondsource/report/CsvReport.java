package dev.secondsource.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.secondsource.allocation.Share;
import dev.secondsource.cost.Cost;
import dev.secondsource.decision.Assessed;
import dev.secondsource.decision.Decision;
import dev.secondsource.decision.WorkloadDecision;
import dev.secondsource.evidence.Grade;
import dev.secondsource.knowledge.Effect;
import dev.secondsource.market.Offer;
import dev.secondsource.market.PricingKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decision for a spreadsheet: one row a candidate, regions apart, best first. Numbers are plain decimals with a point
 * and without grouping; an empty cell is "not known". New columns only ever come at the end.
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><td>workload, rank, tied_with_better</td><td>1 is best within the workload; true if the order against the next better one means nothing</td></tr>
 * <tr><td>offer, provider, instance_type, designer, accelerator, accelerators_per_unit, region, country, pricing, term_months</td><td>what would be bought</td></tr>
 * <tr><td>verdict, decided_by, conditions</td><td>several are separated by semicolons</td></tr>
 * <tr><td>unit_cost, unit, cost_per_month, cost_over_horizon, currency, rho</td><td>for the median volume, in the buyer's currency</td></tr>
 * <tr><td>price_state, price, price_currency, price_per, price_date, price_source</td><td>{@code known} or {@code price unknown}; an hour or a unit</td></tr>
 * <tr><td>evidence_grade, accelerators_needed, speed_from</td><td>weakest grade under price and speed; basis of the throughput</td></tr>
 * <tr><td>score, strongest_for, strongest_against, allocated_share</td><td>0–1; findings that stand; 0–1 of the workload</td></tr>
 * </table>
 */
public final class CsvReport {
    static final List<String> COLUMNS = List.of("workload", "rank", "tied_with_better", "offer", "provider", "instance_type", "designer", "accelerator",
            "accelerators_per_unit", "region", "country", "pricing", "term_months", "verdict", "decided_by", "conditions", "unit_cost", "unit", "cost_per_month",
            "cost_over_horizon", "currency", "rho", "price_state", "price", "price_currency", "price_per", "price_date", "price_source", "evidence_grade",
            "accelerators_needed", "speed_from", "score", "strongest_for", "strongest_against", "allocated_share");

    // A spreadsheet takes a cell that begins so for a formula.
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\uff0b\uff0d\uff1d\uff20].*");

    private CsvReport() {}

    public static String of(Decision decision) {
        List<List<String>> rows = new ArrayList<>();
        for (WorkloadDecision workload : decision.workloads())
            for (Assessed candidate : workload.candidates()) rows.add(row(decision, workload, candidate));
        return Confidential.csv(decision.isConfidential(), write(COLUMNS, rows));
    }

    private static List<String> row(Decision decision, WorkloadDecision workload, Assessed candidate) {
        Offer offer = candidate.offer();
        Cost cost = candidate.cost();
        Grade grade = Names.grade(candidate);
        boolean priced = offer.price() != null;
        return List.of(
                text(workload.workload().id()), String.valueOf(candidate.rank()), String.valueOf(candidate.tiedWithBetter()),
                text(offer.id()), text(offer.provider()), text(offer.instanceType()), text(candidate.candidate().designer().id()), text(offer.accelerator()),
                String.valueOf(offer.acceleratorCount()), text(offer.region() == null ? null : offer.region().id()),
                text(offer.region() == null ? null : offer.region().country()), Names.words(offer.pricing()), number(offer.termMonths()),
                candidate.verdict().verdict().name(), text(String.join("; ", candidate.verdict().decidedBy())), text(String.join("; ", candidate.verdict().conditions())),
                cost == null ? "" : Amounts.exact(cost.perUnit()), text(workload.workload().unit()), cost == null ? "" : Amounts.exact(cost.perMonth()),
                cost == null ? "" : Amounts.exact(cost.overHorizon()), decision.profile().currency().getCurrencyCode(), number(candidate.candidate().comparison().rho()),
                priced ? "known" : "price unknown", priced ? Amounts.exact(offer.price()) : "", priced ? offer.price().currency().getCurrencyCode() : "",
                !priced ? "" : offer.pricing() == PricingKind.PURCHASE ? "unit" : "hour",
                !priced || offer.evidence().date() == null ? "" : offer.evidence().date().toString(), priced ? text(offer.evidence().source()) : "",
                grade == null ? "" : grade.name(), number(candidate.fit().accelerators()),
                candidate.fit().throughput() == null ? "" : Names.basis(candidate.fit().throughput()), number(candidate.score().value()),
                finding(candidate, Effect.FOR), finding(candidate, Effect.AGAINST), share(decision, workload, offer));
    }

    private static String finding(Assessed candidate, Effect effect) {
        return text(candidate.strongest(effect).map(f -> f.rule() + ": " + f.sentence()).orElse(null));
    }

    private static String share(Decision decision, WorkloadDecision workload, Offer offer) {
        return decision.allocation().shares().stream().filter(s -> s.workload().equals(workload.workload().id()) && s.offer().equals(offer.id()))
                .map(Share::share).reduce(BigDecimal::add).map(Amounts::exact).orElse("");
    }

    private static String number(@Nullable Number number) {
        return number == null ? "" : Amounts.exact(new BigDecimal(number.toString()));
    }

    /** A cell that is text in a spreadsheet too, whatever it begins with. */
    static String text(@Nullable String value) {
        String plain = value == null ? "" : Text.plain(value);
        return FORMULA.matcher(plain).matches() ? "'" + plain : plain;
    }

    static String write(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be written", e);
        }
        return text.toString();
    }
}
