/// Grants: permissions on one key that stand beside its policy, given to one principal for a few operations and taken
/// back without touching any policy.
@NullMarked
package app.keyhold.kms.grant;

import org.jspecify.annotations.NullMarked;
