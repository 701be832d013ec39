package app.keyhold.cli;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.operation.session.AssumeRole;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.Vaults;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/// What every command works with: the vault behind the options, and a way to answer. Used by one thread.
public final class Shell {
    /// What the audit row says as its source.
    public static final String FRONT = "cli";

    private static final String FIRST_USER = "owner";
    private static final int SHORTEST_SESSION_NAME = 2;

    private final GlobalOptions options;
    private final Supplier<Rooms> rooms;
    private final Terminal terminal;
    private final Interruption interruption;
    private Optional<String> session = Optional.empty();

    Shell(GlobalOptions options, Supplier<Rooms> rooms, Terminal terminal, Interruption interruption) {
        this.options = options;
        this.rooms = rooms;
        this.terminal = terminal;
        this.interruption = interruption;
    }

    public GlobalOptions options() {
        return options;
    }

    public Rooms rooms() {
        return rooms.get();
    }

    public Terminal terminal() {
        return terminal;
    }

    public Interruption interruption() {
        return interruption;
    }

    /// One command is one session: its queries are audited once.
    public String session() {
        if (session.isEmpty()) {
            session = Optional.of(UUID.randomUUID().toString());
        }
        return session.get();
    }

    public Passphrases passphrases() {
        return new Passphrases(terminal);
    }

    public Times times() {
        return new Times(terminal.zone().get(), rooms().clock().instant());
    }

    public Path vaultFolder() {
        return options.vault().orElseGet(Vaults::defaultFolder);
    }

    public String user() {
        return options.user().orElse(FIRST_USER);
    }

    /// Unlocks the vault, works in it, locks it.
    public <T> T inVault(Function<OpenVault, T> work) {
        return inVault((vault, passphrase) -> work.apply(vault));
    }

    /// The same for work that has to prove again who asks; the passphrase is wiped afterwards.
    public <T> T inVault(BiFunction<OpenVault, SecretBytes, T> work) {
        try (SecretBytes passphrase = passphrases().existing(options.passphraseFile(), "Passphrase of " + user());
                OpenVault vault = rooms().vaults().unlock(vaultFolder(), unlocking(passphrase))) {
            OpenVault place = options.region().map(vault::in).orElse(vault);
            return work.apply(options.role().map(role -> takeOn(place, role)).orElse(place), passphrase);
        }
    }

    public Unlocking unlocking(SecretBytes passphrase) {
        return new Unlocking(
                user(),
                passphrase,
                options.keyFile(),
                FRONT,
                options.allowSyncFolder(),
                options.acceptOlderHeader(),
                interruption::requested);
    }

    /// A result: the response as the wire has it, or as a person reads it. Secrets in the response are wiped.
    public void answer(Object response, Supplier<String> text) {
        if (options.output() == OutputForm.JSON) {
            answer(new AwsJson().encode(response));
        } else {
            terminal.out().println(text.get());
        }
    }

    /// The wire's own answer: on one line as sent, or over several for a person. Secrets in it are wiped.
    public void answerWire(Object response) {
        var json = new AwsJson();
        answer(options.output() == OutputForm.JSON ? json.encode(response) : json.encodeIndented(response));
    }

    /// A result that is JSON already; wiped once it is written.
    public void answer(byte[] json) {
        terminal.out().write(json, 0, json.length);
        terminal.out().println();
        terminal.out().flush();
        Arrays.fill(json, (byte) 0);
    }

    /// Something besides the result, for a person.
    public void note(String sentence) {
        terminal.err().println(Plain.text(sentence));
    }

    /// Tells what went wrong with one of several things.
    public ExitCode fail(RuntimeException thrown) {
        Failure failure = Failure.of(thrown);
        failure.print(terminal, options.output());
        return failure.exit();
    }

    /// For the length of one command, under the user's name.
    private OpenVault takeOn(OpenVault vault, String role) {
        String session = user().length() < SHORTEST_SESSION_NAME ? user() + "@" + FRONT : user();
        var answer = vault.client().call(AssumeRole.Request.of(Principals.role(vault.account(), role), session));
        var credentials = answer.credentials();
        credentials.secretAccessKey().close();
        return vault.inSession(credentials.sessionToken());
    }
}
