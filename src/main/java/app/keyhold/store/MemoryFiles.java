package app.keyhold.store;

import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownFiles;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;

/// Known files by message id and key id.
record MemoryFiles(NavigableMap<String, KnownFile> rows) implements KnownFiles {
    @Override
    public List<KnownFile> find(String messageId) {
        return rows.values().stream()
                .filter(file -> file.messageId().equals(messageId))
                .toList();
    }

    @Override
    public List<KnownFile> at(String path) {
        return rows.values().stream()
                .filter(file -> file.path().filter(known -> known.text().equals(path)).isPresent())
                .toList();
    }

    @Override
    public List<Group> groups() {
        return rows.values().stream()
                .collect(Collectors.groupingBy(
                        file -> new Group(file.keyId(), file.materialId(), 0), Collectors.counting()))
                .entrySet()
                .stream()
                .map(counted -> new Group(
                        counted.getKey().keyId(), counted.getKey().materialId(), counted.getValue()))
                .sorted(Comparator.comparing(Group::keyId).thenComparing(Group::materialId))
                .toList();
    }

    @Override
    public List<Group> groupsOf(String keyId) {
        return groups().stream().filter(group -> group.keyId().equals(keyId)).toList();
    }

    @Override
    public List<KnownFile> under(String keyId, String materialId, long after, int limit) {
        return rows.values().stream()
                .filter(file -> file.number() > after)
                .filter(file -> file.keyId().equals(keyId) && file.materialId().equals(materialId))
                .sorted(Comparator.comparingLong(KnownFile::number))
                .limit(limit)
                .toList();
    }
}
