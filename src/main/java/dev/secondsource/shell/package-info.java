/** How does a person or a script talk to Second Source? Commands, their help and completion, prompt and exit codes. */
@NullMarked
package dev.secondsource.shell;

import org.jspecify.annotations.NullMarked;
