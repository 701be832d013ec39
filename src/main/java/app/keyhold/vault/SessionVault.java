package app.keyhold.vault;

import app.keyhold.kms.Client;

/// An open vault as a session of a role has it.
///
/// @param vault as the person has it who unlocked
record SessionVault(OpenVault vault, Client client) implements DelegatedVault {
    @Override
    public OpenVault in(String region) {
        OpenVault place = vault.in(region);
        return new SessionVault(place, new Client(place.client().kms(), client.caller()));
    }
}
