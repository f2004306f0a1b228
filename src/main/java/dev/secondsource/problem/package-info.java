/** What is wrong with an input, where, and what would be right? */
package dev.secondsource.problem;
