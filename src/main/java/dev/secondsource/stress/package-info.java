/** What happens to an allocation when the world is not as assumed? */
package dev.secondsource.stress;
