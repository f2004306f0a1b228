package dev.secondsource.allocation;

import dev.secondsource.quantity.Money;
import java.math.BigDecimal;

/**
 * A part of a workload given to an offer.
 *
 * @param workload workload id
 * @param offer offer id
 * @param designer who designs the accelerator
 * @param provider who sells the offer
 * @param share of the workload's volume, above 0 up to 1
 * @param perMonth cost of that share; what runs on capacity paid for already costs nothing more
 */
public record Share(String workload, String offer, String designer, String provider, BigDecimal share, Money perMonth) {}
