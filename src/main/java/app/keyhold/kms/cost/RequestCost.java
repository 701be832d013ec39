package app.keyhold.kms.cost;

import java.math.BigDecimal;

/// @param estimatedCost before free requests are taken off
public record RequestCost(RequestKind kind, long count, BigDecimal estimatedCost) {}
