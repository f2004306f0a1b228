package dev.secondsource.catalogue;

import dev.secondsource.market.PricingKind;
import java.io.Reader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * CSV in the columns of gpuhunt: {@code instance_name, location, price, gpu_count, gpu_name, gpu_memory, spot} and
 * others. {@code gpu_memory} is GB of one accelerator. A combined catalogue names the provider of each row.
 */
final class GpuhuntCatalogue {
    private static final List<String> REQUIRED = List.of("instance_name", "location", "price", "gpu_count", "gpu_name", "spot");

    private GpuhuntCatalogue() {}

    /** @param provider rows of another one are passed over */
    static void read(String file, Reader text, Providers provider, String currency, Sink sink) {
        CsvRows.read(file, text, REQUIRED, row -> {
            sink.row();
            row(file, row, provider, currency, sink);
        });
    }

    private static void row(String file, CsvRows.Row row, Providers provider, String currency, Sink sink) {
        String seller = row.cell("provider");
        BigDecimal count = Figures.number(row.cell("gpu_count"));
        String accelerator = row.cell("gpu_name");
        String machine = row.text("instance_name");
        if (seller != null && !provider.is(seller) || accelerator == null && (count == null || count.signum() == 0)) {
            sink.passOver();
            return;
        }
        Listing listing = new Listing(file, row.line(), machine, accelerator, Listing.says(machine, accelerator, row.cell("flags")), count, memory(row), row.text("location"), null,
                row.cell("currency") == null ? currency : row.text("currency"));
        String spot = row.text("spot").toLowerCase(Locale.ROOT);
        String price = row.cell("price");
        if (price == null)
            sink.refuse(listing.refuse(Reason.NOT_OFFERED, machine, machine + " has no price in " + row.text("location"), "it is listed there and not sold there; nothing is lost"));
        else if (accelerator == null)
            sink.refuse(listing.refuse(Reason.UNKNOWN_ACCELERATOR, "(no name)", machine + " holds accelerators, and the row does not name them", "fill in gpu_name"));
        else listing.price(price, spot.equals("true") || spot.equals("1") || spot.equals("yes") ? PricingKind.SPOT : PricingKind.ON_DEMAND, null, "", sink);
    }

    /** Zero stands for "not known": so TPUs are printed. */
    private static @Nullable BigDecimal memory(CsvRows.Row row) {
        BigDecimal memory = Figures.number(row.cell("gpu_memory"));
        return memory == null || memory.signum() <= 0 ? null : memory;
    }
}
