/// Roles, with the names of IAM's own API.
@NullMarked
package app.keyhold.kms.operation.role;

import org.jspecify.annotations.NullMarked;
