package app.keyhold.cli.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A conversation with the command line, as a text file:
///
/// ```
/// -- pass --                   a file's content, until the next line that begins with -- or $
/// correct horse
///
/// $ keyhold key list           a command; or one of the stage's own: see Stage
/// 0> text                      a line of standard input
/// p> text                      an answer at the passphrase prompt
/// 1> ALIAS  KEY ID…            a line of standard output; … stands for anything, {name} for a word that is remembered
/// 1> ...                       any lines
/// 2> keyhold: …                a line of standard error
/// ? 4                          the exit code, 0 where none is given
/// ```
///
/// Output that is not expected fails the script. `{W}` is the script's own folder. Lines that begin with # are comments.
record Script(Map<String, String> files, List<Step> steps) {
    record Step(
            int line,
            String command,
            List<String> input,
            List<String> answers,
            List<String> output,
            List<String> errors,
            int exit) {}

    static Script parse(List<String> lines) {
        var files = new LinkedHashMap<String, String>();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < lines.size(); ) {
            String line = lines.get(i);
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                String name = line.substring(3, line.length() - 3);
                var content = new StringBuilder();
                for (i++; i < lines.size() && !begins(lines.get(i)); i++) {
                    content.append(lines.get(i)).append('\n');
                }
                files.put(name, content.toString().stripTrailing() + "\n");
            } else if (line.startsWith("$ ")) {
                int start = i++;
                while (i < lines.size() && !begins(lines.get(i))) {
                    i++;
                }
                steps.add(step(start, lines.subList(start, i)));
            } else {
                require(line.isBlank() || line.startsWith("#"), i, line);
                i++;
            }
        }
        return new Script(files, steps);
    }

    private static boolean begins(String line) {
        return line.startsWith("-- ") || line.startsWith("$ ") || line.startsWith("#");
    }

    private static Step step(int start, List<String> lines) {
        var step = new Step(
                start + 1,
                lines.getFirst().substring(2),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                exit(lines));
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line.length() > 3 ? line.substring(3) : "";
            switch (line.isBlank() ? "" : line.substring(0, 2)) {
                case "0>" -> step.input().add(text);
                case "p>" -> step.answers().add(text);
                case "1>" -> step.output().add(text);
                case "2>" -> step.errors().add(text);
                default -> require(line.isBlank() || line.startsWith("? "), start + i, line);
            }
        }
        return step;
    }

    private static int exit(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("? "))
                .mapToInt(line -> Integer.parseInt(line.substring(2).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void require(boolean understood, int number, String line) {
        if (!understood) {
            throw new IllegalArgumentException("Line " + (number + 1) + " is no part of a script: " + line);
        }
    }
}
