/** Where does a number come from, and how far can it be trusted? */
package dev.secondsource.evidence;
