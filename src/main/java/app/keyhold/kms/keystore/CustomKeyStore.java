package app.keyhold.kms.keystore;

import java.time.Instant;
import java.util.Optional;

/// A custom key store as it stands.
///
/// @param id `cks-` and 17 hexadecimal digits
/// @param connectionError why connecting failed; of a FAILED one alone
/// @param changedBy number of the audit row that wrote it
public record CustomKeyStore(
        String id,
        String name,
        Instant created,
        ConnectionState state,
        Optional<ConnectionErrorCode> connectionError,
        Backing backing,
        long changedBy) {
    /// The quota of a Region.
    public static final int MOST = 10;

    public CustomKeyStoreType type() {
        return switch (backing) {
            case Backing.Token _ -> CustomKeyStoreType.AWS_CLOUDHSM;
            case Backing.Proxy _ -> CustomKeyStoreType.EXTERNAL_KEY_STORE;
        };
    }

    /// Of a store on a token.
    public Optional<String> clusterId() {
        return backing instanceof Backing.Token token ? Optional.of(token.clusterId()) : Optional.empty();
    }

    public boolean isConnected() {
        return state == ConnectionState.CONNECTED;
    }

    public CustomKeyStore withName(String now) {
        return new CustomKeyStore(id, now, created, state, connectionError, backing, changedBy);
    }

    public CustomKeyStore withBacking(Backing now) {
        return new CustomKeyStore(id, name, created, state, connectionError, now, changedBy);
    }

    public CustomKeyStore connected() {
        return new CustomKeyStore(id, name, created, ConnectionState.CONNECTED, Optional.empty(), backing, changedBy);
    }

    public CustomKeyStore failed(ConnectionErrorCode why) {
        return new CustomKeyStore(id, name, created, ConnectionState.FAILED, Optional.of(why), backing, changedBy);
    }

    public CustomKeyStore disconnected() {
        return new CustomKeyStore(
                id, name, created, ConnectionState.DISCONNECTED, Optional.empty(), backing, changedBy);
    }

    public CustomKeyStore withChangedBy(long row) {
        return new CustomKeyStore(id, name, created, state, connectionError, backing, row);
    }
}
