package app.keyhold.desktop.audit;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One event as the detail pane copies it: CloudTrail's record beside the links of the
/// chain and the canonical bytes that they cover.
final class EventJson {
    private EventJson() {}

    static String of(Event event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", event.number());
        json.put("previousHash", event.previousHash());
        json.put("hash", event.hash());
        json.put("event", event.cloudTrail());
        json.put("body", event.body().base64());
        return new String(new AwsJson().encodeIndented(json), StandardCharsets.UTF_8);
    }
}
