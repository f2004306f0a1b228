package dev.secondsource.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part of what the buyer runs today.
 *
 * @param workload id of the workload it serves
 * @param offer market id of the offer, or null if only the accelerator and provider are known
 * @param accelerator market id of the accelerator
 * @param provider market id of the provider; {@code own} for owned machines
 * @param share share of that workload's work done on it, 0–1
 */
public record FleetItem(String workload, @Nullable String offer, String accelerator, String provider, BigDecimal share) {}
