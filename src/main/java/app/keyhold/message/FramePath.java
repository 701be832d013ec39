package app.keyhold.message;

/// How the bytes of a frame reach the JDK's AES-GCM and come back. One of them is preferred by the whole process, because
/// what decides is whether the virtual machine has compiled one method.
public enum FramePath {
    /// Between buffers off the heap: counter mode and GHASH one after the other, in small pieces. Never slow for long.
    BUFFERS,

    /// Through arrays, with a copy on either side: both in one pass of the processor, two to three times as fast. Until
    /// the method behind it is compiled by the second compiler it takes a hundred times as long, and that compiler may
    /// pass it by: whoever prefers it has seen it fast.
    ARRAYS;

    private static volatile FramePath preferred = BUFFERS;

    public static FramePath preferred() {
        return preferred;
    }

    /// From now on, frames of all messages take `path`.
    public static void prefer(FramePath path) {
        preferred = path;
    }
}
