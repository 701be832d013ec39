package app.keyhold.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerFactsTest {
    private static final String ACCOUNT = "111122223333";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Origin WIRE = new Origin("127.0.0.1", "aws-cli/2", false);

    /// `-`: there is none.
    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "aws:PrincipalArn,           root,    arn:aws:iam::111122223333:root",
        "aws:PrincipalArn,           user,    arn:aws:iam::111122223333:user/eva",
        "aws:PrincipalArn,           session, arn:aws:iam::111122223333:role/auditor",
        "aws:PrincipalType,          root,    Account",
        "aws:PrincipalType,          user,    User",
        "aws:PrincipalType,          session, AssumedRole",
        "aws:PrincipalType,          service, -",
        "aws:PrincipalIsAWSService,  service, true",
        "aws:PrincipalIsAWSService,  user,    false",
        "aws:username,               root,    -",
        "aws:username,               user,    eva",
        "aws:username,               session, -",
        "aws:userid,                 user,    THEID",
        "aws:userid,                 session, THEID:today",
        "aws:TokenIssueTime,         user,    -",
        "aws:PrincipalTag/Team,      user,    -",
        "aws:PrincipalTag/team,      session, red",
        "aws:PrincipalTag/size,      session, -",
        "aws:SourceIdentity,         user,    -",
        "aws:SourceIdentity,         session, eva",
        "aws:TokenIssueTime,         session, 2026-03-01T11:59:00Z",
        "aws:CurrentTime,            user,    2026-03-01T12:00:00Z",
        "aws:EpochTime,              user,    1772366400",
        "aws:SourceIp,               wire,    127.0.0.1",
        "aws:SourceIp,               user,    -",
        "aws:SourceIp,               via,     -",
        "aws:UserAgent,              wire,    aws-cli/2",
        "aws:SecureTransport,        wire,    false",
        "aws:SecureTransport,        user,    true",
        "aws:ViaAWSService,          user,    false",
        "aws:ViaAWSService,          via,     true",
        "aws:CalledVia,              via,     files.amazonaws.com",
        "aws:CalledViaFirst,         via,     files.amazonaws.com",
        "aws:CalledViaLast,          via,     files.amazonaws.com",
        "aws:CalledVia,              user,    -",
        "kms:ViaService,             via,     files.us-east-1.amazonaws.com",
        "kms:ViaService,             user,    -",
        "kms:GrantIsForAWSResource,  via,     true",
        "kms:CallerAccount,          session, 111122223333",
        "aws:RequestedRegion,        user,    us-east-1",
        "aws:MultiFactorAuthPresent, user,    -",
        "aws:PrincipalOrgID,         user,    -",
    })
    void areWhatAwsHas(String key, String who, String fact) {
        var facts = new CallerFacts(caller(who), Optional.of("THEID"), ACCOUNT, "us-east-1", NOON);

        assertThat(facts.of(ContextKey.named(key).orElseThrow()))
                .isEqualTo(fact.equals("-") ? List.of() : List.of(fact));
    }

    private static Caller caller(String who) {
        Principal eva = new Principal.User(ACCOUNT, "eva");
        return switch (who) {
            case "root" -> Caller.of(new Principal.Root(ACCOUNT), Origin.INTERNAL);
            case "service" -> Caller.of(Principal.Service.KMS, Origin.INTERNAL);
            case "session" ->
                Caller.inSession(
                        new Principal.AssumedRole(ACCOUNT, "auditor", "today"),
                        new Session(
                                "THEID",
                                NOON.minusSeconds(60),
                                NOON.plusSeconds(60),
                                Optional.empty(),
                                0,
                                List.of(new SessionTag("Team", "red", false)),
                                Optional.of("eva")),
                        Origin.INTERNAL);
            case "wire" -> Caller.of(eva, WIRE);
            case "via" -> new ForwardedAccess(Principal.Service.FILES).forward(Caller.of(eva, WIRE));
            default -> Caller.of(eva, Origin.INTERNAL);
        };
    }
}
