package org.restante.example;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.restante.messaging.Deduplicated;

/** Hands each message to the conversation of its contact. The profile and the contact come with the message. */
@JMSDestinationDefinition(
        name = "java:app/jms/gateway",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "gateway")
@JMSDestinationDefinition(
        name = "java:app/jms/answers",
        interfaceName = "jakarta.jms.Queue",
        destinationName = "answers")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/gateway"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
@Deduplicated(namespace = "gateway")
public class GatewayBean implements MessageListener {

    @Inject
    Gateway gateway;

    @Override
    public void onMessage(Message message) {
        try {
            gateway.answer(new Incoming(
                    message.getStringProperty("profile"),
                    message.getStringProperty("contact"),
                    message.getJMSMessageID(),
                    message.getBody(String.class)));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
