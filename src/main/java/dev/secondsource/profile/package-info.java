/** Who buys, what for, under which limits, and what matters to them? */
package dev.secondsource.profile;
