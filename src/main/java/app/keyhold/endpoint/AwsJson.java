package app.keyhold.endpoint;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.Member;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Records of the KMS API to and from AWS JSON 1.1: members by component name with a capital (or
/// [app.keyhold.kms.shape.Member]), blobs in base64, times as seconds since 1970.
///
/// Reading ignores members the record does not have, as the service does, and refuses everything else that does not fit:
/// wrong types, duplicate members, base64 that is not canonical, anything behind the object, more than [#MAX_BYTES]. A
/// missing required member is left for the pipeline's shape check. Safe for use by several threads.
public final class AwsJson {
    public static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 32;

    private final JsonFactory factory = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_BYTES)
                    .maxStringLength(MAX_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            // Recycled buffers would keep the last plaintext alive in a thread.
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /// @param json one object in UTF-8; the caller goes on owning and wiping it
    /// @throws KmsException SerializationException
    public <Q extends KmsRequest<?>> Q decode(byte[] json, Class<Q> type) {
        if (json.length > MAX_BYTES) {
            throw new KmsException(Fault.SerializationException, "The request is larger than " + MAX_BYTES + " bytes.");
        }
        try (JsonParser parser = factory.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new KmsException(Fault.SerializationException, "The request is no JSON object.");
            }
            Q request = type.cast(new RecordReader(parser).read(RecordShape.of(type)));
            if (parser.nextToken() != null) {
                Secrets.wipe(request);
                throw new KmsException(Fault.SerializationException, "Something follows the request's object.");
            }
            return request;
        } catch (IOException malformed) {
            // Jackson's own words may quote the input, and the input may hold a plaintext.
            throw new KmsException(Fault.SerializationException, "The request is not well-formed JSON.");
        }
    }

    /// Secrets in the response are written and wiped; the caller wipes the answer once it is sent.
    public byte[] encode(Object response) {
        return write(generator -> new RecordWriter(generator).write(response));
    }

    /// The same over several lines, for a person.
    public byte[] encodeIndented(Object response) {
        return write(generator -> new RecordWriter(generator.useDefaultPrettyPrinter()).write(response));
    }

    /// `{"__type":"NotFoundException","message":"…"}`; no message where the service sends none.
    public byte[] encode(KmsException refusal) {
        return encode(new Refusal(refusal.fault().name(), refusal.serviceMessage()));
    }

    private record Refusal(@Member("__type") String type, @Member("message") Optional<String> message) {}

    private byte[] write(Writing writing) {
        try (var buffer = new WipedBuffer()) {
            try (JsonGenerator generator = factory.createGenerator(buffer)) {
                writing.to(generator);
            }
            return buffer.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Writing {
        void to(JsonGenerator generator) throws IOException;
    }
}
