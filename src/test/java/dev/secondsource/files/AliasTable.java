package dev.secondsource.files;

import dev.secondsource.Shipped;
import dev.secondsource.catalogue.Alias;
import java.util.List;
import java.util.Optional;

/** The table of names that ships with the program, for tests of other packages. */
public final class AliasTable {
    private AliasTable() {}

    public static List<Alias> shipped() {
        return CatalogueTables.aliases(Optional.empty(), Shipped.market().accelerators().keySet()).orThrow();
    }
}
