package org.restante.system;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.restante.messaging.Conversation;

/** Where the annotation does not belong. */
@JMSDestinationDefinition(
        name = MisplacedBean.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "misplaced")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = MisplacedBean.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        })
public class MisplacedBean implements MessageListener {

    static final String QUEUE = "java:app/jms/misplaced";

    @Override
    @Conversation(name = "misplaced", profile = Desk.PROFILE, key = "argument.JMSType", id = "argument.JMSMessageID")
    public void onMessage(Message message) {
        throw new AssertionError("nobody calls it");
    }
}
