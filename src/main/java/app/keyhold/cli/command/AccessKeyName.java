package app.keyhold.cli.command;

import picocli.CommandLine.Parameters;

/// One access key and whose it is.
final class AccessKeyName {
    @Parameters(index = "0", paramLabel = "USER", description = "Whose it is")
    private String user = "";

    @Parameters(index = "1", paramLabel = "ID", description = "The access key's id, AKIA...")
    private String id = "";

    String user() {
        return user;
    }

    String id() {
        return id;
    }
}
