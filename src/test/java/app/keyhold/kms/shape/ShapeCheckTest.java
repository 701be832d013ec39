package app.keyhold.kms.shape;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.key.Tag;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeCheckTest {
    enum Colour {
        RED,
        GREEN
    }

    record Inner(@Length(min = 1, max = 2) Optional<Blob> document) {}

    record Request(
            @Required @Length(min = 1, max = 5) String keyId,
            @Required @Length(min = 1, max = 4) SecretBytes plaintext,
            @Range(min = 1, max = 10) Optional<Integer> numberOfBytes,
            @OneOf(Colour.class) Optional<String> colour,
            @Matches("^[a-z]+$") Optional<String> name,
            @Length(max = 2) @EachLength(min = 1, max = 3) List<String> tokens,
            List<Tag> tags,
            @OneOf(Colour.class) List<String> colours,
            Optional<Inner> inner) {
        static final Request GOOD = new Request(
                "key",
                SecretBytes.takeOver(new byte[4]),
                Optional.of(10),
                Optional.of("RED"),
                Optional.of("abc"),
                List.of("a", "abc"),
                List.of(new Tag("k", "")),
                List.of("GREEN"),
                Optional.of(new Inner(Optional.of(Blob.of(new byte[2])))));

        Request withKeyId(String now) {
            return new Request(now, plaintext, numberOfBytes, colour, name, tokens, tags, colours, inner);
        }

        Request withPlaintext(int length) {
            var secret = SecretBytes.takeOver(new byte[length]);
            return new Request(keyId, secret, numberOfBytes, colour, name, tokens, tags, colours, inner);
        }

        Request withNumber(int now) {
            return new Request(keyId, plaintext, Optional.of(now), colour, name, tokens, tags, colours, inner);
        }

        Request withColour(String now) {
            return new Request(keyId, plaintext, numberOfBytes, Optional.of(now), name, tokens, tags, colours, inner);
        }

        Request withName(String now) {
            return new Request(keyId, plaintext, numberOfBytes, colour, Optional.of(now), tokens, tags, colours, inner);
        }

        Request withTokens(List<String> now) {
            return new Request(keyId, plaintext, numberOfBytes, colour, name, now, tags, colours, inner);
        }

        Request withTags(List<Tag> now) {
            return new Request(keyId, plaintext, numberOfBytes, colour, name, tokens, now, colours, inner);
        }

        Request withColours(List<String> now) {
            return new Request(keyId, plaintext, numberOfBytes, colour, name, tokens, tags, now, inner);
        }

        Request withDocument(int length) {
            var inner = new Inner(Optional.of(Blob.of(new byte[length])));
            return new Request(keyId, plaintext, numberOfBytes, colour, name, tokens, tags, colours, Optional.of(inner));
        }
    }

    @Test
    void findsNothingWrongWithARequestAtItsLimits() {
        assertThat(ShapeCheck.message(Request.GOOD)).isEmpty();
    }

    @Test
    void namesAMissingMember() {
        assertThat(ShapeCheck.message(Request.GOOD.withKeyId(null)))
                .contains("1 validation error detected: Value null at 'keyId' failed to satisfy constraint: "
                        + "Member must not be null");
    }

    @Test
    void showsATextThatIsTooLong() {
        assertThat(ShapeCheck.message(Request.GOOD.withKeyId("sixsix")))
                .contains("1 validation error detected: Value 'sixsix' at 'keyId' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 5");
    }

    @Test
    void countsCharactersNotUtf16Units() {
        assertThat(ShapeCheck.message(Request.GOOD.withKeyId("🔑🔑🔑🔑🔑"))).isEmpty();
    }

    @Test
    void neverShowsBytes() {
        assertThat(ShapeCheck.message(Request.GOOD.withPlaintext(5)))
                .contains("1 validation error detected: Value at 'plaintext' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 4");
        assertThat(ShapeCheck.message(Request.GOOD.withPlaintext(0)))
                .contains("1 validation error detected: Value at 'plaintext' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
    }

    @Test
    void boundsNumbers() {
        assertThat(ShapeCheck.message(Request.GOOD.withNumber(0)))
                .contains("1 validation error detected: Value '0' at 'numberOfBytes' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1");
        assertThat(ShapeCheck.message(Request.GOOD.withNumber(11)))
                .contains("1 validation error detected: Value '11' at 'numberOfBytes' failed to satisfy constraint: "
                        + "Member must have value less than or equal to 10");
    }

    @Test
    void listsWhatAnEnumKnows() {
        assertThat(ShapeCheck.message(Request.GOOD.withColour("BLUE")))
                .contains("1 validation error detected: Value 'BLUE' at 'colour' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [RED, GREEN]");
        assertThat(ShapeCheck.message(Request.GOOD.withColours(List.of("RED", "BLUE"))))
                .contains("1 validation error detected: Value '[RED, BLUE]' at 'colours' failed to satisfy constraint: "
                        + "Member must satisfy constraint: [Member must satisfy enum value set: [RED, GREEN]]");
    }

    @Test
    void quotesThePattern() {
        assertThat(ShapeCheck.message(Request.GOOD.withName("a1")))
                .contains("1 validation error detected: Value 'a1' at 'name' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: ^[a-z]+$");
    }

    @Test
    void checksEachElementOfAList() {
        assertThat(ShapeCheck.message(Request.GOOD.withTokens(List.of(""))))
                .contains("1 validation error detected: Value '[]' at 'tokens' failed to satisfy constraint: "
                        + "Member must satisfy constraint: [Member must have length less than or equal to 3, "
                        + "Member must have length greater than or equal to 1]");
    }

    @Test
    void namesMembersOfListedRecordsByPosition() {
        assertThat(ShapeCheck.message(Request.GOOD.withTags(List.of(new Tag("a", "b"), new Tag("", "b")))))
                .contains("1 validation error detected: Value '' at 'tags.2.member.tagKey' failed to satisfy "
                        + "constraint: Member must have length greater than or equal to 1");
    }

    @Test
    void looksIntoNestedRecords() {
        assertThat(ShapeCheck.message(Request.GOOD.withDocument(3)))
                .contains("1 validation error detected: Value at 'inner.document' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 2");
    }

    @Test
    void reportsEverythingTogetherInTheOrderOfTheMembers() {
        assertThat(ShapeCheck.message(Request.GOOD.withKeyId(null).withNumber(0).withName("1")))
                .contains("3 validation errors detected: "
                        + "Value null at 'keyId' failed to satisfy constraint: Member must not be null; "
                        + "Value '0' at 'numberOfBytes' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1; "
                        + "Value '1' at 'name' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: ^[a-z]+$");
    }
}
