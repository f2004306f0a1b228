package dev.secondsource.candidate;

import dev.secondsource.knowledge.Meaning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the data would be, whose law reaches the operator, and what the provider attests. */
public record Residency(
        @Meaning("fact that the buyer limits where data may be") boolean dataRestricted,
        @Meaning("country the data would be in") @Nullable String dataCountry,
        @Meaning("permission to hold the data there") @Nullable Boolean dataAllowed,
        @Meaning("fact that the buyer limits who may operate the service") boolean operatorRestricted,
        @Meaning("country whose law reaches the operator") @Nullable String operatorCountry,
        @Meaning("permission for such an operator") @Nullable Boolean operatorAllowed,
        @Meaning("fact that the buyer asks for attestations") boolean certificationsRequired,
        @Meaning("fact that the provider shows every attestation asked for") @Nullable Boolean certified,
        @Meaning("attestations that are missing") List<String> missingCertifications,
        @Meaning("fact that the buyer asks a provider for a sovereignty level") boolean sovereigntyAsked,
        @Meaning("least sovereignty level (SEAL) the buyer accepts") @Nullable Integer sovereigntyRequired,
        @Meaning("sovereignty level (SEAL) of the provider's weakest objective") @Nullable Integer sovereigntyLevel) {}
