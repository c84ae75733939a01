package dev.beatcut.access;

import dev.beatcut.problem.Problem;
import dev.beatcut.problem.ProblemCode;
import jakarta.enterprise.context.RequestScoped;

/** The owner on whose behalf this request runs; whoever lets the request in says who that is. */
@RequestScoped
public class CurrentOwner {

    private Owner owner;

    /** @throws Problem UNAUTHENTICATED if nobody has said */
    public Owner get() {
        if (owner == null) {
            throw new Problem(
                    ProblemCode.UNAUTHENTICATED,
                    "This call does not say who makes it.",
                    "Send a token: \"Authorization: Bearer ...\".");
        }
        return owner;
    }

    public void is(Owner caller) {
        owner = caller;
    }
}
