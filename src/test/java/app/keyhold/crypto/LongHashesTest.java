package app.keyhold.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
class LongHashesTest implements NativesSwitch {
    @BeforeEach
    void load() {
        assertThat(GcmCiphers.ofTheNatives()).isPresent();
    }

    /// FIPS 180-4's example.
    @ParameterizedTest
    @ValueSource(strings = {"on", "off"})
    void sha256IsThePublishedOne(String natives) {
        System.setProperty(PROPERTY, natives);

        byte[] digest = LongHashes.sha256().digest(new byte[] {'a', 'b', 'c'});

        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void areTheNativeLibrarysOnceItIsLoaded() throws GeneralSecurityException {
        assertThat(LongHashes.sha256().getProvider().getName()).isEqualTo(PROVIDER);
        assertThat(LongHashes.signature("SHA384withECDSA").getProvider().getName()).isEqualTo(PROVIDER);
    }

    @Test
    void areTheJdksWhereTheLibraryIsSwitchedOff() throws GeneralSecurityException {
        switchOff();

        assertThat(LongHashes.sha256().getProvider().getName()).isNotEqualTo(PROVIDER);
        assertThat(LongHashes.signature("SHA384withECDSA").getProvider().getName()).isNotEqualTo(PROVIDER);
    }

    @Test
    void whatOneSignsPieceByPieceTheOtherVerifies() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        var pair = generator.generateKeyPair();
        byte[] much = Randomness.bytes(300_000);

        Signature with = LongHashes.signature("SHA384withECDSA");
        with.initSign(pair.getPrivate());
        with.update(much, 0, 100_000);
        with.update(much, 100_000, 200_000);
        byte[] signed = with.sign();
        switchOff();
        Signature without = LongHashes.signature("SHA384withECDSA");
        without.initVerify(pair.getPublic());
        without.update(much);

        assertThat(without.verify(signed)).isTrue();
    }
}
