package org.restante.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.restante.testing.Scenario;

/** For fixtures whose store holds nothing at the beginning of each test. */
public interface EmptyStoreContract extends StorageFixture {

    @Test
    @Scenario("S13")
    default void anEmptyStoreHasNoProfiles() {
        assertThat(restante().profiles().list()).isEmpty();
        assertThat(restante().profiles().describe()).isEmpty();
    }
}
