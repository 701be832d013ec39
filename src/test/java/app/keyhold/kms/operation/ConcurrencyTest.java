package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.tag.TagResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Calls at once: none undoes another's work.
class ConcurrencyTest {
    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyRotationCounts() throws Exception {
        atOnce(IntStream.range(0, 10).<KmsRequest<?>>mapToObj(_ -> new RotateKeyOnDemand.Request(key)).toList());

        assertThat(desk.stored(key).materials()).hasSize(11);
        assertThat(desk.stored(key).rotation().onDemandCount()).isEqualTo(10);
    }

    @Test
    void changesOfDifferentPartsOfOneKeyAllStay() throws Exception {
        List<KmsRequest<?>> requests = new ArrayList<>();
        IntStream.range(0, 10).forEach(i -> requests.add(new TagResource.Request(key, List.of(new Tag("t" + i, "")))));
        requests.add(new UpdateKeyDescription.Request("described", key));
        requests.add(new RotateKeyOnDemand.Request(key));
        atOnce(requests);

        assertThat(desk.stored(key).tags()).hasSize(10);
        assertThat(desk.stored(key).description()).isEqualTo("described");
        assertThat(desk.stored(key).materials()).hasSize(2);
    }

    @Test
    void oneNameIsGivenOnce() throws Exception {
        List<Optional<Fault>> answers = atOnce(IntStream.range(0, 8)
                .<KmsRequest<?>>mapToObj(_ -> new CreateAlias.Request("alias/payroll", key))
                .toList());

        assertThat(answers).filteredOn(Optional::isEmpty).hasSize(1);
        assertThat(answers).filteredOn(Optional::isPresent).containsOnly(Optional.of(Fault.AlreadyExistsException));
    }

    @Test
    void whatIsSealedWhileTheKeyRotatesOpens() throws Exception {
        List<KmsRequest<?>> requests = new ArrayList<>();
        List<Blob> sealed = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sealed.add(desk.call(Encrypt.Request.of(key, Desk.secret("x"), Map.of())).ciphertextBlob());
            requests.add(new RotateKeyOnDemand.Request(key));
            requests.add(Decrypt.Request.of(sealed.getLast(), Map.of()));
            requests.add(Encrypt.Request.of(key, Desk.secret("x"), Map.of()));
        }

        assertThat(atOnce(requests)).containsOnly(Optional.empty());
        assertThat(sealed).allSatisfy(blob ->
                assertThat(Desk.text(desk.call(Decrypt.Request.of(blob, Map.of())).plaintext())).isEqualTo("x"));
    }

    /// @return the fault of each that was refused, in order
    private List<Optional<Fault>> atOnce(List<KmsRequest<?>> requests) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<Fault>>> calls = requests.stream()
                    .<Callable<Optional<Fault>>>map(request -> () -> fault(request))
                    .toList();
            List<Optional<Fault>> answers = new ArrayList<>();
            for (Future<Optional<Fault>> answer : callers.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Optional<Fault> fault(KmsRequest<?> request) {
        try {
            desk.call(request);
            return Optional.empty();
        } catch (KmsException refused) {
            return Optional.of(refused.fault());
        }
    }
}
