package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import dev.secondsource.quantity.Decimals;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue CSVs of SkyPilot: {@code InstanceType, AcceleratorName, AcceleratorCount, GpuInfo, Price, SpotPrice,
 * Region, AvailabilityZone}, in an order and with further columns that differ by cloud. {@code GpuInfo} is a mapping
 * printed by Python, or JSON. For Google the price of a machine and that of the accelerators in it stand in two rows.
 */
final class SkyPilotCatalogue {
    private static final List<String> REQUIRED = List.of("InstanceType", "AcceleratorName", "AcceleratorCount", "Price", "Region");
    private static final Pattern CHIP_MEMORY = Pattern.compile("MemoryInfo['\"]\\s*:\\s*\\{\\s*['\"]SizeInMiB['\"]\\s*:\\s*([0-9.]+)");
    private static final Pattern ALL_MEMORY = Pattern.compile("TotalGpuMemoryInMiB['\"]\\s*:\\s*([0-9.]+)");
    private static final Pattern CHIP_NAME = Pattern.compile("['\"]Name['\"]\\s*:\\s*['\"]([^'\"]*)['\"]");
    private static final BigDecimal MIB = BigDecimal.valueOf(1024);

    private SkyPilotCatalogue() {}

    static void read(String file, Reader text, String currency, Sink sink) {
        CsvRows.read(file, text, REQUIRED, row -> {
            sink.row();
            row(file, row, currency, sink);
        });
    }

    private static void row(String file, CsvRows.Row row, String currency, Sink sink) {
        String machine = row.text("InstanceType");
        String accelerator = row.cell("AcceleratorName");
        String info = row.text("GpuInfo");
        Matcher name = CHIP_NAME.matcher(info);
        String detail = name.find() ? name.group(1) : null;
        BigDecimal count = Figures.number(row.cell("AcceleratorCount"));
        Listing listing = new Listing(file, row.line(), machine, accelerator, Listing.says(machine, accelerator, detail), count, memory(row, info, count, accelerator, sink),
                row.text("Region"), row.cell("AvailabilityZone"), row.cell("Currency") == null ? currency : row.text("Currency"));
        String onDemand = row.cell("Price");
        String spot = row.cell("SpotPrice");
        if (accelerator == null && !sink.knowsMachine(machine)) {
            sink.passOver();
        } else if (accelerator == null || machine.isEmpty() && !accelerator.toLowerCase(Locale.ROOT).startsWith("tpu")) {
            sink.half(listing, onDemand, spot);
        } else if (onDemand == null && spot == null) {
            String place = row.cell("AvailabilityZone") == null ? row.text("Region") : row.text("AvailabilityZone");
            sink.refuse(listing.refuse(Reason.NOT_OFFERED, machine, (machine.isEmpty() ? accelerator : machine) + " has no price of any kind in " + place,
                    "it is listed there and not sold there; nothing is lost"));
        } else {
            if (onDemand != null) listing.price(onDemand, PricingKind.ON_DEMAND, null, "", sink);
            if (spot != null) listing.price(spot, PricingKind.SPOT, null, "", sink);
        }
    }

    /**
     * GiB of one accelerator. What is printed as MiB and would be less than one GiB is GiB: no accelerator is so small. Some
     * clouds print there what all accelerators of the machine have together, and some print as their sum what one has:
     * where the two are the same the part tells which it is, and if it may be either it is not known.
     */
    private static @Nullable BigDecimal memory(CsvRows.Row row, String info, @Nullable BigDecimal count, @Nullable String accelerator, Sink sink) {
        Matcher chip = CHIP_MEMORY.matcher(info);
        if (chip.find()) {
            BigDecimal size = gib(chip.group(1));
            Matcher sum = ALL_MEMORY.matcher(info);
            if (size == null || accelerator == null || count == null || count.compareTo(BigDecimal.ONE) <= 0 || !sum.find() || !size.equals(gib(sum.group(1)))) return size;
            BigDecimal share = Decimals.divide(size, count);
            boolean ofOne = sink.mayHave(accelerator, size);
            boolean ofAll = sink.mayHave(accelerator, share);
            return ofOne && ofAll ? null : ofAll ? share : size;
        }
        for (String column : row.columns()) {
            if (!column.startsWith("total") || !column.contains("memoryinmib")) continue;
            BigDecimal total = Figures.number(row.cell(column));
            if (total != null && count != null && count.signum() > 0) return Decimals.divide(total, MIB.multiply(count));
        }
        return null;
    }

    private static @Nullable BigDecimal gib(String printed) {
        BigDecimal size = Figures.number(printed);
        return size == null || size.signum() <= 0 ? null : size.compareTo(MIB) < 0 ? size : Decimals.divide(size, MIB);
    }
}
