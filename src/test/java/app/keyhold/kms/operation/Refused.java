package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What a caller is told: fault and message together.
record Refused(Fault fault, Optional<String> message) {
    static Refused with(Fault fault, String message) {
        return new Refused(fault, Optional.of(message));
    }

    static Refused silently(Fault fault) {
        return new Refused(fault, Optional.empty());
    }

    /// The message is ours to word.
    static void by(Fault fault, ThrowingCallable call) {
        assertThat(of(call).fault()).isEqualTo(fault);
    }

    void when(ThrowingCallable call) {
        assertThat(of(call)).isEqualTo(this);
    }

    private static Refused of(ThrowingCallable call) {
        KmsException refusal = catchThrowableOfType(KmsException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        return new Refused(refusal.fault(), refusal.serviceMessage());
    }
}
