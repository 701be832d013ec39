/// Taking on roles, with the names of STS' own API.
@NullMarked
package app.keyhold.kms.operation.session;

import org.jspecify.annotations.NullMarked;
