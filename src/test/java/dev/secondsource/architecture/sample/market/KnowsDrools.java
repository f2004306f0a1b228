package dev.secondsource.architecture.sample.market;

/** Bad: Drools outside its package. */
public final class KnowsDrools {
    public org.kie.api.KieBase base;
}
