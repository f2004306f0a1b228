/** What does it cost: per unit of work, a month, over the horizon; and compared with the incumbent? */
package dev.secondsource.cost;
