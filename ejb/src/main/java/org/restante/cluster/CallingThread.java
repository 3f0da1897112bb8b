package org.restante.cluster;

import com.hazelcast.internal.namespace.impl.NodeEngineThreadLocalContext;

/** The thread of somebody else that has used the grid. */
public final class CallingThread {

    private CallingThread() {}

    /**
     * Takes from this thread what the grid has left with it. Hazelcast leaves a reference to itself with every thread that asks
     * it; those of a server outlive an undeployed application, and would keep it with all its classes.
     */
    public static void forgetGrid() {
        NodeEngineThreadLocalContext.destroyNodeEngineReference();
    }
}
