package app.keyhold.vault.operation;

/// A request whose operation needs the header to itself: nobody else changes it until the answer, and if the operation
/// announces another one, the vault replaces the file and settles before it answers.
public interface HeaderChanging {}
