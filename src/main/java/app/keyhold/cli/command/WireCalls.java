package app.keyhold.cli.command;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.endpoint.Secrets;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;

/// Calls by name with requests in AWS JSON.
final class WireCalls {
    private final AwsJson json = new AwsJson();
    private final Client client;

    WireCalls(Client client) {
        this.client = client;
    }

    /// @return the response; whoever prints it wipes its secrets
    /// @throws KmsException if the call cannot be read or is refused
    Object answer(String operation, byte[] request) {
        Class<?> type = client.requestType(operation)
                .orElseThrow(() -> new KmsException(
                        Fault.UnknownOperationException, "There is no operation named " + operation + "."));
        KmsRequest<?> decoded = json.decode(request, type.asSubclass(KmsRequest.class));
        try {
            return client.call(decoded);
        } finally {
            Secrets.wipe(decoded);
        }
    }
}
