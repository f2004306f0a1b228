package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import dev.secondsource.quantity.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be bought: an instance type in a region under one pricing, or a part to own, or a part that
 * exists without a known price. A market may hold the same offer several times, each at the price of another day: a
 * price holds from its date until the next one of the same offer, or until its end if that comes first.
 *
 * @param id stable and readable, unique on a day: {@code aws:p5.48xlarge:us-east-1:on-demand},
 *     {@code google:tpu-v6e:unspecified:committed-36m}, {@code aws:trn1.32xlarge:us-east-1/use1-az6:spot} where the price
 *     is per zone, {@code own:H100-SXM}, {@code unpriced:Trainium3}
 * @param provider supplier id of who sells it; the designer for purchases and unpriced parts
 * @param instanceType the provider's name for the unit sold
 * @param accelerator market id of the accelerator
 * @param acceleratorCount whole chips in one unit, 1 or more
 * @param soldAs what one unit is, null if not known; a part that is bought or unpriced goes by the accelerator
 * @param region where it runs; null for purchases and unpriced parts
 * @param pricing how it is priced
 * @param termMonths length of the commitment, present exactly when committed
 * @param price what the buyer pays: money per hour for the whole unit, or capital for the whole unit when bought; null when
 *     unpriced
 * @param evidence source, grade and date of the price (of the part, when unpriced)
 * @param note what a reader of the price must know, possibly empty
 * @param contracted the negotiated terms the price is of; null if it is the published one
 * @param until last day on which the price holds, null if it holds until another one is known
 */
public record Offer(
        String id,
        String provider,
        String instanceType,
        String accelerator,
        int acceleratorCount,
        @Nullable SoldAs soldAs,
        @Nullable Region region,
        PricingKind pricing,
        @Nullable Integer termMonths,
        @Nullable Money price,
        Evidence evidence,
        String note,
        @Nullable Contracted contracted,
        @Nullable LocalDate until) {
    private static final Pattern SLICE = Pattern.compile("(?i)(^|[^a-z0-9])(mig|vgpu|slice|\\d+g\\.\\d+gb)([^a-z0-9]|$)");

    /** One at its published price, which holds until another one is known. */
    public Offer(String id, String provider, String instanceType, String accelerator, int acceleratorCount, @Nullable SoldAs soldAs, @Nullable Region region, PricingKind pricing,
            @Nullable Integer termMonths, @Nullable Money price, Evidence evidence, String note) {
        this(id, provider, instanceType, accelerator, acceleratorCount, soldAs, region, pricing, termMonths, price, evidence, note, null, null);
    }

    /** Its price holds on a day, as far as this row says: no later row is asked. */
    boolean holdsOn(LocalDate day) {
        return evidence.visibleAt(day) && (until == null || !until.isBefore(day));
    }

    /** A name under which providers sell parts of a chip: MIG profiles such as 1g.10gb, virtual GPUs, slices. They are no offers here. */
    public static boolean isSlice(String name) {
        return SLICE.matcher(name).find();
    }

    /** The offer with what is known of its place on a day; whether its price is known then is for the market to say. */
    Offer placedAt(LocalDate asOf) {
        Region known = region == null ? null : region.visibleAt(asOf);
        return Objects.equals(known, region) ? this
                : new Offer(id, provider, instanceType, accelerator, acceleratorCount, soldAs, known, pricing, termMonths, price, evidence, note, contracted, until);
    }

    /** The zone its id names, where the price is per zone; null if it is the region's. */
    public @Nullable String zone() {
        String placed = region == null ? "" : ":" + region.id() + "/";
        int at = placed.isEmpty() ? -1 : id.indexOf(placed);
        return at < 0 ? null : id.substring(at + placed.length(), id.indexOf(':', at + placed.length()));
    }

    /** The same at another price. */
    public Offer at(Money other) {
        return new Offer(id, provider, instanceType, accelerator, acceleratorCount, soldAs, region, pricing, termMonths, other, evidence, note, contracted, until);
    }

    /**
     * The same if it were published at another price. What is agreed as a discount follows it; a price that is agreed as such stays,
     * unless the published one is below it and nothing else is sold at that.
     *
     * @param published source and grade of the other price
     */
    public Offer publishedAt(Money other, Evidence published) {
        if (contracted == null) return paid(other, published, null);
        Contracted terms = new Contracted(contracted.entry(), contracted.owner(), contracted.until(), contracted.quantity(), contracted.fixed(), other, published);
        boolean isComparable = price.currency().equals(other.currency());
        if (!contracted.fixed()) return paid(isComparable ? price.times(other.ratioTo(contracted.list())) : price, evidence, terms);
        return isComparable && quantity() == null && other.compareTo(price) < 0 ? paid(other, published, null) : paid(price, evidence, terms);
    }

    private Offer paid(Money other, Evidence of, @Nullable Contracted terms) {
        return new Offer(id, provider, instanceType, accelerator, acceleratorCount, soldAs, region, pricing, termMonths, other, of, note, terms, until);
    }

    /** The same at a negotiated price, under an id of its own if the published price stands beside it. */
    Offer under(String otherId, Contracted terms, Money other, Evidence agreed) {
        return new Offer(otherId, provider, instanceType, accelerator, acceleratorCount, soldAs, region, pricing, termMonths, other, agreed, note, terms, until);
    }

    /** The published price, whatever the buyer pays; null if there is none. */
    public @Nullable Money listPrice() {
        return contracted == null ? price : contracted.list();
    }

    /** Accelerators the price holds for; null if for any number. */
    public @Nullable Integer quantity() {
        return contracted == null ? null : contracted.quantity();
    }

    /** The accelerator as something that exists without a known price; its evidence is the part's own. */
    public static Offer unpriced(Accelerator accelerator) {
        return new Offer("unpriced:" + accelerator.id(), accelerator.designer(), accelerator.id(), accelerator.id(), 1, SoldAs.ACCELERATOR, null,
                PricingKind.UNPRICED, null, null, accelerator.evidence(), "price unknown");
    }
}
