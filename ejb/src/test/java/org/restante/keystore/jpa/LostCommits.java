package org.restante.keystore.jpa;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/** A driver of which one commit is done, and its answer is lost with the connection. */
final class LostCommits {

    private final AtomicBoolean armed = new AtomicBoolean();

    /** The next commit loses its answer. */
    void arm() {
        armed.set(true);
    }

    DataSource between(DataSource driver) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object result = call(driver, method, arguments);
            return result instanceof Connection connection ? between(connection) : result;
        });
    }

    private Connection between(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = call(connection, method, arguments);
            if (method.getName().equals("commit") && armed.compareAndSet(true, false)) {
                throw new SQLException("the answer was lost", "08006");
            }
            return result;
        });
    }

    private interface Call {
        Object run(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.run(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
