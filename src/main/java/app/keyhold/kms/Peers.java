package app.keyhold.kms;

import app.keyhold.kms.key.MaterialWrapping;
import java.util.List;
import java.util.Optional;

/// The other Regions of the vault, as far as they are in reach just now. What one Region has to take over from another it
/// reads here; writing is done through the other's own door.
public interface Peers {
    /// Of a Region that is the only one.
    Peers NONE = new Peers() {
        @Override
        public Optional<Peer> find(String region) {
            return Optional.empty();
        }

        @Override
        public List<String> regions() {
            return List.of();
        }
    };

    Optional<Peer> find(String region);

    /// The vault's Regions, also those that are out of reach.
    List<String> regions();

    /// @param view the newest published state
    /// @param materials to lend, never to make any
    record Peer(View view, MaterialWrapping materials) {}
}
