/** Does a workload fit an accelerator, how many does it take, and how fast do they run it? */
package dev.secondsource.fit;
