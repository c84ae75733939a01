package dev.beatcut.state;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A POST that honours {@code Idempotency-Key}. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {

    /** It runs for a repeated key as well, under the first call's id, to hear of the latest webhook or task token. */
    boolean latest() default false;

    /** A repeated key is answered anew, about the same thing: the first answer holds what does not last, such as links. */
    boolean anew() default false;
}
