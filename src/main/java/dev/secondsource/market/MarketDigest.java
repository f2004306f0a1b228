package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import dev.secondsource.quantity.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 by which a decision record names the market it was made on. It covers every component of every record
 * of the market and nothing of how the market was written down: rows in another order, comments and trailing zeros
 * change nothing.
 */
public final class MarketDigest {
    private final StringBuilder written = new StringBuilder(1 << 18);
    private final Map<String, Integer> seen = new HashMap<>();

    private MarketDigest() {}

    /** 64 lower-case hexadecimal digits. */
    public static String of(Market market) {
        MarketDigest digest = new MarketDigest();
        digest.add(market);
        return Sha256.of(digest.written.toString());
    }

    private void add(@Nullable Object value) {
        if (value == null) {
            atom('0', "");
        } else if (value instanceof Record part) {
            atom('r', part.getClass().getSimpleName());
            for (Object component : components(part)) add(component);
        } else if (value instanceof Map<?, ?> map) {
            atom('m', Integer.toString(map.size()));
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                add(entry.getKey());
                add(entry.getValue());
            }
        } else if (value instanceof Collection<?> items) {
            atom('l', Integer.toString(items.size()));
            for (Object item : items) add(item);
        } else if (value instanceof BigDecimal number) {
            atom('n', Decimals.plain(number).toPlainString());
        } else {
            atom('t', value.toString());
        }
    }

    /**
     * Kind and length come first, so that no two different markets are written alike. A text seen before is written as
     * its number: sources are long and repeat, and hashing is most of the work.
     */
    private void atom(char kind, String text) {
        Integer before = seen.putIfAbsent(text, seen.size());
        if (before != null) written.append(kind).append('#').append(before.intValue()).append(' ');
        else written.append(kind).append(text.length()).append(':').append(text);
    }

    /** Written out: asking two thousand records by reflection costs more than reading them from their files. */
    static List<@Nullable Object> components(Record part) {
        if (part instanceof Evidence e) return Arrays.asList(e.subject(), e.source(), e.grade(), e.date());
        if (part instanceof Money m) return Arrays.asList(m.amount(), m.currency());
        if (part instanceof Region r) return Arrays.asList(r.provider(), r.id(), r.country(), r.gridGramsPerKwh());
        if (part instanceof Fact<?> f) return Arrays.asList(f.value(), f.evidence());
        if (part instanceof Offer o)
            return withThoseGiven(Stream.of(o.contracted(), o.until()).filter(Objects::nonNull).toList(), o.id(), o.provider(), o.instanceType(), o.accelerator(), o.acceleratorCount(),
                    o.soldAs(), o.region(), o.pricing(), o.termMonths(), o.price(), o.evidence(), o.note());
        if (part instanceof Contracted c) return Arrays.asList(c.entry(), c.owner(), c.until(), c.quantity(), c.fixed(), c.list(), c.listed());
        if (part instanceof ExchangeRate r) return Arrays.asList(r.from(), r.to(), r.rate(), r.evidence());
        if (part instanceof Overlaid o) return Arrays.asList(o.sha256(), o.listSha256(), o.remarks());
        if (part instanceof Measurement m)
            return Arrays.asList(m.id(), m.accelerator(), m.benchmark(), m.model(), m.totalParametersBillions(),
                    m.activeParametersBillions(), m.kind(), m.scenario(), m.unit(), m.perAccelerator(), m.accelerators(),
                    m.precision(), m.promptTokens(), m.outputTokens(), m.batch(), m.evidence(), m.note());
        if (part instanceof MaturityEvidence m)
            return Arrays.asList(m.accelerator(), m.kind(), m.work(), m.value(), m.who(), m.evidence());
        if (part instanceof Claim c)
            return Arrays.asList(c.id(), c.claimant(), c.accelerator(), c.baseline(), c.basis(), c.low(), c.high(), c.what(), c.evidence());
        if (part instanceof Accelerator a)
            return Arrays.asList(a.id(), a.designer(), a.generation(), a.memoryGiB(), a.memoryType(), a.memoryBandwidthGBs(),
                    a.peakTflops(), a.powerWatts(), a.scaleUpGBs(), a.scaleUpChips(), a.rackKw(), a.liquidCooled(), a.confidential(), a.released(),
                    a.training(), a.inference(), a.rentable(), a.purchasable(), a.stack(), a.foundry(), a.memoryMaker(),
                    a.packager(), a.evidence(), a.note());
        if (part instanceof SoftwareStack s)
            return Arrays.asList(s.id(), s.nativeFrameworks(), s.bridgedFrameworks(), s.evidence());
        if (part instanceof Supplier s)
            return Arrays.asList(s.id(), s.name(), s.roles(), s.jurisdiction(), s.partOf(), s.competesIn(), s.certifications(), s.restrictedBy(),
                    s.accounts(), s.figures(), s.partFigures(), s.equityLinks(), s.events());
        if (part instanceof Accounts a)
            return Arrays.asList(a.currency(), a.workingCapital(), a.retainedEarnings(), a.ebit(), a.bookEquity(), a.totalAssets(), a.totalLiabilities());
        if (part instanceof PartFigure f) return Arrays.asList(f.accelerator(), f.figure(), f.value(), f.evidence());
        if (part instanceof EquityLink l) return Arrays.asList(l.with(), l.share(), l.what(), l.evidence());
        if (part instanceof SupplierEvent e) return Arrays.asList(e.kind(), e.accelerator(), e.quarters(), e.what(), e.evidence());
        if (part instanceof Market m)
            return withThoseGiven(Stream.<Object>concat(m.rates().isEmpty() ? Stream.of() : Stream.of(m.rates()), m.overlaid() == null ? Stream.of() : Stream.of(m.overlaid())).toList(),
                    m.version(), m.accelerators(), m.stacks(), m.suppliers(), m.offers(), m.measurements(), m.maturity(), m.claims());
        throw new IllegalArgumentException("a market holds no " + part.getClass().getSimpleName());
    }

    /** What came to a record later is written only where it is given, so that a market without it keeps its fingerprint. */
    private static List<@Nullable Object> withThoseGiven(List<?> given, @Nullable Object... always) {
        List<@Nullable Object> all = new ArrayList<>(Arrays.asList(always));
        all.addAll(given);
        return all;
    }
}
