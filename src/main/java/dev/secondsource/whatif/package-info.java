/** How are the inputs of a decision changed, to see what would be decided then? */
@NullMarked
package dev.secondsource.whatif;

import org.jspecify.annotations.NullMarked;
