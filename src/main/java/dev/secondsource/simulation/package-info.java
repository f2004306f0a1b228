/** How often does an answer hold, and what may it cost, if prices, demand, speeds and lead times are drawn at random from what is plausible? */
package dev.secondsource.simulation;
