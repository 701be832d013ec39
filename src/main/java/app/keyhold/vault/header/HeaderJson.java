package app.keyhold.vault.header;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.vault.VaultException;
import app.keyhold.vault.slot.KdfMemory;
import app.keyhold.vault.slot.Slot;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// The header's exact bytes: compact JSON, members in this order, no other spelling accepted.
final class HeaderJson {
    private static final String WHAT = "The header in vault.json";
    private static final String ARGON2ID = "argon2id";
    private static final String RECOVERY = "recovery";

    private HeaderJson() {}

    static Blob write(Header header) {
        var json = StrictJson.object()
                .put("version", Header.VERSION)
                .put("vaultId", header.vaultId())
                .put("incarnation", header.incarnation())
                .put("account", header.account())
                .put("homeRegion", header.homeRegion())
                .put("generation", header.generation())
                .put("created", header.created().toString());
        writeRegions(header, json);
        writeSlots(header.slots(), json.putArray("slots"));
        header.move().ifPresent(move -> {
            var inner = json.putObject("move");
            writeSlots(move.slots(), inner.putArray("slots"));
            inner.put("oldRoot", move.oldRoot().base64());
        });
        return Blob.of(StrictJson.write(json));
    }

    /// Left out where the home is the only Region and always was.
    private static void writeRegions(Header header, ObjectNode json) {
        if (header.homeEpoch() == 1 && header.homeSince() == 1 && header.places().isEmpty()) {
            return;
        }
        var inner = json.putObject("regions")
                .put("homeEpoch", header.homeEpoch())
                .put("homeSince", header.homeSince());
        var array = inner.putArray("places");
        for (var place : header.places()) {
            var one = array.addObject().put("region", place.region()).put("path", place.path());
            place.oldRoot().ifPresent(root -> one.put("oldRoot", root.base64()));
        }
    }

    private static void writeSlots(List<Slot> slots, ArrayNode array) {
        for (var slot : slots) {
            var json = array.addObject()
                    .put("id", slot.id())
                    .put("user", slot.user())
                    .put("created", slot.created().toString());
            writeKdf(slot.kdf(), json.putObject("kdf"));
            json.put("root", slot.root().base64());
            slot.tested().ifPresent(tested -> json.put("tested", tested.toString()));
        }
    }

    private static void writeKdf(Slot.Kdf kdf, ObjectNode json) {
        switch (kdf) {
            case Slot.Kdf.Passphrase(var cost, var salt, var keyFile) ->
                json.put("id", ARGON2ID)
                        .put("memoryKib", cost.memoryKib())
                        .put("passes", cost.iterations())
                        .put("lanes", cost.lanes())
                        .put("salt", salt.base64())
                        .put("keyFile", keyFile);
            case Slot.Kdf.Recovery _ -> json.put("id", RECOVERY);
        }
    }

    /// @throws VaultException DAMAGED, NEEDS_NEWER_KEYHOLD
    static Header read(Blob bytes) {
        var json = StrictJson.read(WHAT, bytes.toByteArray());
        SealedHeader.requireVersion(json.number("version"));
        var regions = json.innerIfThere("regions").map(HeaderJson::regions).orElse(new Regions(1, 1, List.of()));
        var header = new Header(
                json.text("vaultId"),
                json.text("incarnation"),
                json.text("account"),
                json.text("homeRegion"),
                regions.homeEpoch(),
                regions.homeSince(),
                json.number("generation"),
                instant(json.text("created")),
                regions.places(),
                slots(json),
                json.innerIfThere("move").map(HeaderJson::move));
        json.end();
        if (header.homeEpoch() < 1 || header.homeSince() < 1 || header.homeSince() > header.generation()) {
            throw StrictJson.damaged(WHAT, "says that its home is one since before the vault or after now");
        }
        if (!Arrays.equals(write(header).toByteArray(), bytes.toByteArray())) {
            throw StrictJson.damaged(WHAT, "is not in its canonical form");
        }
        return header;
    }

    private record Regions(long homeEpoch, long homeSince, List<Header.Place> places) {}

    private static Regions regions(StrictJson json) {
        var places = json.list("places", Header.MAX_REGIONS).stream()
                .map(place -> {
                    var read = new Header.Place(place.text("region"), place.text("path"), place.base64IfThere("oldRoot"));
                    place.end();
                    return read;
                })
                .toList();
        var regions = new Regions(json.number("homeEpoch"), json.number("homeSince"), places);
        json.end();
        return regions;
    }

    private static Header.Move move(StrictJson json) {
        var move = new Header.Move(slots(json), json.base64("oldRoot"));
        json.end();
        return move;
    }

    private static List<Slot> slots(StrictJson json) {
        return json.list("slots", Header.MAX_SLOTS).stream()
                .map(HeaderJson::slot)
                .toList();
    }

    private static Slot slot(StrictJson json) {
        var slot = new Slot(
                json.text("id"),
                json.text("user"),
                instant(json.text("created")),
                kdf(json.inner("kdf")),
                json.base64("root"),
                json.textIfThere("tested").map(HeaderJson::instant));
        json.end();
        return slot;
    }

    private static Slot.Kdf kdf(StrictJson json) {
        var id = json.text("id");
        var kdf = switch (id) {
            case ARGON2ID -> new Slot.Kdf.Passphrase(cost(json), salt(json), json.flag("keyFile"));
            case RECOVERY -> new Slot.Kdf.Recovery();
            default ->
                throw new VaultException(
                        VaultException.Kind.NEEDS_NEWER_KEYHOLD,
                        "A keyslot uses a key derivation this Keyhold does not know.",
                        "Open this vault with the newest Keyhold.");
        };
        json.end();
        return kdf;
    }

    private static Argon2id.Cost cost(StrictJson json) {
        try {
            var cost = new Argon2id.Cost(
                    Math.toIntExact(json.number("memoryKib")),
                    Math.toIntExact(json.number("passes")),
                    Math.toIntExact(json.number("lanes")));
            KdfMemory.requireBounded(cost);
            return cost;
        } catch (ArithmeticException | IllegalArgumentException outOfBounds) {
            throw StrictJson.damaged(WHAT, "asks for an impossible key derivation");
        }
    }

    private static Blob salt(StrictJson json) {
        var salt = json.base64("salt");
        if (salt.size() != Slot.SALT_BYTES && salt.size() != Slot.LONG_SALT_BYTES) {
            throw StrictJson.damaged(WHAT, "has a salt of " + salt.size() + " bytes instead of " + Slot.SALT_BYTES);
        }
        return salt;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw StrictJson.damaged(WHAT, "has a time that is none");
        }
    }
}
