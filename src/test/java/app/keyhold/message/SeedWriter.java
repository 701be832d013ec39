package app.keyhold.message;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class SeedWriter {
    public static void main(String[] args) throws Exception {
        for (String method : new String[] {"readsAHeaderOrRefusesIt", "opensAMessageOrRefusesIt", "opensTheSameInOrderAndAtAnyPlace"}) {
            Path dir = Path.of(args[0], method);
            Files.createDirectories(dir);
            for (var suite : AlgorithmSuite.values()) {
                for (int frame : new int[] {0, 16}) {
                    for (int size : new int[] {0, 40}) {
                        byte[] m = SdkMessages.write(new LocalKeyring(), suite, new byte[size], size == 0 ? Map.of() : Map.of("purpose", "test", "b", "2"), frame);
                        String id = Integer.toHexString(0x10000 | suite.id()).substring(1);
                        Files.write(dir.resolve(id + (frame == 0 ? "-unframed-" : "-framed-") + size), m);
                    }
                }
            }
        }
    }
}
