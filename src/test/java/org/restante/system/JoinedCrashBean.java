package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.restante.messaging.Deduplicated;

/** Handles each message once, claim and receipt being part of its transaction. */
@JMSDestinationDefinition(
        name = JoinedCrashBean.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "crashJoined")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = JoinedCrashBean.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
public class JoinedCrashBean implements MessageListener {

    static final String MODE = "joined";
    static final String QUEUE = "java:app/jms/crash-joined";

    @Inject
    CrashingWork work;

    @Override
    @Deduplicated(namespace = "crash-" + MODE, property = "id")
    public void onMessage(Message message) {
        work.handle(MODE, message);
    }
}
