/// Principals and their policies, with the names of IAM's own API.
@NullMarked
package app.keyhold.kms.operation.identity;

import org.jspecify.annotations.NullMarked;
