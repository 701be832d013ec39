package app.keyhold.iam;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses that share their first bits: `203.0.113.0/24`, `2001:db8::/32`, or one address alone.
///
/// @param start as bytes, 4 or 16
/// @param bits how many of them count
record IpRange(byte[] start, int bits) {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    IpRange {
        start = start.clone();
    }

    static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> start = address(slash < 0 ? text : text.substring(0, slash));
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (start.isEmpty() || slash >= 0 && !LENGTH.matcher(length).matches()) {
            return Optional.empty();
        }
        int most = start.get().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(length);
        return bits <= most ? Optional.of(new IpRange(start.get(), bits)) : Optional.empty();
    }

    /// An address written in digits. Names are never looked up.
    static Optional<byte[]> address(String text) {
        if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    boolean holds(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
