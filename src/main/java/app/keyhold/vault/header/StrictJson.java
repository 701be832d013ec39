package app.keyhold.vault.header;

import app.keyhold.crypto.Blob;
import app.keyhold.vault.VaultException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One JSON object, read without leniency: no member twice, none unknown, none missing, nothing behind the end.
public final class StrictJson {
    private final String what;
    private final JsonNode object;
    private final Set<String> unread;

    private StrictJson(String what, JsonNode object) {
        if (!object.isObject()) {
            throw damaged(what, "is no JSON object");
        }
        this.what = what;
        this.object = object;
        this.unread = new HashSet<>();
        object.fieldNames().forEachRemaining(unread::add);
    }

    /// @param what the file's name, for messages
    /// @throws VaultException DAMAGED
    public static StrictJson read(String what, byte[] json) {
        try {
            return new StrictJson(what, JsonTree.read(json));
        } catch (JsonProcessingException malformed) {
            // The parser's message would quote the file's content.
            throw damaged(what, "is no well-formed JSON");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static ObjectNode object() {
        return JsonTree.object();
    }

    public static byte[] write(ObjectNode object) {
        return JsonTree.write(object);
    }

    public String text(String name) {
        var value = member(name);
        if (!value.isTextual()) {
            throw damaged(what, "has no text in " + name);
        }
        return value.textValue();
    }

    public long number(String name) {
        var value = member(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw damaged(what, "has no whole number in " + name);
        }
        return value.longValue();
    }

    public boolean flag(String name) {
        var value = member(name);
        if (!value.isBoolean()) {
            throw damaged(what, "has no true or false in " + name);
        }
        return value.booleanValue();
    }

    public Blob base64(String name) {
        try {
            return Blob.ofBase64(text(name));
        } catch (IllegalArgumentException malformed) {
            throw damaged(what, "has no base64 in " + name);
        }
    }

    public Optional<String> textIfThere(String name) {
        return object.has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public Optional<Blob> base64IfThere(String name) {
        return object.has(name) ? Optional.of(base64(name)) : Optional.empty();
    }

    public Blob hex(String name) {
        try {
            return Blob.ofHex(text(name));
        } catch (IllegalArgumentException malformed) {
            throw damaged(what, "has no hexadecimal in " + name);
        }
    }

    public StrictJson inner(String name) {
        return new StrictJson(what, member(name));
    }

    public Optional<StrictJson> innerIfThere(String name) {
        return object.has(name) ? Optional.of(inner(name)) : Optional.empty();
    }

    public List<StrictJson> list(String name, int most) {
        var value = member(name);
        if (!value.isArray() || value.size() > most) {
            throw damaged(what, "has no list of at most " + most + " in " + name);
        }
        var items = new ArrayList<StrictJson>();
        value.forEach(item -> items.add(new StrictJson(what, item)));
        return items;
    }

    /// To be called when everything known has been read.
    public void end() {
        if (!unread.isEmpty()) {
            throw damaged(what, "has members Keyhold never writes");
        }
    }

    private JsonNode member(String name) {
        unread.remove(name);
        var value = object.get(name);
        if (value == null) {
            throw damaged(what, "lacks " + name);
        }
        return value;
    }

    static VaultException damaged(String what, String how) {
        return new VaultException(
                VaultException.Kind.DAMAGED,
                what + " " + how + ": the file is damaged; the databases are untouched.",
                "Put the file back from vault.json.previous or a backup.");
    }
}
