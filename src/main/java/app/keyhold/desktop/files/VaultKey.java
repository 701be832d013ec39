package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Formats;
import app.keyhold.kms.operation.screen.QueryKeys;
import java.util.Optional;

/// A key of the vault as the Files screen knows it.
///
/// @param name the alias without its prefix, or the id
/// @param refusal why nothing can be done with it at the moment
record VaultKey(String arn, String name, Optional<String> refusal) {
    static VaultKey of(QueryKeys.KeyRow row, Formats formats) {
        return new VaultKey(row.arn(), KeyFit.name(row), KeyFit.refusal(row, formats));
    }
}
