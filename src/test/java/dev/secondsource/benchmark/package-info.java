/** How fast is it? Run by hand: {@code .ci/startup} and {@code mvn -q -B -Pbenchmark test-compile exec:exec}; that time grows with a market and not with its square is tested with the rest. */
package dev.secondsource.benchmark;
