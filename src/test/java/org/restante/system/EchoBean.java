package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;

/** Sends every message back to where its sender wants the reply. */
@JMSDestinationDefinition(name = "java:app/jms/echo", interfaceName = "jakarta.jms.Queue", destinationName = "echo")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "java:app/jms/echo"),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue")
        })
public class EchoBean implements MessageListener {

    @Inject
    JMSContext messages;

    @Override
    public void onMessage(Message message) {
        try {
            messages.createProducer().send(message.getJMSReplyTo(), message.getBody(String.class));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
