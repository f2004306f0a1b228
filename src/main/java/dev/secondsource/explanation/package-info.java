/** Why does a decision say what it says, down to each value, threshold and source? As data; printed elsewhere. */
package dev.secondsource.explanation;
