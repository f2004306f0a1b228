/** Which share of each workload goes to which offer? */
package dev.secondsource.allocation;
