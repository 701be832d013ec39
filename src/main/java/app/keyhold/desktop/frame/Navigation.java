package app.keyhold.desktop.frame;

import java.nio.file.Path;
import java.util.List;

/// Going from one screen to another.
public interface Navigation {
    void go(Place place);

    /// Goes there and brings `subject` into view; see [Screen#open].
    void open(Place place, String subject);

    /// Takes files to the Files screen, to be encrypted with a key.
    void encrypt(List<Path> files, String keyId);

    /// Takes encrypted files to the Files screen, to be put onto the newest material of their keys.
    void reencrypt(List<Path> files);

    void back();

    void forward();
}
