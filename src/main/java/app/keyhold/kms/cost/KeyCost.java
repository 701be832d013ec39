package app.keyhold.kms.cost;

import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.key.KeyState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What one key would cost in one month.
///
/// @param keyId, spec and state are there for a single key only
/// @param aliases with their prefix, in order
/// @param hours of the month that are charged
/// @param chargedRotations how many of its rotations add to the price by the month's end
/// @param estimatedRequests before free requests are taken off
/// @param estimatedTotal the same
public record KeyCost(
        Subject subject,
        Optional<String> keyId,
        List<String> aliases,
        Optional<KeySpec> spec,
        Optional<KeyState> state,
        long hours,
        BigDecimal estimatedStorage,
        int chargedRotations,
        BigDecimal estimatedRotations,
        List<RequestCost> requests,
        BigDecimal estimatedRequests,
        BigDecimal estimatedTotal) {
    /// DELETED_KEYS: all keys that are gone. NO_KEY: requests about none, such as ListKeys.
    public enum Subject {
        KEY,
        DELETED_KEYS,
        NO_KEY
    }

    public KeyCost {
        aliases = List.copyOf(aliases);
        requests = List.copyOf(requests);
    }

    public long requestCount() {
        return requests.stream().mapToLong(RequestCost::count).sum();
    }
}
