package app.keyhold.kms.operation.imported;

/// What imports keep among the Region's settings.
public final class ImportSettings {
    /// The wrapped secret behind the ids of imported materials, base64.
    public static final String ID_SECRET = "import-material-id";

    private ImportSettings() {}
}
