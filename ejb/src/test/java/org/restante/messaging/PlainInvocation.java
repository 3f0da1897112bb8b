package org.restante.messaging;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a method by its name, as a container would make it. */
record PlainInvocation(
        Object target, Method method, @Nullable Object... arguments) implements InvocationContext {

    static PlainInvocation of(Object target, String name, @Nullable Object... arguments) {
        for (Method method : target.getClass().getMethods()) {
            if (method.getName().equals(name)) {
                return new PlainInvocation(target, method, arguments);
            }
        }
        throw new IllegalArgumentException(name);
    }

    @Override
    public Object getTarget() {
        return target;
    }

    @Override
    public Method getMethod() {
        return method;
    }

    @Override
    public @Nullable Object[] getParameters() {
        return arguments;
    }

    @Override
    public @Nullable Object proceed() throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }

    @Override
    public @Nullable Object getTimer() {
        return null;
    }

    @Override
    public @Nullable Constructor<?> getConstructor() {
        return null;
    }

    @Override
    public void setParameters(Object[] parameters) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> getContextData() {
        return Map.of();
    }
}
