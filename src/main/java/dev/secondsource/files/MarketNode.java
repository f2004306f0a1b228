package dev.secondsource.files;

import java.util.List;
import java.util.Map;

/** A piece of a market file that still knows its line: a cell, a list, or named values (a row, a mapping). */
sealed interface MarketNode {
    int line();

    record Text(String value, int line) implements MarketNode {}

    record Items(List<MarketNode> values, int line) implements MarketNode {}

    record Named(Map<String, MarketNode> values, int line) implements MarketNode {}
}
