package app.keyhold.crypto.token;

/// What a token tells of itself before anybody logs in.
///
/// @param pinSet whether its user has a PIN
/// @param pinLocked after too many wrong ones
public record TokenInfo(
        String label,
        String serial,
        String manufacturer,
        String model,
        boolean initialized,
        boolean pinSet,
        boolean pinLocked) {
    public boolean isAt(TokenAddress address) {
        return label.equals(address.label()) && serial.equals(address.serial());
    }
}
