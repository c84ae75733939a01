package dev.beatcut.access;

import jakarta.enterprise.context.RequestScoped;

/** The owner on whose behalf this request runs; whoever lets the request in says who that is. */
@RequestScoped
public class CurrentOwner {

    private Owner owner = Owner.LOCAL;

    public Owner get() {
        return owner;
    }

    public void is(Owner caller) {
        owner = caller;
    }
}
