package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the data would be, whose law reaches the operator, and what the provider attests. */
public record Residency(
        @Meaning("country the data would be in") @Nullable String dataCountry,
        @Meaning("permission to hold the data there") @Nullable Boolean dataAllowed,
        @Meaning("country whose law reaches the operator") @Nullable String operatorCountry,
        @Meaning("permission for such an operator") @Nullable Boolean operatorAllowed,
        @Meaning("fact that the buyer asks for attestations") boolean certificationsRequired,
        @Meaning("attestations that are missing") @Nullable List<String> missingCertifications,
        @Meaning("least sovereignty level (SEAL) the buyer accepts") @Nullable Integer sovereigntyRequired,
        @Meaning("sovereignty level (SEAL) of the provider's weakest objective") @Nullable Integer sovereigntyLevel,
        @Meaning("fact that the machines would stand in a country under chip export control")
                @Nullable Boolean listedDestination,
        @Meaning("fact that the EU Data Act gives the buyer a right to switch providers") boolean switchingLaw) {}
