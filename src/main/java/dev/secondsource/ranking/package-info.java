/** Which of the candidates with the same verdict serves this buyer best, by fixed bounds and the buyer's own order? */
package dev.secondsource.ranking;
