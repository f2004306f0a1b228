/** How are the rule files read, checked, compiled and asked? The only package that knows Drools. */
package dev.secondsource.knowledge.drools;
