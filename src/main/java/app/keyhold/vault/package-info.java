/// The folder: header, keyslots, the locked and the open vault, backup and health. What is inside the databases belongs
/// to `kms`, `iam` and `audit`; how it is stored belongs to `store`.
@NullMarked
package app.keyhold.vault;

import org.jspecify.annotations.NullMarked;
