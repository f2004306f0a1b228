package dev.secondsource.files;

/**
 * Where one value stands in a text.
 *
 * @param line 1-based line of its key, or of itself where it has none
 * @param start offset of its first character
 * @param end offset after its last character, comments not counted
 * @param column 0-based column of its first key or item; indents what is added to it
 * @param flow written in braces or brackets, as in JSON
 */
record YamlPlace(int line, int start, int end, int column, boolean flow) {}
