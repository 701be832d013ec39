package app.keyhold.desktop.unlock;

import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;

/// What a passphrase opens. Both run off the FX thread.
public interface Door {
    /// @throws app.keyhold.vault.VaultException
    OpenVault open(Unlocking how);

    /// What was opened, but came after nobody waited for it any more.
    void drop(OpenVault late);

    /// A locked vault: whatever comes too late is locked again.
    static Door of(Vaults vaults, Path folder) {
        return new Door() {
            @Override
            public OpenVault open(Unlocking how) {
                return vaults.unlock(folder, how);
            }

            @Override
            public void drop(OpenVault late) {
                late.lock();
            }
        };
    }

    /// A vault that stayed open behind a locked window: its own person's passphrase shows it again.
    static Door before(OpenVault open, Vaults vaults) {
        return new Door() {
            @Override
            public OpenVault open(Unlocking how) {
                vaults.prove(open.folder(), how);
                return open;
            }

            @Override
            public void drop(OpenVault late) {
                // It was open all the time.
            }
        };
    }
}
