package app.keyhold.kms;

import app.keyhold.kms.key.MaterialWrapping;
import java.util.Optional;

/// The other Regions of the vault, as far as they are in reach just now. What one Region has to take over from another it
/// reads here; writing is done through the other's own door.
public interface Peers {
    Peers NONE = region -> Optional.empty();

    Optional<Peer> find(String region);

    /// @param view the newest published state
    /// @param materials to lend, never to make any
    record Peer(View view, MaterialWrapping materials) {}
}
