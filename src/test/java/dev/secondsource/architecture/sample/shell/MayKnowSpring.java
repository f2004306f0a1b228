package dev.secondsource.architecture.sample.shell;

/** Good. */
public final class MayKnowSpring {
    public org.springframework.context.ApplicationContext context;
}
