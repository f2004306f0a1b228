/** What would the tool have told buyers whose decisions, and what came of them, are public? */
package dev.secondsource.cases;
