package app.keyhold.kms;

import app.keyhold.iam.Authority;
import app.keyhold.iam.Caller;
import app.keyhold.iam.CallerFacts;
import app.keyhold.iam.Facts;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Question;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who asks for what, and all that policies may want to know about it.
///
/// @param identity the caller's, or of the role its session is of; empty for a service by itself
/// @param request empty where a permission is looked at without a request
/// @param accesses all that the request needs
/// @param supplied facts that come before what caller, request and key say; none in earnest
record Inquiry(
        View view,
        Caller caller,
        Optional<Identity> identity,
        Instant now,
        Optional<? extends Record> request,
        List<Access> accesses,
        Facts supplied) {
    Question question(Access access, String resource) {
        String region = access instanceof Access.InRegion elsewhere ? elsewhere.region() : view.region();
        Facts facts = supplied.orElse(
                        new CallerFacts(caller, identity.map(Identity::uniqueId), view.account(), region, now))
                .orElse(new RequestFacts(view, request, access, accesses));
        return new Question(caller.principal(), identity, view.account(), access.action(), resource, facts);
    }

    Authority authority() {
        return identity.map(known -> Authority.of(known, caller)).orElse(Authority.NONE);
    }
}
