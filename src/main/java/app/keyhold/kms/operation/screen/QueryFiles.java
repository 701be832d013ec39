package app.keyhold.kms.operation.screen;

import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.file.KnownPath;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files the vault remembers, of the keys the caller may describe: what a key protects, and what is still on older
/// material.
public final class QueryFiles extends ScreenOperation<QueryFiles.Request, QueryFiles.Response> {
    /// @param keyId id, ARN or alias; of a key that is gone, its id or ARN; empty means all keys
    /// @param oldMaterial leaves out what is on its key's current material, and what no key opens any more
    /// @param marker where an earlier page ended
    public record Request(
            @Required String screenSession,
            @Length(min = 1, max = 2048) Optional<String> keyId,
            Optional<Boolean> oldMaterial,
            @Length(min = 1, max = 320) Optional<String> marker,
            @Range(min = 1, max = 1000) int limit)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param files by key and material
    /// @param total how many there are, over all pages
    public record Response(List<File> files, long total, Optional<String> nextMarker) {}

    /// @param aliases of the key, with their prefix
    /// @param path where it was written, if that was to be remembered
    public record File(
            String messageId,
            String keyId,
            List<String> aliases,
            String keyMaterialId,
            Material material,
            long size,
            Instant encrypted,
            Optional<String> path) {}

    public enum Material {
        CURRENT,
        OLDER,
        /// Its key is gone: nothing opens the file any more.
        GONE;

        static Material of(Optional<Key> key, String materialId) {
            return key.map(there -> isCurrent(there, materialId) ? CURRENT : OLDER).orElse(GONE);
        }

        private static boolean isCurrent(Key key, String materialId) {
            return !key.materials().isEmpty() && key.currentMaterial().id().equals(materialId);
        }
    }

    public QueryFiles() {
        super(Request.class, "keyhold.app", "keyhold:QueryFiles");
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        boolean olderOnly = request.oldMaterial().orElse(false);
        List<KnownFiles.Group> groups = groups(view, request).stream()
                .filter(group -> !olderOnly || material(view, group) == Material.OLDER)
                .toList();
        var from = Position.of(request.marker());
        List<File> page = new ArrayList<>();
        Optional<Position> last = Optional.empty();
        for (KnownFiles.Group group : groups) {
            int room = request.limit() - page.size();
            if (room > 0 && from.reaches(group)) {
                List<KnownFile> found =
                        view.files().under(group.keyId(), group.materialId(), from.within(group), room);
                page.addAll(shown(view, group, found));
                last = found.isEmpty() ? last : Optional.of(Position.of(found.getLast()));
            }
        }
        return Prepared.answer(new Response(
                page,
                groups.stream().mapToLong(KnownFiles.Group::count).sum(),
                page.size() < request.limit() ? Optional.empty() : last.map(Position::marker)));
    }

    /// How many of a key's files are on its older materials.
    ///
    /// @param groups of the key
    static long onOlderMaterial(List<KnownFiles.Group> groups, Key key) {
        return groups.stream()
                .filter(group -> Material.of(Optional.of(key), group.materialId()) == Material.OLDER)
                .mapToLong(KnownFiles.Group::count)
                .sum();
    }

    private static List<KnownFiles.Group> groups(View view, Request request) {
        return request.keyId()
                .map(name -> view.files().groupsOf(keyId(view, name)))
                .orElseGet(view.files()::groups);
    }

    /// A key that is gone has no alias any more, but its files are known.
    private static String keyId(View view, String name) {
        if (name.startsWith(Alias.PREFIX) || name.contains(":" + Alias.PREFIX)) {
            return KeyLookup.keyOrAlias(view, name).id();
        }
        String ours = new KeyArn(view.region(), view.account(), "").toString();
        return name.startsWith(ours) ? name.substring(ours.length()) : name;
    }

    private static Material material(View view, KnownFiles.Group group) {
        return Material.of(view.key(group.keyId()), group.materialId());
    }

    private static List<File> shown(View view, KnownFiles.Group group, List<KnownFile> files) {
        Material material = material(view, group);
        List<String> aliases =
                view.aliasesOf(group.keyId()).stream().map(Alias::name).toList();
        return files.stream()
                .map(file -> new File(
                        file.messageId(),
                        file.keyId(),
                        aliases,
                        file.materialId(),
                        material,
                        file.size(),
                        file.encrypted(),
                        file.path().map(KnownPath::text)))
                .toList();
    }

    /// Where a page begins: behind one file of one group.
    private record Position(String keyId, String materialId, long number) {
        private static final Pattern MARKER = Pattern.compile("([^/]*)/([^/]*)/(\\d{1,18})");

        static Position of(Optional<String> marker) {
            var parts = MARKER.matcher(marker.orElse(""));
            return parts.matches()
                    ? new Position(parts.group(1), parts.group(2), Long.parseLong(parts.group(3)))
                    : new Position("", "", 0);
        }

        static Position of(KnownFile last) {
            return new Position(last.keyId(), last.materialId(), last.number());
        }

        String marker() {
            return keyId + "/" + materialId + "/" + number;
        }

        boolean reaches(KnownFiles.Group group) {
            int byKey = group.keyId().compareTo(keyId);
            return byKey > 0 || byKey == 0 && group.materialId().compareTo(materialId) >= 0;
        }

        long within(KnownFiles.Group group) {
            return group.keyId().equals(keyId) && group.materialId().equals(materialId) ? number : 0;
        }
    }
}
