package dev.secondsource.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.secondsource.candidate.Candidate;
import dev.secondsource.candidate.Comparison;
import dev.secondsource.candidate.Vendor;
import dev.secondsource.profile.BuyerProfile;
import dev.secondsource.profile.ModelSpec;
import dev.secondsource.profile.Workload;
import java.util.Map;
import java.util.Set;

/**
 * What may know what. The rules speak of packages below a root, so that each can be shown to catch the bad
 * sample below another.
 */
final class Guards {
    private static final Set<String> DISK = Set.of("java.io.File", "java.io.FileInputStream", "java.io.FileOutputStream", "java.io.FileReader",
            "java.io.FileWriter", "java.io.RandomAccessFile", "java.nio.file.Files", "java.nio.channels.FileChannel");
    private static final Set<String> CLOCK = Set.of("java.time.Clock.systemDefaultZone", "java.time.Clock.systemUTC", "java.time.Clock.system",
            "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.util.Date.<init>", "java.util.Calendar.getInstance");
    private static final Set<String> DICE = Set.of("java.lang.Math.random", "java.util.Random.<init>", "java.util.SplittableRandom.<init>",
            "java.util.concurrent.ThreadLocalRandom.current");

    /** Words that a decision read from a record cannot answer are all others. */
    private static final Map<String, Set<String>> ON_RECORD = Map.of(
            BuyerProfile.class.getName(), Set.of("id", "name", "description", "currency", "budgetPerMonth", "horizonMonths", "commitments", "priorities", "workloads"),
            Workload.class.getName(), Set.of("id", "kind", "model", "unit", "volumePerMonth"),
            ModelSpec.class.getName(), Set.of("name", "modality"),
            Candidate.class.getName(), Set.of("id", "currency", "designer", "comparison"),
            Vendor.class.getName(), Set.of("id"),
            Comparison.class.getName(), Set.of("rho", "costAdvantage", "performanceLead", "breakEvenCostAdvantage"));

    private final String root;

    /** @param root the package whose packages are guarded */
    Guards(String root) {
        this.root = root;
    }

    ArchRule onlyOnePackageKnowsDrools() {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".knowledge.drools..")
                .should().dependOnClassesThat().resideInAnyPackage("org.kie..", "org.drools..", "com.github.javaparser..", "secondsource.rules..");
    }

    ArchRule onlyOnePackageKnowsCharts() {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".chart..")
                .should().dependOnClassesThat().resideInAnyPackage("org.jfree..", "org.apache.batik..", "java.awt..", "javax.swing..", "org.w3c.dom..");
    }

    ArchRule onlyOnePackageKnowsTheSolver() {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".allocation..")
                .should().dependOnClassesThat().resideInAnyPackage("org.ojalgo..");
    }

    ArchRule onlyTheEdgesKnowSpring() {
        return noClasses().that().resideInAPackage(root + "..").and(not(edge("shell", "batch")))
                .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.jline.terminal..", "org.jline.reader..");
    }

    /** A stream on a file descriptor is standard output, not the disk. */
    ArchRule onlyFilesTouchesTheDisk() {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".files..")
                .should().accessTargetWhere(target("touches the disk", access -> DISK.contains(access.getTargetOwner().getName()) && !access.getDescription().contains("java.io.FileDescriptor")
                        || access.getTargetOwner().getName().equals("java.nio.file.Path") && access.getName().equals("toRealPath")
                        || access.getTargetOwner().getName().equals("java.nio.file.Path") && access.getName().equals("toFile")));
    }

    ArchRule onlyTheEdgesPrint() {
        return noClasses().that().resideInAPackage(root + "..").and(not(edge("shell", "batch")))
                .should().accessTargetWhere(target("prints", access -> access.getTargetOwner().isEquivalentTo(System.class) && Set.of("out", "err").contains(access.getName())
                        || access.getName().equals("printStackTrace") && access.getTargetOwner().isAssignableTo(Throwable.class)));
    }

    ArchRule nothingBelowTheEdgesAsksTheClock() {
        return noClasses().that().resideInAPackage(root + "..").and(not(edge("shell", "batch", "files")))
                .should().accessTargetWhere(target("asks the clock", access -> CLOCK.contains(name(access))
                        || access.getName().equals("now") && access.getTargetOwner().getPackageName().equals("java.time")));
    }

    /** A seeded generator is made with an argument; {@code new Random()} takes none. */
    ArchRule nothingBelowTheEdgesThrowsDice() {
        return noClasses().that().resideInAPackage(root + "..").and(not(edge("shell", "batch", "files")))
                .should().accessTargetWhere(target("throws dice", access -> DICE.contains(name(access)) && !access.getDescription().contains("(long)")));
    }

    ArchRule nothingBelowTheEdgesKnowsAnEdge() {
        return noClasses().that().resideInAPackage(root + "..").and(not(edge("shell", "batch", "files")))
                .should().dependOnClassesThat().resideInAnyPackage(root + ".shell..", root + ".batch..", root + ".files..");
    }

    ArchRule quantitiesKnowNothingOfOurs() {
        return noClasses().that().resideInAPackage(root + ".quantity..").should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".quantity.."))));
    }

    /** So that a report of a record never meets a gap. */
    ArchRule reportsReadOnlyWhatARecordHas() {
        return noClasses().that().resideInAPackage(root + ".report..").should().accessTargetWhere(target("asks for more than a record has",
                access -> ON_RECORD.containsKey(access.getTargetOwner().getName()) && !ON_RECORD.get(access.getTargetOwner().getName()).contains(access.getName())));
    }

    ArchRule packagesFormNoCircle() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** The named packages, and the main class beside them. */
    private DescribedPredicate<JavaClass> edge(String... packages) {
        String[] patterns = new String[packages.length];
        for (int i = 0; i < packages.length; i++) patterns[i] = root + "." + packages[i] + "..";
        return resideInAnyPackage(patterns).or(DescribedPredicate.describe("the main class",
                c -> c.getPackageName().equals(root) && c.tryGetMethod("main", String[].class).isPresent()));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, java.util.function.Predicate<JavaAccess<?>> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static String name(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getName();
    }
}
