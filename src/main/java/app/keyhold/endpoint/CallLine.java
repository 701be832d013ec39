package app.keyhold.endpoint;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// One call on a line of its own: `{"Operation":"Encrypt","Region":"us-east-1","Request":{…}}`.
///
/// @param request the request's own bytes, still to be decoded; `{}` if the line has none
public record CallLine(String operation, Optional<String> region, byte[] request) implements AutoCloseable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /// @param line the caller goes on owning and wiping it
    /// @throws KmsException SerializationException
    public static CallLine parse(byte[] line) {
        try (JsonParser parser = FACTORY.createParser(line)) {
            Optional<String> operation = Optional.empty();
            Optional<String> region = Optional.empty();
            byte[] request = {'{', '}'};
            require(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String member = parser.currentName();
                JsonToken token = parser.nextToken();
                switch (member) {
                    case "Operation" -> {
                        require(token == JsonToken.VALUE_STRING);
                        operation = Optional.of(parser.getText());
                    }
                    case "Region" -> {
                        require(token == JsonToken.VALUE_STRING);
                        region = Optional.of(parser.getText());
                    }
                    case "Request" -> {
                        require(token == JsonToken.START_OBJECT);
                        int start = (int) parser.currentTokenLocation().getByteOffset();
                        parser.skipChildren();
                        request = Arrays.copyOfRange(line, start, (int) parser.currentLocation().getByteOffset());
                    }
                    default -> require(false);
                }
            }
            require(parser.nextToken() == null);
            return new CallLine(operation.orElseThrow(CallLine::unfit), region, request);
        } catch (IOException malformed) {
            throw unfit();
        }
    }

    /// Wipes the request.
    @Override
    public void close() {
        Arrays.fill(request, (byte) 0);
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw unfit();
        }
    }

    private static KmsException unfit() {
        return new KmsException(
                Fault.SerializationException,
                "A line is one object with Operation, and Region and Request if wanted, and nothing else.");
    }
}
