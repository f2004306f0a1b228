package dev.secondsource.profile;

/** How the buyer may get capacity: by the hour, under a commitment, or bought and housed at an own site. */
public enum DeliveryMode {
    RENT,
    RESERVE,
    OWN
}
