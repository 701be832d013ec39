package app.keyhold;

import app.keyhold.cli.Rooms;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.TokenProcesses;
import app.keyhold.files.FileService;
import app.keyhold.files.KeySeal;
import app.keyhold.files.Notebook;
import app.keyhold.files.WarmUp;
import app.keyhold.files.bin.Bin;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.RegionDoors;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.vault.CaughtUp;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Practice;
import app.keyhold.vault.Timetable;
import app.keyhold.vault.Vaults;
import app.keyhold.xks.HttpXksProxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The one place that constructs and connects everything.
public final class Wiring implements Rooms {
    private final ForwardedAccess filesAccess = new ForwardedAccess(Principal.Service.FILES);
    private final Clock clock;
    private final Timekeeping timekeeping;
    private final Vaults vaults;
    private final Path stateFolder;
    private final Bin bin;

    /// For this computer and its user.
    public Wiring() {
        this(Clock.systemUTC(), Vaults.defaultStateFolder(), Bin.ofThisComputer(Clock.systemUTC()));
    }

    /// With a bin of its own.
    ///
    /// @param stateFolder what this computer remembers of vaults
    public Wiring(Clock clock, Path stateFolder) {
        this(clock, stateFolder, Bin.in(stateFolder.resolve("bin"), clock));
    }

    private Wiring(Clock clock, Path stateFolder, Bin bin) {
        this.clock = clock;
        this.stateFolder = stateFolder;
        this.bin = bin;
        this.timekeeping = new Timekeeping(clock);
        this.vaults = new Vaults(
                clock, stateFolder, timekeeping, new KeyStoreBackends(new TokenProcesses(), new HttpXksProxy(clock)));
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Vaults vaults() {
        return vaults;
    }

    /// The person's permissions decide; that the files room asks is a fact of the request.
    @Override
    public FileService files(OpenVault vault) {
        return new FileService(
                RegionDoors.of(forFiles(vault), region -> elsewhere(vault, region)),
                new Notebook(stateFolder.resolve(vault.vaultId() + ".jobs"), new VaultSeal(vault)),
                bin);
    }

    @Override
    public void practise(int files) {
        Practice.with(nobody -> WarmUp.practise(forFiles(nobody), files));
    }

    private Client forFiles(OpenVault vault) {
        return forFiles(vault.client());
    }

    private Client forFiles(Client person) {
        return new Client(person.kms(), filesAccess.forward(person.caller()));
    }

    private Optional<Client> elsewhere(OpenVault vault, String region) {
        return Optional.of(region)
                .filter(name -> !name.equals(vault.region()) && vault.regions().contains(name))
                .map(vault::in)
                .map(this::forFiles);
    }

    @Override
    public CaughtUp caughtUp(OpenVault vault) {
        return timekeeping.of(vault).atUnlock();
    }

    @Override
    public CaughtUp catchUp(OpenVault vault) {
        return timekeeping.of(vault).lookAgain();
    }

    /// Of no use for a vault that another wiring opened, such as the demo's.
    public Timetable timetable(OpenVault vault) {
        return timekeeping.find(vault).orElse(Timetable.NONE);
    }

    @Override
    public void desktop(Optional<Path> vault, List<Path> files) {
        DesktopWiring.open(this, vault, files);
    }

    @Override
    public void demo(Path folder, boolean pictures, Consumer<String> say) {
        new DemoWiring(folder, clock).show(pictures, say);
    }

    /// Notes of the files room are read by whoever opens the vault they were written under.
    private record VaultSeal(OpenVault vault) implements KeySeal {
        @Override
        public Optional<byte[]> seal(SecretBytes key) {
            return vault.sealNoteKey(key).map(Blob::toByteArray);
        }

        @Override
        public Optional<SecretBytes> open(byte[] sealed) {
            return vault.openNoteKey(Blob.of(sealed));
        }
    }
}
