/** What should this buyer do, and on what does that answer rest? The one use case, readable top to bottom. */
package dev.secondsource.decision;
