package app.keyhold.kms.operation.screen;

import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.PolicyKind;
import app.keyhold.iam.PolicySyntaxException;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What is wrong with a policy while it is being written, and where; nothing is put.
public final class CheckPolicy extends ScreenOperation<CheckPolicy.Request, CheckPolicy.Response> {
    /// @param policyKind `KEY`, `TRUST` or `IDENTITY`
    public record Request(
            @Required String screenSession,
            @Required @Length(max = 131072) String policyDocument,
            @Required @OneOf(PolicyKind.class) String policyKind)
            implements KmsRequest<Response>, ScreenQuery {}

    public record Response(Optional<Flaw> flaw) {}

    /// @param line from 1, as the column
    public record Flaw(int line, int column, String what) {}

    public CheckPolicy() {
        super(Request.class, "keyhold.app", "keyhold:CheckPolicy");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(flaw(view, request)));
    }

    private static Optional<Flaw> flaw(View view, Request request) {
        try {
            PolicyDocument policy =
                    PolicyDocument.parse(PolicyKind.valueOf(request.policyKind()), request.policyDocument());
            return policy.namedPrincipals().stream()
                    .filter(name -> !KnownPrincipals.isKnown(view, name))
                    .map(name -> unknown(request.policyDocument(), name))
                    .findFirst();
        } catch (PolicySyntaxException found) {
            String message = Objects.requireNonNullElse(found.getMessage(), "");
            String where = "Line " + found.line() + ", column " + found.column() + ": ";
            return Optional.of(new Flaw(
                    found.line(),
                    found.column(),
                    message.startsWith(where) ? message.substring(where.length()) : message));
        } catch (KmsException refused) {
            return Optional.of(new Flaw(1, 1, refused.serviceMessage().orElse("")));
        }
    }

    private static Flaw unknown(String document, String name) {
        int at = Math.max(0, document.indexOf('"' + name + '"'));
        String before = document.substring(0, at);
        int line = (int) before.chars().filter(sign -> sign == '\n').count() + 1;
        return new Flaw(line, at - before.lastIndexOf('\n'), "There is nobody called " + name + " in this vault.");
    }
}
