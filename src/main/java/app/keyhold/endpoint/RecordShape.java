package app.keyhold.endpoint;

import app.keyhold.kms.shape.Member;
import app.keyhold.kms.shape.Required;
import app.keyhold.kms.shape.Sensitive;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the wire needs to know of a record class, found out once: its members in order and how to make one.
record RecordShape(Class<?> type, List<Slot> slots, Map<String, Slot> byName, Constructor<?> constructor) {
    private static final ClassValue<RecordShape> KNOWN = new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
            return examine(type);
        }
    };

    /// @param name on the wire
    /// @param isText of a secret: a string on the wire, not base64
    record Slot(int index, String name, Type type, boolean isText, boolean required, Method accessor) {
        Object valueIn(Object holder) {
            try {
                return accessor.invoke(holder);
            } catch (ReflectiveOperationException unreadable) {
                throw new IllegalStateException("Cannot read " + accessor, unreadable);
            }
        }
    }

    static RecordShape of(Class<?> type) {
        return KNOWN.get(type);
    }

    /// @param values by slot; null where a required member was missing
    Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalStateException("Cannot make " + type, refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot make " + type, impossible);
        }
    }

    private static RecordShape examine(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        var slots = new ArrayList<Slot>();
        var byName = new HashMap<String, Slot>();
        var types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            types[i] = component.getType();
            component.getAccessor().setAccessible(true);
            var slot = new Slot(
                    i,
                    wireName(component),
                    component.getGenericType(),
                    component.isAnnotationPresent(Sensitive.class),
                    component.isAnnotationPresent(Required.class),
                    component.getAccessor());
            slots.add(slot);
            byName.put(slot.name(), slot);
        }
        try {
            return new RecordShape(type, List.copyOf(slots), Map.copyOf(byName), type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A record without its constructor: " + type, impossible);
        }
    }

    private static String wireName(RecordComponent component) {
        String name = component.getName();
        return Optional.ofNullable(component.getAnnotation(Member.class))
                .map(Member::value)
                .orElseGet(() -> Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }
}
