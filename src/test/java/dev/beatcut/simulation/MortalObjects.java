package dev.beatcut.simulation;

import dev.beatcut.objects.Objects;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Objects at whose every call a process may die: before, and after. */
public final class MortalObjects {

    private MortalObjects() {}

    public static Objects of(Objects objects, Life life) {
        return (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (self, method, values) -> {
                    life.point();
                    try {
                        var answer = method.invoke(objects, values);
                        life.point();
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
