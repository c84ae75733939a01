package dev.beatcut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"anna", "anna@example.com", "248289761001", "a", "_x", "5f0c6a9e-3b5d-4d3e-9f5b-000000000000"})
    void a_subject_that_can_be_an_id_is_one(String subject) {
        assertThat(Owner.of(subject).id()).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "auth0|123", "a b", " ", "..", "-x", "@x", "anna/ben", "阿娜", "anna\n", "Local|"})
    void another_one_is_kept_by_its_digest(String subject) {
        assertThat(Owner.of(subject).id()).matches("@[0-9a-f]{64}");
    }

    @Test
    void a_long_one_is_kept_by_its_digest() {
        assertThat(Owner.of("a".repeat(100)).id()).hasSize(100);
        assertThat(Owner.of("a".repeat(101)).id()).hasSize(65);
        assertThat(Owner.of("a".repeat(200))).isNotEqualTo(Owner.of("a".repeat(201)));
    }

    @Test
    void no_subject_is_the_laptops_owner_nor_another_ones_digest() {
        assertThat(Owner.of("local")).isNotEqualTo(Owner.LOCAL);
        assertThat(Owner.of(Owner.of("auth0|123").id())).isNotEqualTo(Owner.of("auth0|123"));
        assertThat(Owner.of(Owner.of("local").id())).isNotEqualTo(Owner.of("local"));
    }

    @Test
    void two_subjects_are_two_owners() {
        var random = new Random(4);
        var subjects = new HashMap<Owner, String>();
        for (int i = 0; i < 20_000; i++) {
            var subject = random.ints(1 + random.nextInt(4), 0, 6)
                    .mapToObj(letter -> String.valueOf("lo@.|é".charAt(letter)))
                    .collect(Collectors.joining());
            var known = subjects.put(Owner.of(subject), subject);
            assertThat(known == null ? subject : known).isEqualTo(subject);
        }
        assertThat(subjects).doesNotContainKey(Owner.LOCAL).hasSizeGreaterThan(1000);
    }

    @Test
    void nobody_is_no_owner() {
        assertThatThrownBy(() -> Owner.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
