/** Does the jar, as it is shipped, start and behave? Run by Failsafe on {@code target/secondsource.jar}. */
package dev.secondsource.packaged;
