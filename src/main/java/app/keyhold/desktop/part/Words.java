package app.keyhold.desktop.part;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;

/// What the screens say, in the person's language: one bundle a package, `words.properties` (English) and `words_de.properties`
/// beside the package's views. A text with places to fill is a [MessageFormat]; an apostrophe in it is an apostrophe, so
/// a text can't quote a brace.
///
/// The language is that of [Locale.Category#DISPLAY] when a text is asked for, English if there is no bundle for it.
public final class Words {
    private static final List<String> LANGUAGES = List.of("en", "de");
    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "dv", "fa", "he", "iw", "ji", "ps", "sd", "ug", "ur", "yi");

    private final Class<?> beside;
    private final String bundle;

    private Words(Class<?> beside) {
        this.beside = beside;
        this.bundle = beside.getPackageName() + ".words";
    }

    /// The words of `member`'s package.
    public static Words of(Class<?> member) {
        return new Words(member);
    }

    /// The languages there are words in, as ISO 639 codes; the first is the one every text exists in.
    public static List<String> languages() {
        return LANGUAGES;
    }

    /// How numbers, days and texts are written now.
    public static Locale locale() {
        var wanted = Locale.getDefault(Locale.Category.DISPLAY);
        return LANGUAGES.contains(wanted.getLanguage()) ? wanted : Locale.ENGLISH;
    }

    /// Whether the person's language is written from the right, even if there are no words in it yet.
    public static boolean isRightToLeft() {
        return FROM_THE_RIGHT.contains(Locale.getDefault(Locale.Category.DISPLAY).getLanguage());
    }

    public ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                bundle, locale(), beside.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /// @throws java.util.MissingResourceException if no language has the text
    public String get(String key) {
        return bundle().getString(key);
    }

    /// @param values for `{0}`, `{1}`, …; a number is grouped as the language does, and may choose its text:
    ///     `{0,choice,0#no files|1#one file|1<{0} files}`
    public String get(String key, Object... values) {
        return new MessageFormat(get(key).replace("'", "''"), locale()).format(values);
    }

    /// The text of an enum's constant: `Purpose.SIGN`.
    public String get(Enum<?> constant) {
        return get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
