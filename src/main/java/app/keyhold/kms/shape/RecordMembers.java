package app.keyhold.kms.shape;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A record type's members in order, looked up once per class.
public final class RecordMembers {
    private static final ClassValue<List<One>> KNOWN = new ClassValue<>() {
        @Override
        protected List<One> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(One::new).toList();
        }
    };

    private RecordMembers() {}

    public static List<One> of(Class<?> recordType) {
        return KNOWN.get(recordType);
    }

    public static final class One {
        private final RecordComponent component;
        private final Method accessor;

        private One(RecordComponent component) {
            this.component = component;
            this.accessor = component.getAccessor();
            this.accessor.setAccessible(true);
        }

        /// In lower camel case, as messages and events name it.
        public String name() {
            return component.getName();
        }

        public <A extends Annotation> Optional<A> annotation(Class<A> type) {
            return Optional.ofNullable(component.getAnnotation(type));
        }

        /// Null only for a record that was decoded and not yet checked.
        public @Nullable Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException("A record's accessor failed: " + accessor, impossible);
            }
        }
    }
}
