/** How does a person or another program read a decision? Pure functions from data to text; nothing here prints. */
package dev.secondsource.report;
