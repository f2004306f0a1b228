package dev.secondsource.catalogue;

/**
 * A row that is not taken, and why.
 *
 * @param file name of the file, as the user gave it
 * @param line 1-based line the row begins on
 * @param reason the kind of fault
 * @param subject what is at fault, so that like ones can be counted: an accelerator's name, a machine, a region
 * @param what what is wrong, with the figures
 * @param mend what would be right
 */
public record Refusal(String file, int line, Reason reason, String subject, String what, String mend) {}
