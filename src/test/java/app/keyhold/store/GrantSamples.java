package app.keyhold.store;

import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.grant.GrantUse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Grants on the keys of [Samples], and uses to hold them against.
final class GrantSamples {
    private static final String SOURCE = "arn:aws:keyhold:us-east-1:123456789012:volume/photos";
    private static final List<GrantOperation> OPERATIONS = List.of(
            GrantOperation.Decrypt,
            GrantOperation.Encrypt,
            GrantOperation.DescribeKey,
            GrantOperation.CreateGrant,
            GrantOperation.Sign);

    private GrantSamples() {}

    static String id(int number) {
        return "%064x".formatted(number);
    }

    static GrantPrincipal person(String user) {
        return new GrantPrincipal(Samples.user(user).principal().arn(), "AIDA" + user);
    }

    static GrantTerms terms(GrantOperation... operations) {
        return new GrantTerms(Set.of(operations), GrantConstraints.NONE);
    }

    static Grant grant(int key, int number, String user, GrantTerms terms) {
        return new Grant(
                Samples.id(key),
                id(number),
                Optional.empty(),
                Samples.NOON,
                person(user),
                Optional.empty(),
                Samples.OWNER,
                terms,
                0);
    }

    /// With every part there is.
    static Grant everything(int key, int number) {
        return new Grant(
                Samples.id(key),
                id(number),
                Optional.of("for-photos"),
                Samples.NOON.plusNanos(number),
                GrantPrincipal.ofService("ebs.amazonaws.com"),
                Optional.of(person("eva")),
                Samples.OWNER,
                new GrantTerms(
                        EnumSet.allOf(GrantOperation.class),
                        new GrantConstraints(
                                Optional.of(Map.of("volume", "photos", "", "ü")),
                                Optional.of(Map.of("volume", "photos")),
                                Optional.of(SOURCE))),
                0);
    }

    /// Each differs from `grant` in one thing that makes it another grant.
    static Stream<Grant> variations(Grant grant) {
        var fewer = EnumSet.copyOf(grant.terms().operations());
        fewer.remove(GrantOperation.Decrypt);
        GrantConstraints constraints = grant.terms().constraints();
        var looser = new GrantConstraints(
                constraints.encryptionContextEquals(), Optional.empty(), constraints.sourceArn());
        var eva = person("eva");
        var anotherEva = new GrantPrincipal(eva.name(), "AIDAanother");
        return Stream.of(
                with(grant, Samples.id(2), grant.name(), grant.grantee(), grant.retiring(), grant.terms()),
                with(grant, grant.keyId(), Optional.empty(), grant.grantee(), grant.retiring(), grant.terms()),
                with(grant, grant.keyId(), Optional.of("other"), grant.grantee(), grant.retiring(), grant.terms()),
                with(grant, grant.keyId(), grant.name(), eva, grant.retiring(), grant.terms()),
                with(grant, grant.keyId(), grant.name(), grant.grantee(), Optional.of(anotherEva), grant.terms()),
                with(grant, grant.keyId(), grant.name(), grant.grantee(), Optional.empty(), grant.terms()),
                with(grant, grant.keyId(), grant.name(), grant.grantee(), Optional.of(grant.grantee()), grant.terms()),
                with(grant, grant.keyId(), grant.name(), grant.grantee(), grant.retiring(), new GrantTerms(fewer, constraints)),
                with(
                        grant,
                        grant.keyId(),
                        grant.name(),
                        grant.grantee(),
                        grant.retiring(),
                        new GrantTerms(grant.terms().operations(), looser)));
    }

    private static Grant with(
            Grant grant,
            String keyId,
            Optional<String> name,
            GrantPrincipal grantee,
            Optional<GrantPrincipal> retiring,
            GrantTerms terms) {
        return new Grant(keyId, grant.id(), name, grant.created(), grantee, retiring, grant.issuer(), terms, 0);
    }

    /// Of few names, few pairs and few operations, so that many nearly match. One grantee has most of them.
    static List<Grant> random(Random random, int count) {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            grants.add(grant(1 + random.nextInt(2), i, grantee(random), randomTerms(random)));
        }
        return grants;
    }

    static GrantUse randomUse(Random random) {
        GrantOperation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        return new GrantUse(
                Samples.id(1 + random.nextInt(2)),
                person(grantee(random)),
                operation,
                context(random, 4),
                random.nextBoolean() ? Optional.of(SOURCE) : Optional.empty(),
                operation == GrantOperation.CreateGrant ? Optional.of(randomTerms(random)) : Optional.empty());
    }

    private static String grantee(Random random) {
        return random.nextInt(10) > 0 ? "eva" : "bo";
    }

    private static GrantTerms randomTerms(Random random) {
        var operations = EnumSet.of(OPERATIONS.get(random.nextInt(OPERATIONS.size())));
        if (random.nextInt(3) == 0) {
            operations.add(OPERATIONS.get(random.nextInt(OPERATIONS.size())));
        }
        return new GrantTerms(
                operations,
                new GrantConstraints(
                        random.nextInt(2) == 0 ? Optional.of(context(random, 3)) : Optional.empty(),
                        random.nextInt(4) > 0 ? Optional.of(context(random, 3)) : Optional.empty(),
                        random.nextInt(2) == 0 ? Optional.of(SOURCE) : Optional.empty()));
    }

    private static Map<String, String> context(Random random, int most) {
        Map<String, String> context = new TreeMap<>();
        for (int i = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(most); i > 0; i--) {
            context.put("name" + random.nextInt(5), "value" + random.nextInt(3));
        }
        return context;
    }
}
