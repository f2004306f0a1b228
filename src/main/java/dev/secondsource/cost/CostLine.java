package dev.secondsource.cost;

import dev.secondsource.quantity.Money;

/**
 * One line of a bill.
 *
 * @param name what it is for: accelerators, hidden costs (network, storage, support), electricity, staff, …
 * @param perMonth rounded to the cent
 * @param basis how it was computed, in words with the numbers: {@code 64 x 3.93 USD/h x 730 h}
 */
public record CostLine(String name, Money perMonth, String basis) {
    /** The accelerators themselves: rent, or capital written off. Every bill has this line, first. */
    public static final String ACCELERATORS = "accelerators";
    /** Electricity of an own site. */
    public static final String ELECTRICITY = "electricity";
    /** Spare parts of own machines. */
    public static final String SPARES = "spares";
    /** Who looks after own machines. */
    public static final String STAFF = "staff";

    public CostLine {
        perMonth = perMonth.toCents();
    }
}
