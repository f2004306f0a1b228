/** What do the files on disk and in the bundle say, and what is wrong with them? The only package that reads disk. */
package dev.secondsource.files;
