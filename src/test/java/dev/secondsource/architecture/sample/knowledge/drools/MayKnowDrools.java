package dev.secondsource.architecture.sample.knowledge.drools;

/** Good. */
public final class MayKnowDrools {
    public org.kie.api.KieBase base;
}
