package app.keyhold;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.keyhold.iam.Caller;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.kms.Client;
import app.keyhold.kms.Operation;
import app.keyhold.kms.PolicySimulator;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.View;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the arrows between the rooms, and the one door.
class ArchitectureTest {
    private static final JavaClasses KEYHOLD = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("app.keyhold");

    /// A room and the rooms it may import from.
    record Room(String name, String... mayKnow) {
        @Override
        public String toString() {
            return name + " knows " + (mayKnow.length == 0 ? "nobody" : String.join(", ", mayKnow));
        }
    }

    static Stream<Room> rooms() {
        return Stream.of(
                new Room("crypto"),
                new Room("json"),
                new Room("iam", "json"),
                new Room("audit", "crypto"),
                new Room("kms", "iam", "audit", "crypto"),
                new Room("schedule", "kms"),
                new Room("xks", "kms", "crypto"),
                new Room("message", "crypto"),
                new Room("files", "kms", "message", "crypto"),
                new Room("store", "kms", "iam", "audit", "crypto"),
                new Room("vault", "kms", "iam", "audit", "store", "json", "crypto"),
                new Room("endpoint", "kms", "iam", "crypto"),
                new Room("export", "kms", "vault", "endpoint", "crypto"),
                new Room("cli", "kms", "files", "vault", "endpoint", "export", "crypto"),
                new Room("desktop", "kms", "files", "vault", "endpoint", "export", "crypto"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void knowsOnlyItsNeighbours(Room room) {
        List<String> allowed = new ArrayList<>(
                Arrays.stream(room.mayKnow()).map(ArchitectureTest::room).toList());
        allowed.add(room(room.name()));
        classes()
                .that()
                .resideInAPackage(room(room.name()))
                .should()
                .onlyAccessClassesThat(not(resideInAPackage("app.keyhold.."))
                        .or(resideInAnyPackage(allowed.toArray(String[]::new)))
                        .or(isPartOfTheDoor()))
                .because("rooms know each other only along the arrows of the architecture")
                .allowEmptyShould(true)
                .check(KEYHOLD);
    }

    @Test
    void theCoreKnowsNoToolkitNoSqlNoHttpNoJson() {
        noClasses()
                .that()
                .resideInAnyPackage(room("kms"), room("iam"), room("audit"), room("message"), room("crypto"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.sql..", "javax.sql..", "java.net.http..", "com.fasterxml..", "org.sqlite..")
                .because("the core must serve every front and every store alike")
                .check(KEYHOLD);
    }

    @Test
    void theCommandLineLoadsNoJavaFx() {
        noClasses()
                .that()
                .resideInAPackage(room("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", room("desktop"))
                .because("a command must start fast and on machines without a display")
                .check(KEYHOLD);
    }

    @Test
    void onlyTheEnginePreparesAnOperation() {
        noClasses()
                .that(not(resideInAPackage("app.keyhold.kms")))
                .should()
                .callMethodWhere(named("prepare").or(named("prepareFor")).and(onOwner(Operation.class)).and(not(fromOwnBridge())))
                .because("authorization, key state and audit happen once, in the pipeline")
                .check(KEYHOLD);
    }

    @Test
    void onlyTheEngineAppliesAChange() {
        noClasses()
                .that(not(resideInAPackage("app.keyhold.kms")))
                .should()
                .callMethodWhere(named("apply").and(onOwner(Prepared.Change.class)))
                .because("a change is written only together with its audit row")
                .check(KEYHOLD);
    }

    @Test
    void onlyTheWiringForwardsPeople() {
        noClasses()
                .that(not(resideInAnyPackage("app.keyhold", "app.keyhold.iam")))
                .should()
                .callConstructor(ForwardedAccess.class, app.keyhold.iam.Principal.Service.class)
                .because("a front that could name a service could use the keys reserved for it")
                .check(KEYHOLD);
    }

    @Test
    void onlyATokenBeginsASession() {
        noClasses()
                .that(not(equivalentTo(SessionTokens.class).or(equivalentTo(PolicySimulator.class))))
                .should()
                .callMethodWhere(named("inSession").and(onOwner(Caller.class)))
                .because("whoever could make a session without its token could be any role; the simulator hands none out")
                .check(KEYHOLD);
    }

    @Test
    void theDriverIsKnownInOneRoom() {
        noClasses()
                .that(not(resideInAPackage(room("store"))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "java.sql..", "org.jdbi..")
                .because("another store can take SQLite's place")
                .check(KEYHOLD);
    }

    /// What stands between listeners and a list is held by nobody but its model: the list knows it weakly.
    @Test
    void aReadOnlyViewOfAListLivesAsLongAsItsModel() {
        noClasses()
                .should()
                .callMethodWhere(named("unmodifiableObservableList").and(not(fromConstructor())))
                .because("listeners of a view made for the asking hear nothing any more once it is collected")
                .check(KEYHOLD);
    }

    @Test
    void outputGoesThroughTheCommandLine() {
        noClasses()
                .that(not(resideInAnyPackage("app.keyhold", room("cli"))))
                .should()
                .accessField(System.class, "out")
                .because("results belong on the stdout of a command, and nowhere else")
                .check(KEYHOLD);
    }

    /// The writer looks at no call again because files became known.
    @Test
    void noCheckAsksWhichFilesAreKnown() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.<JavaAccess<?>>and(
                        fromMethod("resolve", "accesses", "requireFit"), onOwner(View.class), named("files")))
                .because("steps 2 to 4 are not taken again when files become known")
                .check(KEYHOLD);
    }

    private static String room(String name) {
        return "app.keyhold." + name + "..";
    }

    /// A [Client] carries its caller; holding one is not knowing `iam`.
    private static DescribedPredicate<JavaClass> isPartOfTheDoor() {
        return JavaClass.Predicates.equivalentTo(Client.class).or(JavaClass.Predicates.equivalentTo(Caller.class));
    }

    private static DescribedPredicate<JavaAccess<?>> named(String method) {
        return DescribedPredicate.describe("named " + method, access -> access.getTarget().getName().equals(method));
    }

    private static DescribedPredicate<JavaAccess<?>> onOwner(Class<?> type) {
        return DescribedPredicate.describe(
                "on " + type.getSimpleName(),
                access -> access.getTargetOwner().isAssignableTo(type));
    }

    private static DescribedPredicate<JavaAccess<?>> fromMethod(String... names) {
        return DescribedPredicate.describe(
                "from " + String.join(", ", names), access -> List.of(names).contains(access.getOrigin().getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> fromConstructor() {
        return DescribedPredicate.describe("from a constructor", access -> access.getOrigin().isConstructor());
    }

    /// The compiler's bridge from the generic method to the operation's own.
    private static DescribedPredicate<JavaAccess<?>> fromOwnBridge() {
        return DescribedPredicate.describe(
                "from a bridge method of the same class",
                access -> access.getOriginOwner().equals(access.getTargetOwner())
                        && access.getOrigin().getModifiers().contains(JavaModifier.BRIDGE));
    }
}
