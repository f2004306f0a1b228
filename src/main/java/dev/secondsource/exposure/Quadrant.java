package dev.secondsource.exposure;

/** How a purchase is to be approached (Kraljic 1983): by what it weighs in cost, and by how risky its supply is. */
public enum Quadrant {
    NON_CRITICAL,
    LEVERAGE,
    BOTTLENECK,
    STRATEGIC
}
