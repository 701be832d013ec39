package app.keyhold.files.bin;

import java.io.IOException;

/// There is no bin for a file. The message is the reason, in words that continue a sentence.
public final class NoBinException extends IOException {
    NoBinException(String reason) {
        super(reason);
    }
}
