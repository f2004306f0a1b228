package dev.secondsource.knowledge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a word of the rules means: on every record component that a rule may read. The text completes "the …", names
 * a missing input to the buyer, and is the rule author's dictionary.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Meaning {
    /** Completes "the …": {@code unit cost relative to the incumbent's}. */
    String value();

    /** How a value prints. */
    Unit unit() default Unit.PLAIN;

    /** How numbers are shown to people; the number itself never changes. */
    enum Unit {
        /** As it is. */
        PLAIN,
        /** 0–1, shown as percent. */
        SHARE,
        /** Shown with up to three significant decimals. */
        RATIO,
        DAYS, MONTHS, WEEKS, YEARS, HOURS, MILLISECONDS, QUARTERS,
        GIB, KILOWATT, POINTS, MONEY
    }
}
