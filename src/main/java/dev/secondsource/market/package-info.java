/** What is for sale, by whom, at what price, and what has been measured of it? */
package dev.secondsource.market;
