package dev.secondsource.candidate;

import dev.secondsource.fit.ExportControl;
import dev.secondsource.knowledge.Meaning;
import dev.secondsource.market.Accelerator;
import dev.secondsource.market.Fact;
import dev.secondsource.market.Supplier;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.DeliveryMode;
import dev.secondsource.profile.Jurisdictions;
import dev.secondsource.profile.Site;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What law says of bringing this chip to the buyer's site, and of dealing with its makers and sellers. */
public record Export(
        @Meaning("fact that the chip would have to be sent across a border to the buyer's site") boolean shipped,
        @Meaning("fact that the site lies in a country under chip export control") boolean listedDestination,
        @Meaning("country of the site") @Nullable String destination,
        @Meaning("total processing performance (TPP)") @Nullable BigDecimal processingPerformance,
        @Meaning("memory bandwidth (GB/s)") @Nullable BigDecimal memoryBandwidth,
        @Meaning("fact that the buyer holds an export licence") @Nullable Boolean licenceHeld,
        @Meaning("fact that the buyer must keep clear of restricted parties") boolean listsBind,
        @Meaning("lists on which a supplier stands") List<String> restrictedBy) {

    /** @param site where the machine would stand, null if it would not be bought */
    static Export of(DeliveryMode mode, Accelerator accelerator, Supplier designer, Supplier provider, BuyerProfile buyer, @Nullable Site site) {
        Site there = mode != DeliveryMode.OWN ? null : site != null ? site : buyer.sites().isEmpty() ? null : buyer.sites().get(0);
        return new Export(
                there != null && !there.jurisdiction().equals(designer.jurisdiction()),
                there != null && Jurisdictions.isUnderChipControl(there.jurisdiction()),
                there == null ? null : there.jurisdiction(),
                ExportControl.totalProcessingPerformance(accelerator),
                accelerator.memoryBandwidthGBs(),
                buyer.exportLicence(),
                !buyer.restrictedLists().isEmpty(),
                Stream.of(designer, provider).distinct()
                        .flatMap(s -> s.restrictedBy().stream().map(Fact::value).filter(buyer.restrictedLists()::contains).map(list -> s.name() + " on " + list))
                        .distinct().sorted().toList());
    }
}
