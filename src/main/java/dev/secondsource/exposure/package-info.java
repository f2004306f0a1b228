/** How concentrated is a set of shares, and what would change that? */
package dev.secondsource.exposure;
