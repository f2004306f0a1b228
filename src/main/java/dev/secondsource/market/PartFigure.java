package dev.secondsource.market;

import dev.secondsource.evidence.Evidence;
import java.math.BigDecimal;

/**
 * A figure of a supplier as it holds for one of its parts: a lead time quoted for Blackwell says nothing of Hopper.
 *
 * @param accelerator market id of the part
 * @param figure what is counted
 * @param value in the figure's unit
 * @param evidence source, grade and date; of several of one part and figure the newest holds
 */
public record PartFigure(String accelerator, Supplier.Figure figure, BigDecimal value, Evidence evidence) {}
