/** What do the heuristics say of a subject, on which values, and by whose authority? */
package dev.secondsource.knowledge;
