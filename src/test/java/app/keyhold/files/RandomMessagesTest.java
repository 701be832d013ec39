package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.iam.Principal;
import app.keyhold.kms.SmallVault;
import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.multi.MultipleProviderFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Contexts, key lists, suites, lengths of content and frames as chance has them: what Keyhold writes the AWS Encryption
/// SDK opens under any of its keys, and the other way round. A failure names the seed that repeats it.
class RandomMessagesTest {
    private static final int ROUNDS = 40;
    private static final int MOST_KEYS = 5;
    private static final Allowances ALL = new Allowances(true, true);

    /// Plain ones, some whose order in UTF-8 is not that of their chars, some that need care in JSON and on paper.
    private static final List<String> LETTERS =
            List.of("a", "B", "z", "0", " ", "\n", "\u0000", "\"", "\\", "é", "e\u0301", "ß", "～", "𝄞", "👩‍👧", "\u202E", "=", "/");

    private final SmallVault vault = new SmallVault();
    private final List<String> keys = IntStream.range(0, MOST_KEYS)
            .mapToObj(_ -> vault.addKey().arn().toString())
            .toList();
    private final FileService files = new FileService(vault.through(Principal.Service.FILES, SmallVault.OWNER));

    @AfterEach
    void close() {
        vault.close();
    }

    static LongStream seeds() {
        long first = Long.getLong("keyhold.seed", System.nanoTime());
        return LongStream.range(first, first + ROUNDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areOpenedByTheSdkAndByKeyhold(long seed) {
        var random = new Random(seed);
        var context = context(random);
        var recipients = recipients(random);
        byte[] plaintext = plaintext(random);
        boolean signed = random.nextBoolean();
        var written = new ByteArrayOutputStream();
        var sealing = Sealing.under(recipients).withContext(context).signed(signed);

        files.encrypt(new ByteArrayInputStream(plaintext), written, sealing, Progress.none());

        var master = new DoorMasterKey(vault.owner(), recipients.get(random.nextInt(recipients.size())));
        var opened = sdk(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY, 4096)
                .decryptData(master, written.toByteArray());
        assertThat(opened.getResult()).as("seed %d", seed).isEqualTo(plaintext);
        assertThat(opened.getEncryptionContext()).as("seed %d", seed).containsAllEntriesOf(context);
        assertThat(opened.getMasterKeyIds()).as("seed %d", seed).hasSize(1);
        assertThat(opened(written.toByteArray())).as("seed %d", seed).isEqualTo(plaintext);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areOpenedByKeyholdWhenTheSdkWroteThem(long seed) {
        var random = new Random(seed);
        var masters = recipients(random).stream()
                .map(key -> new DoorMasterKey(vault.owner(), key))
                .toList();
        byte[] plaintext = plaintext(random);
        var suites = CryptoAlgorithm.values();
        var suite = suites[random.nextInt(suites.length)];
        int frameLength = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 2000);

        byte[] message = sdk(suite, frameLength)
                .encryptData(MultipleProviderFactory.buildMultiProvider(DoorMasterKey.class, masters), plaintext, context(random))
                .getResult();

        assertThat(opened(message)).as("seed %d", seed).isEqualTo(plaintext);
    }

    private byte[] opened(byte[] message) {
        var out = new ByteArrayOutputStream();
        files.decrypt(new ByteArrayInputStream(message), out, ALL, Progress.none());
        return out.toByteArray();
    }

    private static Map<String, String> context(Random random) {
        var context = new TreeMap<String, String>();
        for (int left = random.nextInt(8); left > 0; left--) {
            context.put(text(random), text(random));
        }
        return context;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int left = random.nextInt(1, 12); left > 0; left--) {
            text.append(LETTERS.get(random.nextInt(LETTERS.size())));
        }
        return text.toString();
    }

    private List<String> recipients(Random random) {
        var some = new ArrayList<>(keys);
        Collections.shuffle(some, random);
        return List.copyOf(some.subList(0, random.nextInt(1, MOST_KEYS + 1)));
    }

    private static byte[] plaintext(Random random) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? random.nextInt(3 * Encryption.FRAME_LENGTH) : random.nextInt(5000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static AwsCrypto sdk(CryptoAlgorithm suite, int frameLength) {
        return AwsCrypto.builder()
                .withCommitmentPolicy(
                        suite.isCommitting()
                                ? CommitmentPolicy.RequireEncryptRequireDecrypt
                                : CommitmentPolicy.ForbidEncryptAllowDecrypt)
                .withEncryptionAlgorithm(suite)
                .withEncryptionFrameSize(frameLength)
                .build();
    }
}
