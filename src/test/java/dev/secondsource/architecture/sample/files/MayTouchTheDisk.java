package dev.secondsource.architecture.sample.files;

/** Good. */
public final class MayTouchTheDisk {
    public boolean there() { return java.nio.file.Files.exists(java.nio.file.Path.of("x")); }
}
