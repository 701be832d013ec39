package app.keyhold.kms;

import app.keyhold.kms.shape.RecordMembers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request's members by name, as policies see them: as texts.
final class RequestMembers {
    private final Optional<? extends Record> request;

    /// @param request empty where a question is asked without one
    RequestMembers(Optional<? extends Record> request) {
        this.request = request;
    }

    /// Whether requests of this kind have the member, given or not.
    boolean has(String name) {
        return request.stream()
                .flatMap(record -> RecordMembers.of(record.getClass()).stream())
                .anyMatch(member -> member.name().equals(name));
    }

    /// Empty if it is not given.
    List<String> values(String name) {
        return given(name).map(RequestMembers::texts).orElse(List.of());
    }

    /// The default's value if requests of this kind have the member but this one does not give it.
    List<String> values(String name, String otherwise) {
        List<String> values = values(name);
        return values.isEmpty() && has(name) ? List.of(otherwise) : values;
    }

    Map<String, String> map(String name) {
        var entries = new TreeMap<String, String>();
        if (given(name).orElse("") instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.put(String.valueOf(key), String.valueOf(value)));
        }
        return entries;
    }

    <T> List<T> list(String name, Class<T> type) {
        return given(name).orElse("") instanceof Collection<?> several
                ? several.stream().filter(type::isInstance).map(type::cast).toList()
                : List.of();
    }

    /// A structure inside the request.
    Optional<RequestMembers> record(String name) {
        return given(name).orElse("") instanceof Record nested
                ? Optional.of(new RequestMembers(Optional.of(nested)))
                : Optional.empty();
    }

    /// Names of the members that are given, as on the wire.
    List<String> present() {
        return request.stream()
                .flatMap(record -> RecordMembers.of(record.getClass()).stream())
                .map(RecordMembers.One::name)
                .filter(name -> given(name).isPresent())
                .map(name -> Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .toList();
    }

    /// Empty lists and maps are not given.
    private Optional<Object> given(String name) {
        return request.flatMap(record -> RecordMembers.of(record.getClass()).stream()
                        .filter(member -> member.name().equals(name))
                        .findFirst()
                        .map(member -> member.of(record)))
                .flatMap(value -> value instanceof Optional<?> optional ? optional : Optional.of(value))
                .map(value -> (Object) value)
                .filter(value -> !(value instanceof Collection<?> list && list.isEmpty()))
                .filter(value -> !(value instanceof Map<?, ?> map && map.isEmpty()));
    }

    private static List<String> texts(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }
}
