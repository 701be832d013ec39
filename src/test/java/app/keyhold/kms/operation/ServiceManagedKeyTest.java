package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.KeyPolicies;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import app.keyhold.kms.operation.rotation.DisableKeyRotation;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.schedule.CreateServiceManagedKey;
import app.keyhold.kms.operation.tag.TagResource;
import app.keyhold.kms.operation.tag.UntagResource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A service's own key: seen by everyone, managed by nobody, used through its service alone.
class ServiceManagedKeyTest {
    private final Desk desk = new Desk();
    private final String key = made();

    @AfterEach
    void close() {
        desk.close();
    }

    private String made() {
        String arn = desk.throughFiles().call(new CreateServiceManagedKey.Request("files")).keyId();
        return arn.substring(arn.indexOf('/') + 1);
    }

    @Test
    void everybodySeesIt() {
        var metadata = desk.call(DescribeKey.Request.of("alias/aws/files")).keyMetadata();

        assertThat(metadata.keyManager()).isEqualTo(KeyManager.AWS);
        assertThat(desk.call(ListKeys.Request.firstPage()).keys()).hasSize(1);
        assertThat(desk.call(GetKeyPolicy.Request.of(key)).policy()).contains("kms:ViaService");
        assertThat(desk.call(new GetKeyRotationStatus.Request(key)).rotationPeriodInDays()).contains(1_095);
    }

    @Test
    void itsServiceUsesIt() {
        var dataKey = desk.throughFiles().call(GenerateDataKey.Request.aes256("alias/aws/files", Map.of()));

        assertThat(desk.throughFiles().call(Decrypt.Request.of(dataKey.ciphertextBlob(), Map.of()))
                        .plaintext().sameAs(dataKey.plaintext()))
                .isTrue();
    }

    @Test
    void nobodyElseUsesIt() {
        Refused.by(
                Fault.AccessDeniedException,
                () -> desk.call(Encrypt.Request.of("alias/aws/files", Desk.secret("x"), Map.of())));
    }

    static Stream<Function<String, KmsRequest<?>>> management() {
        return Stream.of(
                EnableKey.Request::new,
                DisableKey.Request::new,
                ScheduleKeyDeletion.Request::of,
                key -> new UpdateKeyDescription.Request("x", key),
                key -> new CreateAlias.Request("alias/mine", key),
                key -> new TagResource.Request(key, List.of(new Tag("a", ""))),
                key -> new UntagResource.Request(key, List.of("a")),
                key -> PutKeyPolicy.Request.of(key, KeyPolicies.defaultPolicy(Desk.ACCOUNT)),
                EnableKeyRotation.Request::of,
                DisableKeyRotation.Request::new,
                RotateKeyOnDemand.Request::new);
    }

    @ParameterizedTest
    @MethodSource("management")
    void itsPolicyLetsNobodyManageIt(Function<String, KmsRequest<?>> request) {
        Refused.by(Fault.AccessDeniedException, () -> desk.call(request.apply(key)));
    }

    @ParameterizedTest
    @MethodSource("management")
    void evenUnderAnotherPolicyItIsNotManaged(Function<String, KmsRequest<?>> request) {
        desk.write(work -> work.put(desk.stored(key).withPolicy(KeyPolicies.defaultPolicy(Desk.ACCOUNT))));

        Refused.with(
                        Fault.UnsupportedOperationException,
                        Desk.arn(key) + " is managed by its service and cannot be changed by hand.")
                .when(() -> desk.call(request.apply(key)));
    }
}
