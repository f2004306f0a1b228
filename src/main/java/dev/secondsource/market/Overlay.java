package dev.secondsource.market;

import dev.secondsource.evidence.Grade;
import dev.secondsource.problem.Problem;
import dev.secondsource.quantity.Decimals;
import dev.secondsource.quantity.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer has negotiated, to be laid over a market: confidential, and therefore in a file of the buyer's own.
 *
 * @param file name as the user gave it
 * @param sha256 of its text
 * @param entries in the order of the file
 */
public record Overlay(String file, String sha256, List<Entry> entries) {
    public Overlay {
        entries = List.copyOf(entries);
    }

    /**
     * Terms for some offers.
     *
     * @param id unique in its file
     * @param place where it stands
     * @param offers which it is about
     * @param price instead of the published one
     * @param owner who negotiated it
     * @param basis how binding it is
     * @param source the document
     * @param from first day
     * @param until last day
     * @param quantity accelerators it holds for, over all its offers together; null if for any number
     */
    public record Entry(String id, Place place, Selection<Offer> offers, Price price, String owner, Basis basis, String source, LocalDate from, LocalDate until,
            @Nullable Integer quantity) {

        boolean isInForceOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /**
     * Where an entry stands.
     *
     * @param line 1-based
     * @param offersLine of what selects its offers
     * @param path in the file: {@code terms[2]}
     */
    public record Place(String file, int line, int offersLine, String path) {
        Problem problem(String what, String mend) {
            return new Problem(file, line, path, what, mend);
        }

        Problem problemOfOffers(String what, String mend) {
            return new Problem(file, offersLine, path + ".offers", what, mend);
        }

        /** For a sentence about another entry. */
        String words() {
            return file + ":" + line;
        }
    }

    /** How binding terms are; that is their grade as evidence. */
    public enum Basis {
        /** Signed by both. */
        CONTRACT(Grade.E1),
        /** Offered by the seller, and open until its last day. */
        QUOTE(Grade.E2);

        private final Grade grade;

        Basis(Grade grade) {
            this.grade = grade;
        }

        public Grade grade() {
            return grade;
        }
    }

    /** What is paid instead of the published price. */
    public sealed interface Price {
        /** Money for a unit of the offer. */
        Money of(Offer offer);
    }

    /**
     * A price of its own.
     *
     * @param amount an hour, or once for what is bought
     * @param perAccelerator for one accelerator; else for the unit that is sold
     */
    public record Absolute(Money amount, boolean perAccelerator) implements Price {
        @Override
        public Money of(Offer offer) {
            return perAccelerator ? amount.times(BigDecimal.valueOf(offer.acceleratorCount())) : amount;
        }
    }

    /**
     * So much less than published, whatever that is.
     *
     * @param share 0–1 exclusive
     */
    public record Discount(BigDecimal share) implements Price {
        @Override
        public Money of(Offer offer) {
            if (offer.price() == null) throw new IllegalArgumentException("no discount on a price that is not known: " + offer.id());
            return offer.price().times(Decimals.plain(BigDecimal.ONE.subtract(share)));
        }
    }
}
