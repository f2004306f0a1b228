package dev.secondsource.market;

/** What one unit of an offer is, and so what several of them can become. Their count alone does not tell: a machine may hold one chip. */
public enum SoldAs {
    /** Accelerators one by one, or a slice of them: as many as a scale-up domain holds are coupled into one. */
    ACCELERATOR,
    /** A whole server: nothing is left of it that others of its like could be cut from, and it joins them in a cluster. */
    MACHINE,
    /** Part of a server, or one without the network of its larger kin: it couples what it holds and nothing beyond. */
    PART_OF_A_MACHINE
}
