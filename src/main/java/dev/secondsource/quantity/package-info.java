/** How much, in which unit? Exact decimals and money, the ground everything else stands on. */
package dev.secondsource.quantity;
