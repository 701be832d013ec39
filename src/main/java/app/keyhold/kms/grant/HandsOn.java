package app.keyhold.kms.grant;

/// A request to make a grant: whoever may do so only by a grant of their own can hand on no more than that one has.
public interface HandsOn {
    GrantTerms terms();
}
