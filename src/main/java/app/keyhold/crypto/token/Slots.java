package app.keyhold.crypto.token;

import app.keyhold.crypto.token.TokenException.Reason;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/// The slots of a library with the tokens in them. SunPKCS11 takes a slot's number alone, and numbers change with every
/// start; so the library is asked directly (PKCS#11 2.40, C_GetSlotList and C_GetTokenInfo), before SunPKCS11 loads it and
/// beside it.
final class Slots {
    /// @param id as SunPKCS11 wants it
    record Slot(long id, TokenInfo token) {}

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    /// CK_FUNCTION_LIST is packed on Windows: two bytes of version, then pointers in the order of the standard.
    private static final long FIRST_FUNCTION = WINDOWS ? 2 : ValueLayout.ADDRESS.byteSize();

    private static final AddressLayout POINTER = ValueLayout.ADDRESS_UNALIGNED.withTargetLayout(
            MemoryLayout.sequenceLayout(1_024, ValueLayout.JAVA_BYTE));
    private static final int INITIALIZE = 0;
    private static final int FINALIZE = 1;
    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;

    private static final int MOST_SLOTS = 1_024;
    private static final int TOKEN_INFO_BYTES = 512;
    private static final long PIN_SET = 0x8;
    private static final long INITIALIZED = 0x400;
    private static final long PIN_LOCKED = 0x4_0000;

    private final Linker linker = Linker.nativeLinker();
    private final ValueLayout ulong = (ValueLayout) Objects.requireNonNull(linker.canonicalLayouts().get("long"));
    private final MemorySegment functions;

    private Slots(Path library) throws Throwable {
        // Stays loaded: not every library bears being loaded a second time.
        var start = SymbolLookup.libraryLookup(library, Arena.global())
                .find("C_GetFunctionList")
                .orElseThrow(() -> unusable(library, new NoSuchElementException()));
        MethodHandle getList = linker.downcallHandle(start, FunctionDescriptor.of(ulong, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment answer = arena.allocate(ValueLayout.ADDRESS);
            check("C_GetFunctionList", number(getList.invoke(answer)));
            this.functions = answer.get(POINTER, 0);
        }
    }

    /// @throws TokenException LIBRARY, FAILED
    static Slots load(Path library) {
        try {
            return new Slots(library);
        } catch (IllegalArgumentException notLoaded) {
            throw unusable(library, notLoaded);
        } catch (Throwable failure) {
            throw failed(failure);
        }
    }

    /// Every slot that has a token. For as long as nobody else uses the library.
    ///
    /// @throws TokenException FAILED
    List<Slot> withTokens() {
        try (Arena arena = Arena.ofConfined()) {
            check("C_Initialize", number(function(INITIALIZE, ValueLayout.ADDRESS).invoke(MemorySegment.NULL)));
            try {
                return list(arena);
            } finally {
                function(FINALIZE, ValueLayout.ADDRESS).invoke(MemorySegment.NULL);
            }
        } catch (Throwable failure) {
            throw failed(failure);
        }
    }

    /// The token in that slot now, while the library is in use; empty if there is none, or it does not answer.
    Optional<TokenInfo> tokenIn(long slot) {
        try (Arena arena = Arena.ofConfined()) {
            return token(slot, arena);
        } catch (Throwable failure) {
            throw failed(failure);
        }
    }

    private List<Slot> list(Arena arena) throws Throwable {
        MethodHandle getSlots = function(GET_SLOT_LIST, ValueLayout.JAVA_BYTE, ValueLayout.ADDRESS, ValueLayout.ADDRESS);
        MemorySegment count = arena.allocate(ulong);
        check("C_GetSlotList", number(getSlots.invoke((byte) 1, MemorySegment.NULL, count)));
        long there = Math.min(MOST_SLOTS, number(count, 0));
        if (there == 0) {
            return List.of();
        }
        MemorySegment ids = arena.allocate(ulong, there);
        check("C_GetSlotList", number(getSlots.invoke((byte) 1, ids, count)));
        List<Slot> slots = new ArrayList<>();
        for (long i = 0; i < Math.min(there, number(count, 0)); i++) {
            long slot = number(ids, i * ulong.byteSize());
            token(slot, arena).ifPresent(token -> slots.add(new Slot(slot, token)));
        }
        return slots;
    }

    private Optional<TokenInfo> token(long slot, Arena arena) throws Throwable {
        MemorySegment info = arena.allocate(TOKEN_INFO_BYTES);
        MethodHandle getInfo = function(GET_TOKEN_INFO, ulong, ValueLayout.ADDRESS);
        long code = number(ulong.byteSize() == Long.BYTES ? getInfo.invoke(slot, info) : getInfo.invoke((int) slot, info));
        if (code != 0) {
            return Optional.empty();
        }
        long flags = number(info, 96);
        return Optional.of(new TokenInfo(
                text(info, 0, 32),
                text(info, 80, 16),
                text(info, 32, 32),
                text(info, 64, 16),
                (flags & INITIALIZED) != 0,
                (flags & PIN_SET) != 0,
                (flags & PIN_LOCKED) != 0));
    }

    private MethodHandle function(int position, MemoryLayout... arguments) {
        MemorySegment address =
                functions.get(ValueLayout.ADDRESS_UNALIGNED, FIRST_FUNCTION + position * ValueLayout.ADDRESS.byteSize());
        return linker.downcallHandle(address, FunctionDescriptor.of(ulong, arguments));
    }

    private long number(MemorySegment at, long offset) {
        return ulong.byteSize() == Long.BYTES
                ? at.get(ValueLayout.JAVA_LONG_UNALIGNED, offset)
                : Integer.toUnsignedLong(at.get(ValueLayout.JAVA_INT_UNALIGNED, offset));
    }

    private static long number(Object unsigned) {
        return unsigned instanceof Integer small ? Integer.toUnsignedLong(small) : (Long) unsigned;
    }

    /// Padded with blanks, not ended by a zero.
    private static String text(MemorySegment info, long offset, int length) {
        byte[] bytes = info.asSlice(offset, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", " ").stripTrailing();
    }

    private static void check(String function, long code) {
        if (code != 0) {
            throw new TokenException(
                    Reason.FAILED, "The PKCS#11 library refuses " + function + " with code 0x" + Long.toHexString(code) + ".");
        }
    }

    private static TokenException failed(Throwable failure) {
        return failure instanceof TokenException told
                ? told
                : new TokenException(Reason.FAILED, "The PKCS#11 library could not be asked for its tokens.", failure);
    }

    private static TokenException unusable(Path library, Throwable cause) {
        return new TokenException(
                Reason.LIBRARY,
                library + " is no PKCS#11 library of this computer. Name the file its maker installed, such as"
                        + " /usr/lib/softhsm/libsofthsm2.so.",
                cause);
    }
}
