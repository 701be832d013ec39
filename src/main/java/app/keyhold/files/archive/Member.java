package app.keyhold.files.archive;

import java.nio.file.Path;

/// Something on the disk, and what it is in the archive.
record Member(Path file, TarEntry entry, FileFacts facts) {}
