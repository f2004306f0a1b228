/** What differs between two decisions, or two sets of rules, and because of what? */
@NullMarked
package dev.secondsource.comparison;

import org.jspecify.annotations.NullMarked;
