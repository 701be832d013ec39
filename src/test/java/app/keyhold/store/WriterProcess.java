package app.keyhold.store;

import app.keyhold.audit.AuditRow;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.RegionStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A second program that has the Region open: appends groups of rows and says the number of each row once it is durable.
final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader acknowledged;
    private final SortedMap<Long, String> rows = new TreeMap<>();

    private WriterProcess(Process process) {
        this.process = process;
        this.acknowledged = process.inputReader(StandardCharsets.US_ASCII);
    }

    static WriterProcess start(Path file, int groups, int rowsInAGroup) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                WriterProcess.class.getName(),
                file.toString(),
                Integer.toString(groups),
                Integer.toString(rowsInAGroup));
        return new WriterProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /// The next row the process knows to be durable, or -1 when it has ended.
    long next() throws IOException {
        String line = acknowledged.readLine();
        if (line == null) {
            return -1;
        }
        String[] row = line.split(" ");
        rows.put(Long.parseLong(row[0]), row[1]);
        return Long.parseLong(row[0]);
    }

    /// The hashes of the rows it was told of, by their number.
    SortedMap<Long, String> acknowledged() {
        return rows;
    }

    /// kill -9; what it said before can still be read.
    void kill() {
        process.toHandle().destroyForcibly();
    }

    int exit() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) {
        Path file = Path.of(arguments[0]);
        int groups = Integer.parseInt(arguments[1]);
        int rows = Integer.parseInt(arguments[2]);
        PrintStream out = System.out;
        try (SecretBytes key = Samples.databaseKey();
                SqliteRegion region = SqliteRegion.open(
                        file, key, Samples.REGION, Samples.SIGNING, StoreOptions.LOCAL, (_, _, _) -> {})) {
            for (int group = 0; group < groups; group++) {
                AuditRow last = appendGroup(region, rows);
                out.println(last.number() + " " + last.hash().hex());
                out.flush();
            }
        }
    }

    private static AuditRow appendGroup(SqliteRegion region, int rows) {
        try (RegionStore.Transaction transaction = region.begin()) {
            AuditRow last = transaction.append(Samples.use(Instant.EPOCH));
            for (int i = 1; i < rows; i++) {
                last = transaction.append(Samples.use(Instant.EPOCH.plusSeconds(i)));
            }
            transaction.commit();
            return last;
        }
    }
}
