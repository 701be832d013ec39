package app.keyhold.kms;

import app.keyhold.audit.Detail;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.shape.RecordMembers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What an event tells of a request or a response: its members by name, except bytes. Plaintext, ciphertext, messages
/// and signatures are all bytes, and none of them belongs in a trail.
final class EventDetail {
    /// Says which window asked, not what was asked; or names by a long word what the event names anyway.
    private static final Set<String> LEFT_OUT = Set.of("screenSession", "grantToken", "grantTokens");

    private EventDetail() {}

    static Detail.Members of(Record record) {
        var members = new TreeMap<String, Detail>();
        for (RecordMembers.One member : RecordMembers.of(record.getClass())) {
            if (!LEFT_OUT.contains(member.name())) {
                Optional.ofNullable(member.of(record))
                        .flatMap(EventDetail::detail)
                        .ifPresent(detail -> members.put(member.name(), detail));
            }
        }
        return new Detail.Members(members);
    }

    /// Empty for bytes and for what is absent.
    private static Optional<Detail> detail(Object value) {
        return switch (value) {
            case Blob _, SecretBytes _ -> Optional.empty();
            case Optional<?> optional -> optional.flatMap(EventDetail::detail);
            case Boolean flag -> Optional.of(new Detail.Flag(flag));
            case Integer number -> Optional.of(new Detail.Number(number));
            case Long number -> Optional.of(new Detail.Number(number));
            case Collection<?> several -> several.isEmpty() ? Optional.empty() : Optional.of(items(several));
            case Map<?, ?> map -> map.isEmpty() ? Optional.empty() : Optional.of(members(map));
            case Record nested -> Optional.of(of(nested));
            default -> Optional.of(new Detail.Text(value.toString()));
        };
    }

    private static Detail items(Collection<?> several) {
        List<Detail> items = new ArrayList<>();
        several.forEach(one -> detail(one).ifPresent(items::add));
        return new Detail.Items(items);
    }

    private static Detail members(Map<?, ?> map) {
        var members = new TreeMap<String, Detail>();
        map.forEach((name, value) -> detail(value).ifPresent(detail -> members.put(name.toString(), detail)));
        return new Detail.Members(members);
    }
}
