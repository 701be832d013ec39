package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.files.WarmUp;
import app.keyhold.iam.Caller;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.Kms;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.encryption.GenerateRandom;
import app.keyhold.kms.operation.file.RecordFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PracticeTest {
    private final List<Class<?>> answered = new ArrayList<>();

    @Test
    void answersWhatManyFilesAskFor() {
        Practice.with(nobody -> WarmUp.practise(new Client(
                listening(nobody.kms()), new ForwardedAccess(Principal.Service.FILES).forward(nobody.caller())), 128));

        assertThat(answered)
                .filteredOn(GenerateDataKey.Request.class::equals)
                .hasSizeGreaterThan(100);
        assertThat(answered).contains(RecordFiles.Request.class);
    }

    @Test
    void isLockedAfterwards() {
        var kept = new AtomicReference<Client>();
        Practice.with(kept::set);

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> kept.get().call(GenerateRandom.Request.of(8)));
    }

    private Kms listening(Kms door) {
        return new Kms() {
            @Override
            public <R> R call(Caller caller, KmsRequest<R> request) {
                R answer = door.call(caller, request);
                answered.add(request.getClass());
                return answer;
            }

            @Override
            public Optional<Class<?>> requestType(String operation) {
                return door.requestType(operation);
            }
        };
    }
}
