package app.keyhold.vault.operation;

/// A request whose operation announces another header: the vault replaces the file and settles before the answer.
public interface HeaderChanging {}
