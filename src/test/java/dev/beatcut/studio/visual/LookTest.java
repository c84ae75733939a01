package dev.beatcut.studio.visual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void every_look_is_found_by_its_address() {
        assertThat(Look.all())
                .allSatisfy(look -> assertThat(Look.of(look.src())).contains(look));
        assertThat(new Look(Style.HALO, 0).src()).isEqualTo("visual:halo");
        assertThat(new Look(Style.SILK, 1).src()).isEqualTo("visual:silk-2");
    }

    @Test
    void what_is_no_look_is_none() {
        for (var src : new String[] {null, "", "visual:", "visual:nothing", "visual:halo-9", "http://x/visual:halo"}) {
            assertThat(Look.of(src)).isEmpty();
        }
    }

    @Test
    void neighbours_are_of_different_styles() {
        for (int i = 1; i < Look.all().size(); i++) {
            assertThat(Look.all().get(i).style())
                    .isNotEqualTo(Look.all().get(i - 1).style());
        }
    }

    @Test
    void a_view_that_a_style_lacks_is_refused_with_those_it_has() {
        assertThatThrownBy(() -> new Look(Style.HALO, 7))
                .hasMessageContaining("7")
                .hasMessageContaining("0 to 2");
    }
}
