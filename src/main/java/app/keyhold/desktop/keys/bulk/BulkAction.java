package app.keyhold.desktop.keys.bulk;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.EnableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import app.keyhold.kms.operation.tag.TagResource;
import app.keyhold.kms.operation.tag.UntagResource;
import java.util.List;
import java.util.Optional;

/// One thing done to each of several keys.
public sealed interface BulkAction {
    record Enable() implements BulkAction {}

    record Disable() implements BulkAction {}

    record SetTag(Tag tag) implements BulkAction {}

    record ScheduleDeletion(int days) implements BulkAction {}

    /// Whether it can be done to a key as it stands.
    default boolean fits(KeyRow key) {
        if (key.manager() == KeyManager.AWS) {
            return false;
        }
        return switch (this) {
            case Enable() -> key.state() == KeyState.Disabled;
            case Disable() -> key.state() == KeyState.Enabled;
            case SetTag(Tag tag) -> key.state() != KeyState.PendingDeletion && !key.tags().contains(tag);
            case ScheduleDeletion(_) -> key.state() != KeyState.PendingDeletion && key.state() != KeyState.PendingReplicaDeletion;
        };
    }

    default KmsRequest<?> request(KeyRow key) {
        return switch (this) {
            case Enable() -> new EnableKey.Request(key.keyId());
            case Disable() -> new DisableKey.Request(key.keyId());
            case SetTag(Tag tag) -> new TagResource.Request(key.keyId(), List.of(tag));
            case ScheduleDeletion(int days) -> ScheduleKeyDeletion.Request.of(key.keyId(), days);
        };
    }

    /// What takes it back. A deletion that was cancelled leaves its key disabled, so one that was enabled is enabled too.
    default List<KmsRequest<?>> back(KeyRow before) {
        return switch (this) {
            case Enable() -> List.of(new DisableKey.Request(before.keyId()));
            case Disable() -> List.of(new EnableKey.Request(before.keyId()));
            case SetTag(Tag tag) -> List.of(oldTag(before, tag)
                    .<KmsRequest<?>>map(old -> new TagResource.Request(before.keyId(), List.of(old)))
                    .orElseGet(() -> new UntagResource.Request(before.keyId(), List.of(tag.tagKey()))));
            case ScheduleDeletion(_) -> before.state() == KeyState.Enabled
                    ? List.of(new CancelKeyDeletion.Request(before.keyId()), new EnableKey.Request(before.keyId()))
                    : List.of(new CancelKeyDeletion.Request(before.keyId()));
        };
    }

    private static Optional<Tag> oldTag(KeyRow key, Tag tag) {
        return key.tags().stream().filter(one -> one.tagKey().equals(tag.tagKey())).findFirst();
    }
}
