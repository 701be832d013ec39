package app.keyhold.vault.header;

import app.keyhold.crypto.Blob;
import app.keyhold.json.Json;
import app.keyhold.json.JsonReader;
import app.keyhold.json.JsonSyntaxException;
import app.keyhold.vault.VaultException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One JSON object, read without leniency: no member twice, none unknown, none missing, nothing behind the end.
///
/// With a reader of our own, because Jackson's makes every start of a process wait some 30 ms for the powers of five that the
/// JDK's decimal numbers are made with.
public final class StrictJson {
    private static final int MAX_DEPTH = 8;

    private final String what;
    private final Map<String, Json.Member> members;
    private final Set<String> unread;

    private StrictJson(String what, Json json) {
        if (!(json instanceof Json.Members object)) {
            throw damaged(what, "is no JSON object");
        }
        this.what = what;
        this.members = object.values();
        this.unread = new HashSet<>(members.keySet());
    }

    /// @param what the file's name, for messages
    /// @throws VaultException DAMAGED
    public static StrictJson read(String what, byte[] json) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            return new StrictJson(what, JsonReader.read(what, text, MAX_DEPTH));
        } catch (CharacterCodingException | JsonSyntaxException malformed) {
            // Its message would quote the file's content.
            throw damaged(what, "is no well-formed JSON");
        }
    }

    public static ObjectNode object() {
        return JsonTree.object();
    }

    public static byte[] write(ObjectNode object) {
        return JsonTree.write(object);
    }

    public String text(String name) {
        if (member(name) instanceof Json.Text text) {
            return text.value();
        }
        throw damaged(what, "has no text in " + name);
    }

    public long number(String name) {
        if (member(name) instanceof Json.Number number) {
            try {
                return Long.parseLong(number.value());
            } catch (NumberFormatException fractionOrTooLarge) {
                throw damaged(what, "has no whole number in " + name);
            }
        }
        throw damaged(what, "has no whole number in " + name);
    }

    public boolean flag(String name) {
        if (member(name) instanceof Json.Flag flag) {
            return flag.value();
        }
        throw damaged(what, "has no true or false in " + name);
    }

    public Blob base64(String name) {
        try {
            return Blob.ofBase64(text(name));
        } catch (IllegalArgumentException malformed) {
            throw damaged(what, "has no base64 in " + name);
        }
    }

    public Optional<String> textIfThere(String name) {
        return members.containsKey(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public Optional<Blob> base64IfThere(String name) {
        return members.containsKey(name) ? Optional.of(base64(name)) : Optional.empty();
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
        return members.containsKey(name) ? Optional.of(inner(name)) : Optional.empty();
    }

    public List<StrictJson> list(String name, int most) {
        if (member(name) instanceof Json.Items items && items.values().size() <= most) {
            return items.values().stream().map(item -> new StrictJson(what, item)).toList();
        }
        throw damaged(what, "has no list of at most " + most + " in " + name);
    }

    /// To be called when everything known has been read.
    public void end() {
        if (!unread.isEmpty()) {
            throw damaged(what, "has members Keyhold never writes");
        }
    }

    private Json member(String name) {
        unread.remove(name);
        return Optional.ofNullable(members.get(name))
                .orElseThrow(() -> damaged(what, "lacks " + name))
                .value();
    }

    static VaultException damaged(String what, String how) {
        return new VaultException(
                VaultException.Kind.DAMAGED,
                what + " " + how + ": the file is damaged; the databases are untouched.",
                "Put the file back from vault.json.previous or a backup.");
    }
}
