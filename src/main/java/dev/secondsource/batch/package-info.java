/** How do many profiles get their decisions, one bad file not stopping the others? */
@NullMarked
package dev.secondsource.batch;

import org.jspecify.annotations.NullMarked;
