package app.keyhold.kms.operation.imported;

/// What imports keep among a Region's settings; all Regions of a vault have the same.
public final class ImportSettings {
    /// The wrapped secret behind the ids of imported materials, base64.
    public static final String ID_SECRET = "import-material-id";

    private ImportSettings() {}
}
