package dev.secondsource.report;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** Two spaces a level, but nothing between the parts of an object that is to take one line. */
final class JsonLayout extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;

    private boolean onOneLine;

    JsonLayout() {
        super(Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER).withArrayEmptySeparator("").withObjectEmptySeparator(""));
        Breaks breaks = new Breaks();
        indentObjectsWith(breaks);
        indentArraysWith(breaks);
    }

    private final class Breaks extends DefaultIndenter {
        private static final long serialVersionUID = 1L;

        Breaks() {
            super("  ", "\n");
        }

        @Override
        public void writeIndentation(JsonGenerator generator, int level) {
            if (!onOneLine) super.writeIndentation(generator, level);
        }
    }

    /** It holds the state of one text, so it is not to be copied for another. */
    @Override
    public DefaultPrettyPrinter createInstance() {
        return this;
    }

    boolean isOnOneLine() {
        return onOneLine;
    }

    /** @return how it was before */
    boolean onOneLine(boolean now) {
        boolean was = onOneLine;
        onOneLine = now;
        return was;
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator generator) {
        if (onOneLine) generator.writeRaw(':');
        else super.writeObjectNameValueSeparator(generator);
    }
}
