package app.keyhold.crypto;

/// KMS API: EncapsulationAlgorithmSpec.
public enum EncapsulationAlgorithm {
    ML_KEM
}
