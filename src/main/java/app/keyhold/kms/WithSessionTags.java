package app.keyhold.kms;

import app.keyhold.iam.SessionTag;
import java.util.List;

/// A request that begins a session with tags: `aws:RequestTag/KEY` and `aws:TagKeys` are about these.
public interface WithSessionTags {
    List<SessionTag> sessionTags();
}
