package app.keyhold.desktop.keys.material;

import java.util.List;

/// The steps of an import. Which ones there are depends on where the material is wrapped.
public enum ImportStep {
    WAY,
    MATERIAL,
    PARAMETERS,
    WRAP,
    WRAPPED,
    TERMS,
    DONE;

    /// The material lies on this computer.
    static final List<ImportStep> HERE = List.of(WAY, MATERIAL, TERMS, DONE);

    /// The material is wrapped where it lies, and only that comes here.
    static final List<ImportStep> ELSEWHERE = List.of(WAY, PARAMETERS, WRAP, WRAPPED, TERMS, DONE);
}
