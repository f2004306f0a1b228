package dev.secondsource.profile;

/**
 * Something the profile leaves out and the decision therefore takes for granted; a footnote of the answer.
 *
 * @param path the key left out: {@code workloads.serve.surge}
 * @param taken what is assumed instead: {@code 0.5}, {@code unlimited}
 * @param title what the key is, for people
 */
public record Assumption(String path, String taken, String title) {
    /** {@code workloads.serve.surge is not given: taken as 0.5 (Surge)}. */
    @Override
    public String toString() {
        return path + " is not given: taken as " + taken + " (" + title + ")";
    }
}
