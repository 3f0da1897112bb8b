package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.sql.SQLException;

/** Hands each message of its node's queue to the conversation. */
@JMSDestinationDefinition(name = DeskBean.QUEUE, interfaceName = "jakarta.jms.Queue", destinationName = "deskQuestions")
@JMSDestinationDefinition(name = DeskBean.ANSWERS, interfaceName = "jakarta.jms.Queue", destinationName = "deskAnswers")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = DeskBean.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            // OpenMQ gives up after the second failure unless told otherwise; Artemis does not know it
            @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = "9"),
        })
public class DeskBean implements MessageListener {

    static final String QUEUE = "java:app/jms/desk-questions";
    static final String ANSWERS = "java:app/jms/desk-answers";

    @Inject
    Desk desk;

    @Override
    public void onMessage(Message message) {
        try {
            desk.answer(new Question(
                    message.getStringProperty("conversation"),
                    message.getStringProperty("id"),
                    message.getIntProperty("number"),
                    message.getStringProperty("node")));
        } catch (JMSException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
