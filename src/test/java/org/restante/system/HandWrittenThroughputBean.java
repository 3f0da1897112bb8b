package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import javax.sql.DataSource;

/** Handles each message once, by a row of its own. */
@JMSDestinationDefinition(
        name = HandWrittenThroughputBean.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "throughputHandWritten")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = HandWrittenThroughputBean.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        })
public class HandWrittenThroughputBean implements MessageListener {

    static final String QUEUE = "java:app/jms/throughput-hand-written";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Override
    public void onMessage(Message message) {
        ThroughputWork.effectOnce(database, message);
    }
}
