package app.keyhold.export;

import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.io.IOException;

/// Writes events one at a time. Begun and ended once.
interface EventWriter {
    default void begin() throws IOException {}

    void write(Event event) throws IOException;

    default void end() throws IOException {}
}
