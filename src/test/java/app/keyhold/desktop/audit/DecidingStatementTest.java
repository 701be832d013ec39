package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecidingStatementTest {
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [
              {"Sid": "Administer", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "kms:*", "Resource": "*"},
              {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "kms:Encrypt", "Resource": "*"}]}""";

    private SeededVault vault;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private Event newestEncrypt() {
        return vault.client()
                .call(new LookupEvents.Request(
                        "statement-test", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of("Encrypt"),
                        Optional.empty(), Optional.empty(), Optional.empty(), 1))
                .events()
                .getFirst();
    }

    @Test
    void theStatementOfAKeysPolicyIsShownAsItIsWritten() {
        vault.client().call(PutKeyPolicy.Request.of(vault.id("payroll"), POLICY));
        vault.encrypt("payroll", Map.of());
        Event event = newestEncrypt();
        var statement = DecidingStatement.of(event).orElseThrow();
        assertThat(statement.read(vault.client(), event)).get().asString().contains("\"Sid\" : \"Administer\"");
        assertThat(statement.key(event)).contains(event.resources().getFirst());
    }

    @Test
    void aStatementThatIsGoneIsNotMadeUp() {
        var gone = new DecidingStatement(Optional.empty(), "WasHereOnce");
        assertThat(gone.read(vault.client(), newestEncrypt())).isEmpty();
    }

    @Test
    void aStatementWithoutAnIdIsFoundByItsPlace() {
        vault.client().call(PutKeyPolicy.Request.of(vault.id("payroll"), POLICY));
        var second = new DecidingStatement(Optional.empty(), "statement 2");
        assertThat(second.read(vault.client(), newestEncrypt())).get().asString().contains("kms:Encrypt");
    }
}
