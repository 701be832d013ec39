/// Custom key stores: keys whose secret is in a PKCS#11 token (KMS API: AWS_CLOUDHSM) or behind the proxy of an external
/// key manager (EXTERNAL_KEY_STORE). What is stored of them, and how they are reached while the vault is open.
@NullMarked
package app.keyhold.kms.keystore;

import org.jspecify.annotations.NullMarked;
