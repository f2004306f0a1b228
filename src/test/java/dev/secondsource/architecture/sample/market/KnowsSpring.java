package dev.secondsource.architecture.sample.market;

/** Bad: Spring below the edges. */
public final class KnowsSpring {
    public org.springframework.context.ApplicationContext context;
}
