package app.keyhold.message;

/// Which AES-GCM a frame takes, and how its bytes reach it and come back. One of them is preferred by the whole process,
/// because what decides is whether there is a native library, and what the virtual machine has compiled.
public enum FramePath {
    /// The JDK's, between buffers off the heap: counter mode and GHASH one after the other, in small pieces. Never slow for
    /// long.
    BUFFERS,

    /// The JDK's, through arrays, with a copy on either side: both in one pass of the processor, two to three times as fast.
    /// Until the method behind it is compiled by the second compiler it takes a hundred times as long, and that compiler
    /// may pass it by: whoever prefers it has seen it fast.
    ARRAYS,

    /// Through arrays to the native library, where there is one: in one pass of the processor, from the first frame on.
    NATIVE;

    private static volatile FramePath preferred = BUFFERS;

    public static FramePath preferred() {
        return preferred;
    }

    /// From now on, frames of all messages take `path`.
    public static void prefer(FramePath path) {
        preferred = path;
    }
}
