package app.keyhold.vault;

import app.keyhold.kms.Client;

/// What the rest of the program does with a vault while it is open: the schedule, the desktop's screens.
public interface Attendant {
    Attendant NONE = new Attendant() {};

    /// Once for each Region that is here, after the Unlock event is durable and before the person gets the vault.
    ///
    /// @param vault as it is seen from that Region
    /// @param schedule the Region's door as the `kms` service has it: what falls due is done through this
    default void unlocked(OpenVault vault, Client schedule) {}

    /// Before a lock refuses new calls, for each Region: stop what would call.
    default void locking(OpenVault vault) {}
}
