/** What do price lists and results that others publish say, and which of it can be believed? */
@NullMarked
package dev.secondsource.catalogue;

import org.jspecify.annotations.NullMarked;
