package app.keyhold.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The names a key answers to, and the service's words where there is none (kms.md, "Errors per situation").
class KeyLookupTest {
    private static final String UNKNOWN = "11111111-2222-3333-4444-555555555555";

    private final SmallVault vault = new SmallVault();

    @AfterEach
    void lock() {
        vault.close();
    }

    @Test
    void findsAKeyByIdAndByArn() {
        Key key = vault.addKey();

        assertThat(KeyLookup.key(vault.region.view(), key.id())).isEqualTo(key);
        assertThat(KeyLookup.key(vault.region.view(), key.arn().toString())).isEqualTo(key);
    }

    @Test
    void findsAKeyByAliasNameAndAliasArn() {
        Key key = vault.addKey();
        vault.write(work -> work.put(new Alias("alias/payroll", key.id(), work.now(), work.now(), 0)));

        assertThat(KeyLookup.keyOrAlias(vault.region.view(), "alias/payroll")).isEqualTo(key);
        assertThat(KeyLookup.keyOrAlias(
                        vault.region.view(), "arn:aws:kms:us-east-1:111122223333:alias/payroll"))
                .isEqualTo(key);
        assertThat(KeyLookup.keyOrAlias(vault.region.view(), key.id())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-key-id", "11111111222233334444555555555555", "mrk-fake-key-id", "alias/payroll"})
    void saysWhatIsNoKeyIdAtAll(String name) {
        assertThat(refusal(name)).hasMessage("Invalid keyId '" + name + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN, "mrk-11111111222233334444555555555555"})
    void namesAnUnknownKeyByItsArnHere(String id) {
        assertThat(refusal(id)).hasMessage("Key 'arn:aws:kms:us-east-1:111122223333:key/" + id + "' does not exist");
        assertThat(refusal("arn:aws:kms:us-east-1:111122223333:key/" + id))
                .hasMessage("Key 'arn:aws:kms:us-east-1:111122223333:key/" + id + "' does not exist");
    }

    @Test
    void namesTheRegionOfAnArnFromElsewhere() {
        KmsException refusal = refusal("arn:aws:kms:eu-west-1:111122223333:key/" + UNKNOWN);

        assertThat(refusal).hasMessage("Invalid arn eu-west-1");
        assertThat(refusal.fault()).isEqualTo(Fault.NotFoundException);
    }

    @Test
    void doesNotFindAnotherAccountsKey() {
        assertThat(refusal("arn:aws:kms:us-east-1:999999999999:key/" + UNKNOWN))
                .hasMessage("Key 'arn:aws:kms:us-east-1:999999999999:key/" + UNKNOWN + "' does not exist");
    }

    @Test
    void refusesAnArnOfSomethingElse() {
        assertThat(refusal("arn:aws:s3:::bucket").fault()).isEqualTo(Fault.InvalidArnException);
    }

    @Test
    void namesAnUnknownAliasByItsArn() {
        KmsException refusal = catchThrowableOfType(
                KmsException.class, () -> KeyLookup.keyOrAlias(vault.region.view(), "alias/gone"));

        assertThat(refusal).hasMessage("Alias arn:aws:kms:us-east-1:111122223333:alias/gone is not found.");
        assertThat(refusal.fault()).isEqualTo(Fault.NotFoundException);
    }

    private KmsException refusal(String name) {
        return catchThrowableOfType(KmsException.class, () -> KeyLookup.key(vault.region.view(), name));
    }
}
