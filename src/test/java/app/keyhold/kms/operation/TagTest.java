package app.keyhold.kms.operation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.kms.Fault;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.tag.ListResourceTags;
import app.keyhold.kms.operation.tag.TagResource;
import app.keyhold.kms.operation.tag.UntagResource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
    private final Desk desk = new Desk();
    private final String key = desk.createKey();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aKnownTagGetsItsValueInItsOldPlace() {
        tag(new Tag("Cost", "1"), new Tag("Team", "a"));
        tag(new Tag("New", ""), new Tag("Cost", "2"));

        assertThat(tags()).containsExactly(new Tag("Cost", "2"), new Tag("Team", "a"), new Tag("New", ""));
    }

    @Test
    void tagsAreTakenOffAndUnknownOnesAreNoError() {
        tag(new Tag("Cost", "1"), new Tag("Team", "a"));
        desk.call(new UntagResource.Request(key, List.of("Cost", "Unknown")));

        assertThat(tags()).containsExactly(new Tag("Team", "a"));
    }

    @Test
    void aTagIsSetOnceInARequest() {
        Refused.with(Fault.TagException, "Duplicate tag keys").when(() -> tag(new Tag("a", "1"), new Tag("a", "2")));
    }

    @Test
    void tagKeysAreCaseSensitive() {
        tag(new Tag("a", "1"), new Tag("A", "2"));

        assertThat(tags()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:cost", "AWS:cost", "aWs:"})
    void thePrefixOfTheServiceIsReserved(String name) {
        var reserved = Refused.with(Fault.TagException, "Tags beginning with aws: are reserved");

        reserved.when(() -> tag(new Tag(name, "")));
        reserved.when(() -> desk.call(new UntagResource.Request(key, List.of(name))));
    }

    @Test
    void aKeyHasFiftyTagsAtMost() {
        tag(IntStream.range(0, 50).mapToObj(i -> new Tag("k" + i, "")).toArray(Tag[]::new));
        tag(new Tag("k7", "another value"));

        Refused.with(Fault.TagException, "Too many tags").when(() -> tag(new Tag("one more", "")));
        assertThat(tags()).hasSize(50);
    }

    @Test
    void aLongTagKeyIsRefusedByShape() {
        String name = "k".repeat(129);

        Refused.with(
                        Fault.ValidationException,
                        "1 validation error detected: Value '" + name + "' at 'tags.1.member.tagKey' failed to satisfy "
                                + "constraint: Member must have length less than or equal to 128")
                .when(() -> tag(new Tag(name, "")));
    }

    @Test
    void pagesGoOnInStoredOrder() {
        tag(new Tag("z", ""), new Tag("a", ""), new Tag("m", ""));
        var first = desk.call(new ListResourceTags.Request(key, Optional.of(2), Optional.empty()));
        var second = desk.call(new ListResourceTags.Request(key, Optional.of(2), first.nextMarker()));

        assertThat(first.tags()).extracting(Tag::tagKey).containsExactly("z", "a");
        assertThat(second.tags()).extracting(Tag::tagKey).containsExactly("m");
    }

    @Test
    void aPageWhosePlaceIsGoneIsRefused() {
        tag(new Tag("z", ""), new Tag("a", ""));
        var first = desk.call(new ListResourceTags.Request(key, Optional.of(1), Optional.empty()));
        desk.call(new UntagResource.Request(key, List.of("z")));

        Refused.by(
                Fault.InvalidMarkerException,
                () -> desk.call(new ListResourceTags.Request(key, Optional.of(1), first.nextMarker())));
    }

    private void tag(Tag... tags) {
        desk.call(new TagResource.Request(key, List.of(tags)));
    }

    private List<Tag> tags() {
        return desk.call(ListResourceTags.Request.of(key)).tags();
    }
}
