package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Arguments of the form NAME=VALUE.
final class Fields {
    private Fields() {}

    static Map<String, String> parse(List<String> arguments) {
        var fields = new LinkedHashMap<String, String>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new UsageException("`" + argument + "` is no NAME=VALUE.", "Write it like purpose=archive.");
            }
            if (fields.put(argument.substring(0, equals), argument.substring(equals + 1)) != null) {
                throw new UsageException("`" + argument + "` gives a name twice.", "Give every name once.");
            }
        }
        return fields;
    }
}
