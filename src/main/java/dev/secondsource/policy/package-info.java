/** Which thresholds, bounds and planning values does the decision use, since when, and on whose authority? */
package dev.secondsource.policy;
