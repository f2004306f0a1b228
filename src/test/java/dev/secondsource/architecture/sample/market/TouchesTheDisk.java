package dev.secondsource.architecture.sample.market;

/** Bad: the disk outside files. */
public final class TouchesTheDisk {
    public boolean there() { return java.nio.file.Files.exists(java.nio.file.Path.of("x")); }
}
