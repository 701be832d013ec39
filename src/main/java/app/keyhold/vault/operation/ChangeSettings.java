package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.file.RememberedPaths;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.schedule.ServiceKeyRotation;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.header.SealedHeader;
import java.util.List;
import java.util.Optional;

/// Settles something for the whole vault; what is not named stays as it is.
public final class ChangeSettings extends VaultOperation<ChangeSettings.Request, ListSettings.Response> {
    /// As [ListSettings] answers them.
    public record Request(
            Optional<Integer> serviceKeyRotationDays, Optional<Boolean> privateNames, Optional<Boolean> rememberPaths)
            implements KmsRequest<ListSettings.Response>, HeaderChanging {
        /// What is remembered stays as it is.
        public Request(Optional<Integer> serviceKeyRotationDays, Optional<Boolean> privateNames) {
            this(serviceKeyRotationDays, privateNames, Optional.empty());
        }
    }

    private final HeaderKeeper headers;

    public ChangeSettings(HeaderKeeper headers) {
        super(Request.class, SOURCE);
        this.headers = headers;
    }

    @Override
    public Prepared<ListSettings.Response> prepare(View view, Request request, List<Key> keys) {
        request.serviceKeyRotationDays().ifPresent(ChangeSettings::requireOffered);
        boolean hides = headers.current().hasPrivateNames();
        boolean shallHide = request.privateNames().orElse(hides);
        Optional<SealedHeader> next = shallHide == hides ? Optional.empty() : Optional.of(renamed(view, shallHide));
        return Prepared.change(work -> {
            request.serviceKeyRotationDays().ifPresent(days -> ServiceKeyRotation.change(work, days));
            request.rememberPaths().ifPresent(wanted -> RememberedPaths.change(work, wanted));
            next.ifPresent(header -> headers.announce(work, header));
            return new ListSettings.Response(ServiceKeyRotation.days(work), shallHide, RememberedPaths.wanted(work));
        });
    }

    private static void requireOffered(int days) {
        if (!ServiceKeyRotation.CHOICES.contains(days)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "The keys of Keyhold's services rotate every " + ServiceKeyRotation.CHOICES.getFirst() + " or "
                            + ServiceKeyRotation.CHOICES.getLast() + " days.");
        }
    }

    /// The names to write again are those of the principals: the hashes do not tell them.
    private SealedHeader renamed(View view, boolean hide) {
        List<String> names = Users.names(view);
        return headers.next(view, header -> hide ? header.withPrivateNames() : header.withPlainNames(names));
    }
}
