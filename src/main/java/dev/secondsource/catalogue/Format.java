package dev.secondsource.catalogue;

import dev.secondsource.evidence.Grade;

/** The published forms that can be read. */
public enum Format {
    /** Catalogue CSV of the SkyPilot project: one machine in one zone a row, with an on-demand and a spot price. */
    SKYPILOT("SkyPilot catalogue", Grade.E2),
    /** Catalogue CSV in the columns of gpuhunt: one machine in one region a row, spot or not. */
    GPUHUNT("gpuhunt catalogue", Grade.E2),
    /** Offer file of the AWS price list, bulk form: products and terms. */
    AWS_PRICE_LIST("AWS price list", Grade.E1),
    /** Answer of the Azure retail prices API. */
    AZURE_RETAIL("Azure retail prices", Grade.E1),
    /** FOCUS 1.0 to 1.2 cost and usage export: what one buyer really paid. */
    FOCUS("FOCUS export", Grade.E1),
    /** Summary of MLPerf results, JSON or CSV. */
    MLPERF("MLPerf results", Grade.E1);

    private final String title;
    private final Grade grade;

    Format(String title, Grade grade) {
        this.title = title;
        this.grade = grade;
    }

    /** As people write it. */
    public String title() {
        return title;
    }

    /** What a row of it deserves at best: a seller's own list or invoice E1, a list that somebody else compiled E2. */
    public Grade grade() {
        return grade;
    }

    /** Names what one buyer paid: confidential, never to be passed on. */
    public boolean isConfidential() {
        return this == FOCUS;
    }

    /** Holds prices of a seller; the other holds measurements. */
    public boolean isOfPrices() {
        return this != MLPERF;
    }
}
