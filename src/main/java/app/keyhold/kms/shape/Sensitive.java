package app.keyhold.kms.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A text that is a secret: a string on the wire, here the bytes of its UTF-8 in a [app.keyhold.crypto.SecretBytes]. Length
/// and pattern are those of the text.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Sensitive {}
