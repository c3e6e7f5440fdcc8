package io.tensionwire.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.FileInputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.tensionwire", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule detectionIsPureFunctions =
      noClasses().that().resideInAPackage("io.tensionwire.detection..")
          .should().dependOnClassesThat().resideInAnyPackage(
              "org.apache.kafka..", "java.nio.file..", "java.net.http..", "org.slf4j..", "io.micrometer..",
              "io.tensionwire.service..")
          .orShould().dependOnClassesThat().belongToAnyOf(
              File.class, FileInputStream.class, Socket.class, Clock.class, Random.class);

  @ArchTest
  static final ArchRule detectionAsksNoClock =
      noClasses().that().resideInAPackage("io.tensionwire.detection..")
          .should().callMethod(Instant.class, "now")
          .orShould().callMethod(LocalDate.class, "now")
          .orShould().callMethod(System.class, "currentTimeMillis")
          .orShould().callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule onlyTheFeedPackageSeesRome =
      noClasses().that().resideOutsideOfPackage("io.tensionwire.ingest.feed..")
          .should().dependOnClassesThat().resideInAPackage("com.rometools..");

  @ArchTest
  static final ArchRule onlyThePagePackageSeesJsoup =
      noClasses().that().resideOutsideOfPackage("io.tensionwire.ingest.page..")
          .should().dependOnClassesThat().resideInAPackage("org.jsoup..");

  @ArchTest
  static final ArchRule onlyTheBrokerSeesTheServer =
      noClasses().that().resideOutsideOfPackage("io.tensionwire.broker..")
          .should().dependOnClassesThat().resideInAnyPackage(
              "kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..", "org.apache.kafka.storage..",
              "org.apache.kafka.raft..", "org.apache.kafka.controller..", "scala..");

  @ArchTest
  static final ArchRule onlyTheProcessorSeesStreams =
      noClasses().that().resideOutsideOfPackage("io.tensionwire.processor..")
          .should().dependOnClassesThat().resideInAPackage("org.apache.kafka.streams..");

  @ArchTest
  static final ArchRule servicesHaveNoArrowsBetweenThem =
      slices().matching("io.tensionwire.(ingest|processor|alerts|dashboard)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule servicesKnowNothingOfTheirSurroundings =
      noClasses().that().resideInAnyPackage(
              "io.tensionwire.ingest..", "io.tensionwire.processor..", "io.tensionwire.alerts..",
              "io.tensionwire.service..", "io.tensionwire.model..", "io.tensionwire.detection..")
          .should().dependOnClassesThat().resideInAnyPackage(
              "io.tensionwire.standalone..", "io.tensionwire.broker..", "io.tensionwire.fixtures..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles = slices().matching("io.tensionwire.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule domainTypesCarryNoFrameworkAnnotations =
      noClasses().that().resideInAnyPackage("io.tensionwire.model..", "io.tensionwire.detection..")
          .should().beAnnotatedWith(ofAFramework());

  private static DescribedPredicate<JavaAnnotation<?>> ofAFramework() {
    return DescribedPredicate.describe(
        "an annotation of a framework",
        annotation -> {
          String name = annotation.getRawType().getPackageName();
          return !name.startsWith("java.") && !name.startsWith("org.jspecify.") && !name.startsWith("com.google.errorprone.");
        });
  }
}
