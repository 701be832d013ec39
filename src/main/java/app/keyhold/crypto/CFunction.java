package app.keyhold.crypto;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// A function of a C library that takes up to eight whole numbers or addresses and returns one or nothing.
///
/// All of them are called by one shape, eight numbers of 64 bits: each shape that Java links costs a start 5 to 9 ms. The
/// calling conventions of Linux, macOS and Windows on 64 bits let a function leave alone what it has no parameter for, and
/// half of what is wider than its parameter.
///
/// @param address the function's, in a library that stays loaded
public record CFunction(MemorySegment address) {
    /// @return empty where there is no such function, or where this Java calls none
    static Optional<CFunction> find(SymbolLookup library, String name) {
        return library.find(name).filter(_ -> Shape.CALL.isPresent()).map(CFunction::new);
    }

    /// One of the C library's own.
    ///
    /// @return empty where there is no such function, or where this Java calls none
    public static Optional<CFunction> ofTheCLibrary(String name) {
        return Shape.CALL.isPresent() ? find(Linker.nativeLinker().defaultLookup(), name) : Optional.empty();
    }

    /// @return for a function that returns fewer bits, to be cut to those; for one that returns nothing, of no meaning
    public long call(long a, long b, long c, long d, long e, long f, long g, long h) {
        try {
            return (long) Shape.CALL.orElseThrow().invokeExact(address, a, b, c, d, e, f, g, h);
        } catch (Throwable never) {
            throw new IllegalStateException("A C function threw", never);
        }
    }

    /// At the first use.
    private static final class Shape {
        static final Optional<MethodHandle> CALL = link();

        private static Optional<MethodHandle> link() {
            try {
                return Optional.of(Linker.nativeLinker()
                        .downcallHandle(FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_LONG)));
            } catch (LinkageError | RuntimeException notHere) {
                return Optional.empty();
            }
        }
    }
}
