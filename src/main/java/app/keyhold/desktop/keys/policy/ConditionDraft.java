package app.keyhold.desktop.keys.policy;

import java.util.Arrays;
import java.util.List;

/// One condition as a form has it: `StringEquals`, `kms:ViaService`, the values with commas between.
record ConditionDraft(String operator, String key, String values) {
    static final ConditionDraft USUAL = new ConditionDraft("StringEquals", "kms:ViaService", ""); // not words

    List<String> valueList() {
        return Arrays.stream(values.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }
}
