package app.keyhold.bench;

import org.openjdk.jmh.Main;

final class Measure {
    private Measure() {}

    public static void main(String[] arguments) throws Exception {
        Main.main(arguments);
    }
}
