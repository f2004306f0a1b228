package dev.secondsource.allocation;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;

/**
 * A candidate as the allocation sees it.
 *
 * @param workload workload id
 * @param offer offer id
 * @param accelerator its accelerator
 * @param designer who designs the accelerator
 * @param provider who sells the offer
 * @param cap most of the workload its accelerator may carry (maturity), 0–1
 * @param perMonth cost of the whole workload on it
 * @param mayLead may carry a workload; else it only stands behind a leader of another designer or provider
 * @param conditional its verdict has open conditions
 */
public record Allotment(
        String workload, String offer, String accelerator, String designer, String provider, BigDecimal cap, Money perMonth, boolean mayLead, boolean conditional) {}
