package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.restante.messaging.Deduplicated;

/** Handles each message once, the claim being committed before. */
@JMSDestinationDefinition(
        name = IndependentCrashBean.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "crashIndependent")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = IndependentCrashBean.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
public class IndependentCrashBean implements MessageListener {

    static final String MODE = "independent";
    static final String QUEUE = "java:app/jms/crash-independent";

    @Inject
    CrashingWork work;

    @Override
    @Deduplicated(namespace = "crash-" + MODE, property = "id", mode = Deduplicated.Mode.INDEPENDENT)
    public void onMessage(Message message) {
        work.handle(MODE, message);
    }
}
