/** What follows from the findings about a candidate? */
package dev.secondsource.verdict;
