/** How fast is it? Run by hand: {@code .ci/startup} and {@code mvn -q -B -Pbenchmark test-compile exec:exec}. */
package dev.secondsource.benchmark;
