package app.keyhold.vault;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.cost.Prices;
import app.keyhold.kms.cost.RequestKind;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The prices that costs are estimated with: built in, or those a person has put into `prices.json` in this computer's
/// state folder. They belong to no vault, for they are no secret and the same for all of them. Read anew each time.
public final class PriceFile implements Supplier<Prices> {
    public static final String NAME = "prices.json";

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_DIGITS = 12;
    private static final Set<String> MEMBERS = Set.of(
            "currency", "source", "keyMonth", "rotationMonth", "chargedRotations", "freeRequests", "freeKinds",
            "per10000Requests");

    private final Path folder;
    private final Path file;

    PriceFile(Path stateFolder) {
        this.folder = stateFolder;
        this.file = stateFolder.resolve(NAME);
    }

    /// Where an own list goes.
    public Path path() {
        return file;
    }

    /// Whether somebody has put a list of their own there.
    public boolean isOwn() {
        return Files.exists(file);
    }

    /// Puts the built-in list into the file, to be edited.
    ///
    /// @throws IOException if there is one already, or it cannot be written
    public void create() throws IOException {
        OwnerOnly.createFolder(folder);
        try (var out = Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE), OwnerOnly.file(file))) {
            out.write(StandardCharsets.UTF_8.encode(builtIn()));
        }
    }

    /// @throws KmsException ValidationException, naming file and place, if somebody's list cannot be read
    @Override
    public Prices get() {
        try {
            return read(text());
        } catch (JacksonException malformed) {
            throw refused("it is not well-formed JSON at line " + Optional.ofNullable(malformed.getLocation())
                    .map(at -> Integer.toString(at.getLineNr())).orElse("?"));
        }
    }

    /// The list in force, as it can be put into the file.
    public String text() {
        try {
            if (!Files.exists(file)) {
                return builtIn();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw refused("it is larger than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw refused("it cannot be read");
        }
    }

    private static String builtIn() {
        try (var in = Prices.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException("The built-in prices are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Prices read(String text) throws JacksonException {
        JsonNode list = Json.MAPPER.readTree(text);
        if (list == null || !list.isObject()) {
            throw refused("it is no JSON object");
        }
        list.fieldNames().forEachRemaining(name -> require(MEMBERS.contains(name), "`" + name + "` is no member of it"));
        return new Prices(
                word(list, "currency"),
                word(list, "source"),
                money(list, "keyMonth"),
                money(list, "rotationMonth"),
                Math.toIntExact(count(list, "chargedRotations", 25)),
                count(list, "freeRequests", 1_000_000_000_000L),
                perKind(list.path("per10000Requests")),
                freeKinds(list.path("freeKinds")));
    }

    private Map<RequestKind, BigDecimal> perKind(JsonNode prices) {
        require(prices.isObject(), "per10000Requests is no object");
        prices.fieldNames().forEachRemaining(this::kind);
        Map<RequestKind, BigDecimal> found = new EnumMap<>(RequestKind.class);
        for (RequestKind kind : RequestKind.values()) {
            found.put(kind, money(prices, kind.name()));
        }
        return found;
    }

    private Set<RequestKind> freeKinds(JsonNode kinds) {
        require(kinds.isArray(), "freeKinds is no list");
        Set<RequestKind> found = EnumSet.noneOf(RequestKind.class);
        kinds.forEach(kind -> found.add(kind(kind.asText())));
        return found;
    }

    private RequestKind kind(String name) {
        Set<String> names = EnumSet.allOf(RequestKind.class).stream().map(Enum::name).collect(Collectors.toSet());
        require(names.contains(name), "`" + name + "` is no kind of request");
        return RequestKind.valueOf(name);
    }

    private String word(JsonNode list, String name) {
        String text = list.path(name).asText("");
        require(list.path(name).isTextual() && !text.isBlank() && text.length() <= 200, name + " is no text of 1 to 200 characters");
        return text;
    }

    private long count(JsonNode list, String name, long most) {
        JsonNode number = list.path(name);
        require(number.isIntegralNumber() && number.canConvertToLong() && number.asLong() >= 0 && number.asLong() <= most,
                name + " is no whole number from 0 to " + most);
        return number.asLong();
    }

    /// In quotes or not, never by way of a binary fraction.
    private BigDecimal money(JsonNode list, String name) {
        JsonNode amount = list.path(name);
        String text = amount.isTextual() ? amount.asText() : amount.isNumber() ? amount.decimalValue().toPlainString() : "";
        require(text.length() <= MOST_DIGITS && text.matches("[0-9]+(\\.[0-9]+)?"), name + " is no amount such as \"0.03\"");
        return new BigDecimal(text);
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw refused(what);
        }
    }

    private KmsException refused(String what) {
        return new KmsException(
                Fault.ValidationException,
                "The prices in " + file + " cannot be used: " + what + ". Correct the file, or delete it to go back to the"
                        + " built-in prices.");
    }

    /// Made when prices are first asked for: it takes as long as a third of an unlock without its key derivation.
    private static final class Json {
        static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }
}
