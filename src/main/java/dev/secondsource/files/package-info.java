/** What do the files on disk say, and where are they wrong? The only package that reads disk. */
package dev.secondsource.files;
