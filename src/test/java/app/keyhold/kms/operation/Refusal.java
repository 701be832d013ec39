package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.kms.KmsException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A refusal of which a part of the message counts.
record Refusal(KmsException refusal) {
    static Refusal of(ThrowingCallable call) {
        KmsException refusal = catchThrowableOfType(KmsException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return new Refusal(refusal);
    }

    void saying(String part) {
        assertThat(refusal).hasMessageContaining(part);
    }
}
