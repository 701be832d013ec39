/// Access keys of users, with the names of IAM's own API.
@NullMarked
package app.keyhold.kms.operation.accesskey;

import org.jspecify.annotations.NullMarked;
