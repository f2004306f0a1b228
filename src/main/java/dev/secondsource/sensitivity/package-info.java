/** What would change the answer, how far off is it, and how much does each input matter? Found by deciding again, never by a formula. */
package dev.secondsource.sensitivity;
