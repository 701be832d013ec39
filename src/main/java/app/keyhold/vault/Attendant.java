package app.keyhold.vault;

import app.keyhold.kms.Client;

/// What the rest of the program does with a vault while it is open: the schedule, the desktop's screens.
public interface Attendant {
    Attendant NONE = new Attendant() {};

    /// After the Unlock event is durable and before the person gets the vault.
    ///
    /// @param schedule the door as the `kms` service has it: what falls due is done through this
    default void unlocked(OpenVault vault, Client schedule) {}

    /// Before a lock refuses new calls: stop what would call.
    default void locking(OpenVault vault) {}
}
