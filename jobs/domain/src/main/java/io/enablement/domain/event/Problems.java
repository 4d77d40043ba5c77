package io.enablement.domain.event;

import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks that several families share; the first problem found is the answer. */
final class Problems {

    private static final Set<String> CURRENCIES =
            Currency.getAvailableCurrencies().stream()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toUnmodifiableSet());

    /** Ten trillion of most currencies; sums of such amounts still fit into 64 bits. */
    private static final long GREATEST_AMOUNT_MINOR = 1_000_000_000_000_000L;

    private Problems() {}

    @SafeVarargs
    static Optional<String> first(Optional<String>... problems) {
        for (Optional<String> problem : problems) {
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    static Optional<String> when(boolean wrong, String problem) {
        return wrong ? Optional.of(problem) : Optional.empty();
    }

    static Optional<String> empty(String field, String value) {
        return value.isBlank() ? Optional.of(field + " is empty") : Optional.empty();
    }

    /** An amount is never negative and never without the currency that gives it a meaning. */
    static Optional<String> amount(String field, Long amountMinor, String currency) {
        if (amountMinor != null && amountMinor < 0) {
            return Optional.of(field + " is negative");
        }
        if (amountMinor != null && amountMinor > GREATEST_AMOUNT_MINOR) {
            return Optional.of(field + " is over 10^15");
        }
        if (amountMinor != null && currency.isBlank()) {
            return Optional.of(field + " has no currency");
        }
        if (!currency.isBlank() && !CURRENCIES.contains(currency)) {
            return Optional.of("currency " + currency + " is not an ISO 4217 code");
        }
        return Optional.empty();
    }

    static Optional<String> time(String field, Long micros) {
        return micros != null && Envelope.outOfRange(micros)
                ? Optional.of(field + " is not between 1970 and 2100")
                : Optional.empty();
    }
}
