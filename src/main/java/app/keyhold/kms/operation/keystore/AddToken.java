package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.token.TokenAddress;
import app.keyhold.crypto.token.TokenException;
import app.keyhold.crypto.token.TokenInfo;
import app.keyhold.crypto.token.TokenLibrary;
import app.keyhold.crypto.token.Tokens;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Gives a PKCS#11 token the name by which custom key stores know it. The token has to be there: label and serial number
/// are taken from it, and it is only ever found again by both.
public final class AddToken implements TokenChange<AddToken.Request, AddToken.Response> {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int MOST_TOKENS = 100;

    private final Tokens tokens;

    public AddToken(Tokens tokens) {
        this.tokens = tokens;
    }

    /// @param clusterId what the KMS API calls CloudHsmClusterId
    /// @param library the PKCS#11 library's file
    /// @param label of the token; needed if the library has several
    /// @param serialNumber needed if several have the same label
    /// @param environment what the library wants to find in its environment; no secrets
    /// @param trustAnchorCertificate to be named by whoever makes a key store on it
    public record Request(
            @Required @Length(min = 19, max = 24) @Matches("cluster-[2-7a-zA-Z]{11,16}") String clusterId,
            @Required @Length(min = 1, max = 4096) String library,
            @Length(min = 1, max = 32) Optional<String> label,
            @Length(min = 1, max = 16) Optional<String> serialNumber,
            @Length(max = 32) Map<String, String> environment,
            @Length(min = 1, max = 5000) Optional<String> trustAnchorCertificate)
            implements KmsRequest<Response> {}

    public record Response(String clusterId, String label, String serialNumber, String manufacturer, String model) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        requireFree(view, request.clusterId());
        TokenLibrary library = new TokenLibrary(path(request.library()), environment(request));
        TokenInfo found = find(library, request);
        return Prepared.change(work -> {
            requireFree(work, request.clusterId());
            work.put(new ConfiguredToken(
                    request.clusterId(),
                    new TokenAddress(library, found.label(), found.serial()),
                    found.manufacturer(),
                    found.model(),
                    request.trustAnchorCertificate(),
                    work.now(),
                    0));
            return new Response(
                    request.clusterId(), found.label(), found.serial(), found.manufacturer(), found.model());
        });
    }

    private static void requireFree(View view, String clusterId) {
        if (view.keyStores().token(clusterId).isPresent()) {
            throw new KmsException(
                    Fault.AlreadyExistsException,
                    "There is a token by the name " + clusterId + " already. Remove it first, or choose another name.");
        }
        if (view.keyStores().tokens().size() >= MOST_TOKENS) {
            throw new KmsException(
                    Fault.LimitExceededException, "This Region has " + MOST_TOKENS + " tokens, which is the most it can have.");
        }
    }

    private TokenInfo find(TokenLibrary library, Request request) {
        List<TokenInfo> there;
        try {
            there = tokens.list(library).stream().filter(TokenInfo::initialized).toList();
        } catch (TokenException failure) {
            throw new KmsException(Fault.ValidationException, String.valueOf(failure.getMessage()), failure);
        }
        List<TokenInfo> meant = there.stream()
                .filter(token -> request.label().filter(label -> !label.equals(token.label())).isEmpty())
                .filter(token -> request.serialNumber()
                        .filter(serial -> !serial.equals(token.serial()))
                        .isEmpty())
                .toList();
        if (meant.size() != 1) {
            throw new KmsException(
                    Fault.NotFoundException,
                    (meant.isEmpty() ? "No such token is there." : "Several tokens fit; name label and serial number.")
                            + " The library has: "
                            + (there.isEmpty()
                                    ? "none"
                                    : there.stream()
                                            .map(token -> token.label() + " (serial number " + token.serial() + ")")
                                            .collect(Collectors.joining(", ")))
                            + ".");
        }
        return meant.getFirst();
    }

    private static Path path(String library) {
        try {
            return Path.of(library);
        } catch (InvalidPathException noPath) {
            throw new KmsException(Fault.ValidationException, library + " is no file's name.", noPath);
        }
    }

    private static Map<String, String> environment(Request request) {
        request.environment().keySet().stream()
                .filter(name -> !VARIABLE.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw new KmsException(Fault.ValidationException, "'" + name + "' is no name of an environment variable.");
                });
        return request.environment();
    }
}
