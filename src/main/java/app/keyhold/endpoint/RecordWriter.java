package app.keyhold.endpoint;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One record as one JSON object; empty optionals leave no member. Secrets are written and wiped.
final class RecordWriter {
    private final JsonGenerator generator;

    RecordWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    void write(Object value) throws IOException {
        switch (value) {
            case String text -> generator.writeString(text);
            case Blob blob -> generator.writeBinary(blob.toByteArray());
            case SecretBytes secret -> writeSecret(secret);
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number.toPlainString());
            case Instant time -> writeSeconds(BigDecimal.valueOf(time.toEpochMilli(), 3));
            case Duration time -> writeSeconds(BigDecimal.valueOf(time.toMillis(), 3));
            case Enum<?> constant -> generator.writeString(constant.name());
            case LocalDate date -> generator.writeString(date.toString());
            case UUID id -> generator.writeString(id.toString());
            case Path path -> generator.writeString(path.toString());
            case Iterable<?> items -> writeList(items);
            case Map<?, ?> entries -> writeMap(entries);
            case Record members -> writeRecord(members);
            default -> throw new IllegalArgumentException("The wire has no form for " + value.getClass());
        }
    }

    private void writeRecord(Record members) throws IOException {
        generator.writeStartObject();
        for (var slot : RecordShape.of(members.getClass()).slots()) {
            Object value = slot.valueIn(members);
            if (value instanceof Optional<?> optional) {
                if (optional.isPresent()) {
                    generator.writeFieldName(slot.name());
                    write(optional.get());
                }
            } else {
                generator.writeFieldName(slot.name());
                write(value);
            }
        }
        generator.writeEndObject();
    }

    private void writeList(Iterable<?> items) throws IOException {
        generator.writeStartArray();
        for (Object item : items) {
            write(item);
        }
        generator.writeEndArray();
    }

    private void writeMap(Map<?, ?> entries) throws IOException {
        generator.writeStartObject();
        for (var entry : entries.entrySet()) {
            generator.writeFieldName(entry.getKey().toString());
            if (entry.getValue() == null) {
                generator.writeNull();
            } else {
                write(entry.getValue());
            }
        }
        generator.writeEndObject();
    }

    /// Without trailing zeros, as `1764000000` or `1764000000.25`, never with an exponent.
    private void writeSeconds(BigDecimal seconds) throws IOException {
        BigDecimal shortest = seconds.stripTrailingZeros();
        generator.writeNumber((shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString());
    }

    private void writeSecret(SecretBytes secret) throws IOException {
        byte[] bytes = secret.exposed();
        try {
            generator.writeBinary(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            secret.close();
        }
    }
}
