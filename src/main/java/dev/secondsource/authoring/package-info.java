/** What would a person who works on the rules want to know? Whether they are sound, what they reach, what a change changes. */
@NullMarked
package dev.secondsource.authoring;

import org.jspecify.annotations.NullMarked;
