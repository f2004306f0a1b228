package dev.secondsource.shell;

import dev.secondsource.report.Confidential;
import dev.secondsource.report.Page;

/** How a result is printed that is read, processed or put in a spreadsheet. */
enum Printed {
    /** For reading in a terminal, with plots. */
    TEXT,
    /** All of it, as data. */
    JSON,
    /** One row for each thing in it, for a spreadsheet. */
    CSV;

    /** Which of them. */
    static final Option<Printed> OUTPUT = Option.of("output", Value.oneOf(Printed.class).called("FORMAT"), "how to print it").letter('o').byDefault(TEXT);

    /** A result so printed, marked if it rests on negotiated prices. */
    String marked(boolean confidential, String result, Output output) {
        return switch (this) {
            case TEXT -> Confidential.text(confidential, result, output.display().colour());
            case JSON -> Confidential.json(confidential, result);
            case CSV -> Confidential.csv(confidential, result);
        };
    }

    /** What a text is written on. */
    static Page page(Output output, int rows) {
        Display display = output.display();
        return new Page(display.width(), display.colour(), rows);
    }
}
