package dev.beatcut.snapshot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class RandomNumbersTest {

    /** SecureRandom asks the system, and so does UUID; what has a state of its own goes on alike in every copy. */
    @Test
    void two_copies_of_a_snapshot_draw_different_random_numbers() {
        var house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.beatcut");
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.beatcut.studio..", "dev.beatcut.laptop..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        ThreadLocalRandom.class, SplittableRandom.class, Random.class, RandomGeneratorFactory.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(RandomGenerator.class, "getDefault")
                .orShould()
                .callMethod(RandomGenerator.class, "of", String.class)
                .check(house);
    }
}
