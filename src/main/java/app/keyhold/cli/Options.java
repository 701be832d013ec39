package app.keyhold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Range;
import picocli.CommandLine.ScopeType;

/// The options of a command, or of what several have in common, declared in code. Other commands declare theirs by annotations,
/// which read better; but a process takes as long to read those of one command as to start, and some commands are waited for.
///
/// What a declaration returns answers once the command was parsed.
public final class Options {
    private final ScopeType scope;
    private final List<OptionSpec> options = new ArrayList<>();
    private final List<Options> choices = new ArrayList<>();
    private final List<PositionalParamSpec> parameters = new ArrayList<>();

    private Options(ScopeType scope) {
        this.scope = scope;
    }

    public static Options ofOneCommand() {
        return new Options(ScopeType.LOCAL);
    }

    /// Which every command below takes too.
    public static Options inherited() {
        return new Options(ScopeType.INHERIT);
    }

    public BooleanSupplier flag(String name, String description) {
        OptionSpec option = add(OptionSpec.builder(name), description, boolean.class);
        return () -> Boolean.TRUE.equals(option.getValue());
    }

    /// `--name` or `--no-name`.
    public Supplier<Optional<Boolean>> eitherWay(String name, String description) {
        OptionSpec option = add(OptionSpec.builder(name).negatable(true), description, Boolean.class);
        return () -> Optional.ofNullable(option.getValue());
    }

    /// @param label stands for the value where the option is explained
    public <T> Supplier<Optional<T>> value(String name, String label, Class<T> type, String description) {
        OptionSpec option = add(OptionSpec.builder(name).paramLabel(label), description, type);
        return () -> Optional.ofNullable(option.getValue());
    }

    public <T> Supplier<Optional<T>> value(
            String name, String label, Class<T> type, ITypeConverter<T> converter, String description) {
        OptionSpec option = add(OptionSpec.builder(name).paramLabel(label).converters(converter), description, type);
        return () -> Optional.ofNullable(option.getValue());
    }

    /// May be given several times.
    public Supplier<List<String>> values(String name, String label, String description) {
        OptionSpec option = add(
                OptionSpec.builder(name).paramLabel(label).auxiliaryTypes(String.class), description, List.class);
        return () -> Optional.<List<String>>ofNullable(option.getValue()).orElse(List.of());
    }

    /// @param arity how many, as picocli writes ranges
    public Supplier<List<String>> parameters(String arity, String label, String description) {
        PositionalParamSpec all = PositionalParamSpec.builder()
                .arity(arity)
                .required(Range.valueOf(arity).min() > 0)
                .paramLabel(label)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .parameterConsumer(Options::takeRun)
                .build();
        parameters.add(all);
        return () -> Optional.<List<String>>ofNullable(all.getValue()).orElse(List.of());
    }

    /// Takes all words up to one that may be an option. By itself picocli asks a dozen things of each, among them by two
    /// exceptions whether it is a number, which is 40 ms of a command over 2,000 files.
    private static void takeRun(Stack<String> words, ArgSpec parameter, CommandSpec command) {
        var taken = new ArrayList<String>(Optional.<List<String>>ofNullable(parameter.getValue()).orElse(List.of()));
        do {
            taken.add(words.pop());
        } while (!words.isEmpty() && !mayBeOption(words.peek()));
        parameter.setValue(taken);
    }

    /// `-` alone is none.
    private static boolean mayBeOption(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    /// Options of which only one can be given.
    public Options choice() {
        var choice = new Options(scope);
        choices.add(choice);
        return choice;
    }

    /// The command that takes these.
    public CommandLine command(String description, Callable<Integer> work) {
        var command = CommandSpec.wrapWithoutInspection(work);
        command.usageMessage().description(description);
        addTo(command);
        return new CommandLine(command);
    }

    public void addTo(CommandSpec command) {
        options.forEach(command::addOption);
        parameters.forEach(command::addPositional);
        for (Options choice : choices) {
            var group = ArgGroupSpec.builder();
            choice.options.forEach(group::addArg);
            command.addArgGroup(group.build());
        }
    }

    private OptionSpec add(OptionSpec.Builder option, String description, Class<?> type) {
        OptionSpec added = option.type(type).description(description).scopeType(scope).build();
        options.add(added);
        return added;
    }
}
