package app.keyhold.kms.key;

import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;

public record Tag(
        @Required @Length(min = 1, max = 128) String tagKey,
        @Required @Length(max = 256) String tagValue) {}
