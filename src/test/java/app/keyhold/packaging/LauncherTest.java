package app.keyhold.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The launcher with Javas that only tell how they were called.
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir
    private Path folder;

    private Path launcher = Path.of("");

    @BeforeEach
    void install() throws IOException {
        launcher = Files.createDirectories(folder.resolve("keyhold/bin")).resolve("keyhold");
        Files.copy(Path.of("packaging/launcher/keyhold"), launcher);
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void prefersTheJavaItWasToldToUse() throws IOException, InterruptedException {
        var said = launch(Map.of("KEYHOLD_JAVA_HOME", java("told", "25.0.3"), "JAVA_HOME", java("other", "26")), "key", "list");
        assertThat(said.output()).startsWith("told ");
    }

    @Test
    void saysSoIfTheJavaItWasToldToUseIsTooOld() throws IOException, InterruptedException {
        String old = java("old", "21.0.4");
        var said = launch(Map.of("KEYHOLD_JAVA_HOME", old), "key", "list");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.output())
                .isEqualTo("keyhold: KEYHOLD_JAVA_HOME is " + old + ", which holds no Java 25 or newer.\n");
    }

    @Test
    void passesOverAJavaHomeThatIsTooOldForTheJavaOnThePath() throws IOException, InterruptedException {
        String onPath = java("path", "25") + "/bin:" + System.getenv("PATH");
        var said = launch(Map.of("JAVA_HOME", java("old", "17.0.1"), "PATH", onPath), "key", "list");
        assertThat(said.output()).startsWith("path ");
    }

    @Test
    void usesItsOwnRuntimeBeforeAnyOther() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("keyhold/lib"));
        Files.move(Path.of(java("own", "25")), folder.resolve("keyhold/lib/runtime"));
        var said = launch(Map.of("KEYHOLD_JAVA_HOME", java("told", "25")), "key", "list");
        assertThat(said.output()).startsWith("own ");
    }

    @Test
    void isFoundThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("keyhold/bin/keyhold"));
        var said = Started.run(environment(Map.of("JAVA_HOME", java("home", "25"))), link.toString(), "key", "list");
        assertThat(said.output()).contains(folder.toRealPath().resolve("keyhold/lib/app/keyhold.jar").toString());
    }

    @Test
    void startsWhatUnlocksNothingWithTheFirstCompilerAlone() throws IOException, InterruptedException {
        assertThat(launch("--output", "json", "inspect", "a.khd").output()).contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void leavesUnlockingTheSecondCompiler() throws IOException, InterruptedException {
        assertThat(launch("key", "list").output()).doesNotContain("TieredStopAtLevel");
        assertThat(launch("inspect", "--aliases", "a.khd").output()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void leavesBulkWorkTheSecondCompiler() throws IOException, InterruptedException {
        assertThat(launch("--vault", "key", "encrypt", "a file").output())
                .doesNotContain("TieredStopAtLevel")
                .endsWith("app.keyhold.Keyhold --vault key encrypt a file\n");
    }

    @Test
    void startsManyFilesWithTheFirstCompilerAloneWhereAesIsNative() throws IOException, InterruptedException {
        String[] many = Stream.concat(Stream.of("encrypt"), IntStream.range(0, 100).mapToObj(i -> "file" + i))
                .toArray(String[]::new);
        assertThat(launch(many).output()).doesNotContain("TieredStopAtLevel");
        nativeLibraries("libamazonCorrettoCryptoProvider.so", "libamazonCorrettoCryptoProvider.dylib");
        assertThat(launch(many).output()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("encrypt", "a file").output()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void encryptsWithTheFirstCompilerAloneWhereDerivationAndAesAreNative() throws IOException, InterruptedException {
        nativeLibraries("libamazonCorrettoCryptoProvider.so", "libamazonCorrettoCryptoProvider.dylib");
        nativeLibraries("libsodium.so", "libsodium.dylib");
        assertThat(launch("encrypt", "a file").output()).contains("-XX:TieredStopAtLevel=1");
        assertThat(launch("--key-file", "key", "encrypt", "a file").output()).doesNotContain("TieredStopAtLevel");
        assertThat(launch("encrypt", "--key-file=key", "a file").output()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void leavesOraclesJavaTheSecondCompilerBecauseItRefusesTheProvidersCiphers()
            throws IOException, InterruptedException {
        nativeLibraries("libamazonCorrettoCryptoProvider.so", "libamazonCorrettoCryptoProvider.dylib");
        nativeLibraries("libsodium.so", "libsodium.dylib");
        String home = java("oracle", "25");
        Files.writeString(
                Path.of(home, "release"), "IMPLEMENTOR=\"Oracle Corporation\"\nJAVA_VERSION=\"25\"\n");
        var said = launch(Map.of("KEYHOLD_JAVA_HOME", home), "encrypt", "a file");
        assertThat(said.output()).startsWith("oracle ").doesNotContain("TieredStopAtLevel");
    }

    /// Messages of others may be one long piece, which Java decrypts.
    @Test
    void leavesDecryptionTheSecondCompiler() throws IOException, InterruptedException {
        nativeLibraries("libamazonCorrettoCryptoProvider.so", "libamazonCorrettoCryptoProvider.dylib");
        nativeLibraries("libsodium.so", "libsodium.dylib");
        assertThat(launch("decrypt", "a file").output()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void findsTheNativeProviderBesideTheDriversLibrary() throws IOException, InterruptedException {
        assertThat(launch("key", "list").output()).doesNotContain("useExternalLib");
        Path library = nativeLibraries("libamazonCorrettoCryptoProvider.so", "libamazonCorrettoCryptoProvider.dylib");
        assertThat(launch("key", "list").output()).contains("useExternalLib=true", "-Djava.library.path=" + library);
    }

    /// The virtual machine would put its warning on standard output, between a decrypted stream's bytes.
    @Test
    void keepsQuietAboutAYoungGenerationThatDoesNotFit() throws IOException, InterruptedException {
        assertThat(launch("key", "list").output()).contains("-Xmn", "-Xlog:gc+ergo=off");
    }

    /// Without it, AES-GCM by arrays would be fast in one process and a hundred times slower in the next.
    @Test
    void asksForTheMethodThatFramesLiveOnToBeCompiledSoon() throws IOException, InterruptedException {
        String asked = "GaloisCounterMode::implGCMCrypt*,0.01";
        assertThat(launch("encrypt", "a file").output()).contains(asked);
        assertThat(launch().output()).contains(asked);
        assertThat(launch("help").output()).doesNotContain("CompileCommand");
    }

    @Test
    void namesJavaFxForTheDesktopOnly() throws IOException, InterruptedException {
        assertThat(launch().output()).contains("--add-modules javafx.controls");
        assertThat(launch("encrypt", "desktop").output()).doesNotContain("javafx");
    }

    @Test
    void startsFromTheClassesLaidOutInAdvance() throws IOException, InterruptedException {
        String cache = cacheOf(jar("code"));
        assertThat(launch("key", "list").output()).contains("-XX:AOTCache=" + cache);
        assertThat(launch("help").output()).contains("-XX:AOTCache=" + cache);
        assertThat(launch().output()).contains("-XX:AOTCache=" + cache.replace("commands-", "desktop-"));
    }

    @Test
    void doesWithoutThemOnceAJarIsAnother() throws IOException, InterruptedException {
        Path jar = jar("code");
        cacheOf(jar);
        Files.writeString(jar, "other code");
        assertThat(launch("key", "list").output()).doesNotContain("AOTCache");
    }

    @Test
    void doesWithoutThemOnceAJarHasJoined() throws IOException, InterruptedException {
        cacheOf(jar("code"));
        Files.writeString(folder.resolve("keyhold/lib/app/patch.jar"), "code");
        assertThat(launch("key", "list").output()).doesNotContain("AOTCache");
    }

    @Test
    void asksForTheVersionWithoutThem() throws IOException, InterruptedException {
        cacheOf(jar("code"));
        assertThat(launch("--version").output()).doesNotContain("AOTCache").contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void letsNobodyAttachOrDumpTheHeap() throws IOException, InterruptedException {
        assertThat(launch("key", "list").output())
                .contains("-XX:+DisableAttachMechanism", "-XX:-HeapDumpOnOutOfMemoryError", "-XX:-UsePerfData");
    }

    /// @return the folder for this system and processor
    private Path nativeLibraries(String... names) throws IOException {
        String system = OS.MAC.isCurrentOs() ? "Mac" : "Linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        Path libraries = Files.createDirectories(
                folder.toRealPath().resolve("keyhold/lib/app/native").resolve(system).resolve(processor));
        for (String name : names) {
            Files.writeString(libraries.resolve(name), "");
        }
        return libraries;
    }

    private Started launch(String... words) throws IOException, InterruptedException {
        return launch(Map.of("KEYHOLD_JAVA_HOME", java("java" + System.nanoTime(), "25")), words);
    }

    private Started launch(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        var command = new String[words.length + 1];
        command[0] = launcher.toString();
        System.arraycopy(words, 0, command, 1, words.length);
        return Started.run(environment(environment), command);
    }

    private static Map<String, String> environment(Map<String, String> more) {
        var environment = new HashMap<>(Map.of("KEYHOLD_JAVA_HOME", "", "JAVA_HOME", ""));
        environment.putAll(more);
        return environment;
    }

    private Path jar(String content) throws IOException {
        return Files.writeString(Files.createDirectories(folder.resolve("keyhold/lib/app")).resolve("keyhold.jar"), content);
    }

    /// As the build leaves it, for a layout of one jar.
    private String cacheOf(Path jar) throws IOException {
        Path cache = Files.createDirectories(folder.resolve("keyhold/lib/cache"));
        long seconds = Files.getLastModifiedTime(jar).to(TimeUnit.SECONDS);
        Files.writeString(cache.resolve("0123.jars"), "./keyhold.jar:" + Files.size(jar) + ":" + seconds + "\n");
        Files.createFile(cache.resolve("desktop-0123.aot"));
        return Files.createFile(cache.resolve("commands-0123.aot")).toRealPath().toString();
    }

    /// A Java that prints its name and its arguments.
    private String java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho " + name + " \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return home.toString();
    }
}
