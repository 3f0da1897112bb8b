package org.restante.system;

import jakarta.annotation.Resource;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.jms.JMSDestinationDefinition;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import javax.sql.DataSource;
import org.restante.messaging.Deduplicated;

/** Handles each message once, by the annotation. */
@JMSDestinationDefinition(
        name = DeduplicatedThroughputBean.QUEUE,
        interfaceName = "jakarta.jms.Queue",
        destinationName = "throughputDeduplicated")
@MessageDriven(
        activationConfig = {
            @ActivationConfigProperty(
                    propertyName = "destinationLookup",
                    propertyValue = DeduplicatedThroughputBean.QUEUE),
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
        })
public class DeduplicatedThroughputBean implements MessageListener {

    static final String QUEUE = "java:app/jms/throughput-deduplicated";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Override
    @Deduplicated(namespace = "throughput", property = "id")
    public void onMessage(Message message) {
        ThroughputWork.effect(database, message);
    }
}
