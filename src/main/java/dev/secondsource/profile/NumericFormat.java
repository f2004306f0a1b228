package dev.secondsource.profile;

/** The numeric formats in which accelerators state their peak rates and models their weights. */
public enum NumericFormat {
    FP64(8), FP32(4), TF32(4), BF16(2), FP16(2), FP8(1), INT8(1), FP4(0.5);

    private final double bytes;

    NumericFormat(double bytes) {
        this.bytes = bytes;
    }

    /** Bytes one value takes in memory. */
    public double bytes() {
        return bytes;
    }
}
