package dev.secondsource.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One origin of one number.
 *
 * @param subject what it speaks of, for a person: {@code price of aws:p5.48xlarge:us-east-1:on-demand}
 * @param source citation or address, as the market, profile or policy file gives it
 * @param grade how far it can be trusted
 * @param date when it was true or published; for an upper bound the latest possible day; null if the fact is timeless
 *     policy or the buyer's own statement
 */
public record Evidence(String subject, String source, Grade grade, @Nullable LocalDate date) implements Comparable<Evidence> {
    private static final String LOWERED = "; grade lowered from ";
    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::subject)
            .thenComparing(Evidence::source)
            .thenComparing(Evidence::grade)
            .thenComparing(Evidence::date, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** Known on a day: facts of later days are invisible to a decision. */
    public boolean visibleAt(LocalDate asOf) {
        return date == null || !date.isAfter(asOf);
    }

    /** The grade it was given by whoever put it on file, before anything lowered it. */
    public Grade given() {
        int at = source.indexOf(LOWERED);
        return at < 0 ? grade : Grade.valueOf(source.substring(at + LOWERED.length(), at + LOWERED.length() + 2));
    }

    /** Believed a grade less; the source says why. What is graded E4 stays E4. */
    public Evidence lowered(String why) {
        Grade weaker = Grade.values()[Math.min(grade.ordinal() + 1, Grade.values().length - 1)];
        return new Evidence(subject, source + " (" + why + LOWERED + grade + ")", weaker, date);
    }

    @Override
    public int compareTo(Evidence other) {
        return ORDER.compare(this, other);
    }
}
