package app.keyhold.vault.operation;

/// A request that may change the header outside the home Region too, because it makes the Region it is asked in the home.
public interface HomeTaking extends HeaderChanging {}
