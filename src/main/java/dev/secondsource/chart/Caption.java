package dev.secondsource.chart;

/**
 * What a picture is called, and what it shows for those who do not see it.
 *
 * @param id unique in its page, letters, digits and hyphens
 * @param title a few words
 * @param description what can be read off it
 */
public record Caption(String id, String title, String description) {}
