package org.restante.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.restante.chat.ChatState;
import org.restante.chat.ConversationKey;
import org.restante.chat.InvalidSnapshotException;
import org.restante.testing.Scenario;

/** Snapshots that are refused whole, and where they say the fault is. */
@Scenario("C12")
public interface SnapshotFaultContract extends ChatFixture {

    /** One with something of each kind, in which each text that tests replace is there once; {@code '} is for {@code "}. */
    String SOUND = "{'version':1,'takenAt':'2026-05-04T03:02:01Z','subscriptions':['t1','t2'],'dedupe':['r:1','r:2'],"
            + "'threads':{'a/b':{'x':1},'c~d':{}},'channels':{'c1':{}},'locks':[{'key':'k1','handler':null,'owner':'o1',"
            + "'since':'2026-05-04T03:00:00Z','leaseUntil':'2026-05-04T03:00:30Z','lease':'PT30S','pending':["
            + "{'owner':'p1','strategy':'queue','metadata':{'m':1},'enqueuedAt':'2026-05-04T03:00:01Z',"
            + "'expiresAt':'2026-05-04T03:01:31Z'},{'owner':'p2','strategy':'debounce','metadata':{},"
            + "'enqueuedAt':'2026-05-04T03:00:02Z','expiresAt':'2026-05-04T03:01:32Z'}]},"
            + "{'key':'k2','handler':null,'owner':null,'since':null,'leaseUntil':null,'lease':null,'pending':[]},"
            + "{'key':'k3','handler':'h1','owner':null,'since':null,'leaseUntil':null,'lease':null,'pending':["
            + "{'owner':'p3','strategy':'debounce','content':{'mediaType':'text/plain','bytes':'aGkx'},"
            + "'enqueuedAt':'2026-05-04T03:00:03Z','expiresAt':null}]}]}";

    @Test
    default void theSoundOneIsTaken() {
        ChatState state = fresh();

        Snapshots.restore(state, SOUND.replace('\'', '"'));

        assertThat(Snapshots.content(state)).contains("'k1'".replace('\'', '"')).contains("p2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'version':1                        | 'version':2                         | /version",
                "'version':1                        | 'version':'1'                       | /version",
                "'version':1                        | 'version':1.0                       | /version",
                "'version':1,                       | ``                                  | /version",
                "'2026-05-04T03:02:01Z'             | 'now'                               | /takenAt",
                "'2026-05-04T03:02:01Z'             | null                                | /takenAt",
                "'subscriptions':['t1','t2'],       | ``                                  | /subscriptions",
                "'dedupe':['r:1','r:2'],            | ``                                  | /dedupe",
                "'channels':{'c1':{}},              | ``                                  | /channels",
                "['t1','t2']                        | {}                                  | /subscriptions",
                "['t1','t2']                        | null                                | /subscriptions",
                "'t2'                               | 7                                   | /subscriptions/1",
                "'t2'                               | 't1'                                | /subscriptions/1",
                "'t2'                               | ''                                  | /subscriptions/1",
                "'t2'                               | 'a\\u0000'                          | /subscriptions/1",
                "'r:2'                              | 'r:1'                               | /dedupe/1",
                "'r:1'                              | null                                | /dedupe/0",
                "'r:2'                              | ['r:2']                             | /dedupe/1",
                "{'x':1}                            | []                                  | /threads/a~1b",
                "{'x':1}                            | null                                | /threads/a~1b",
                "'x':1                              | 'x':'\\ud83d'                       | /threads/a~1b",
                "'c~d':{}                           | 'c~d':7                             | /threads/c~0d",
                "'c~d'                              | 'a/b'                               | /threads/a~1b",
                "'c1':{}                            | '':{}                               | /channels/",
                "'c1':{}                            | 'c1':{'a':1,'a':2}                  | /channels/c1/a",
                "'k2'                               | 'k1'                                | /locks/1/key",
                "'k1'                               | ''                                  | /locks/0/key",
                "'key':'k1',                        | ``                                  | /locks/0/key",
                "'o1'                               | null                                | /locks/0/owner",
                "'o1'                               | 7                                   | /locks/0/owner",
                "'o1'                               | ''                                  | /locks/0/owner",
                "'owner':'o1',                      | ``                                  | /locks/0/owner",
                "'2026-05-04T03:00:00Z'             | null                                | /locks/0/since",
                "'2026-05-04T03:00:00Z'             | '2026-05-04'                        | /locks/0/since",
                "'2026-05-04T03:00:30Z'             | '+999999999-12-31T23:59:59Z'        | /locks/0/leaseUntil",
                "'2026-05-04T03:00:30Z'             | '1970-01-01T00:00:00Z'              | /locks/0/leaseUntil",
                "'PT30S'                            | 30                                  | /locks/0/lease",
                "'PT30S'                            | '30s'                               | /locks/0/lease",
                "'PT30S'                            | 'PT0S'                              | /locks/0/lease",
                "'PT30S'                            | 'PT24H0.001S'                       | /locks/0/lease",
                "'key':'k1'                         | 'token':7,'key':'k1'                | /locks/0/token",
                "'pending':[]                       | 'pending':{}                        | /locks/1/pending",
                "'pending':[]                       | 'pending':[7]                       | /locks/1/pending/0",
                "'k1','handler':null                | 'k1'                                | /locks/0/handler",
                "'k1','handler':null                | 'k1','handler':'h'                  | /locks/0/pending/0/metadata",
                "'h1'                               | 7                                   | /locks/2/handler",
                "'h1'                               | ''                                  | /locks/2/handler",
                "'h1'                               | ' '                                 | /locks/2/handler",
                "'h1'                               | 'h:1'                               | /locks/2/handler",
                "'h1'                               | 'h\\u0000'                          | /locks/2/handler",
                "'h1'                               | null                                | /locks/2/pending/0/content",
                "'content':{'mediaType'             | 'metadata':{'mediaType'             | /locks/2/pending/0/metadata",
                "'content':{'mediaType'             | 'metadata':{},'content':{'mediaType'| /locks/2/pending/0/metadata",
                "'content':{'mediaType':'text/plain','bytes':'aGkx'},| ``                | /locks/2/pending/0/content",
                "{'mediaType':'text/plain','bytes':'aGkx'}| 'hi'                         | /locks/2/pending/0/content",
                "'mediaType':'text/plain',          | ``                                  | /locks/2/pending/0/content/mediaType",
                "'text/plain'                       | ''                                  | /locks/2/pending/0/content/mediaType",
                "'text/plain'                       | 'ä'                                 | /locks/2/pending/0/content/mediaType",
                "'text/plain'                       | null                                | /locks/2/pending/0/content/mediaType",
                "'aGkx'                             | 'aGk-'                              | /locks/2/pending/0/content/bytes",
                "'aGkx'                             | 'aGkxa'                             | /locks/2/pending/0/content/bytes",
                "'aGkx'                             | [104]                               | /locks/2/pending/0/content/bytes",
                "'aGkx'                             | 'aGkx','type':'x'                   | /locks/2/pending/0/content/type",
                "'expiresAt':null                   | 'expiresAt':'never'                 | /locks/2/pending/0/expiresAt",
                "'p1'                               | null                                | /locks/0/pending/0/owner",
                "'queue'                            | 'reject'                            | /locks/0/pending/0/strategy",
                "'queue'                            | 'QUEUE'                             | /locks/0/pending/0/strategy",
                "'queue'                            | 'debounce'                          | /locks/0/pending/1/strategy",
                "{'m':1}                            | [1]                                 | /locks/0/pending/0/metadata",
                "{'m':1}                            | null                                | /locks/0/pending/0/metadata",
                "'2026-05-04T03:00:01Z'             | 'soon'                              | /locks/0/pending/0/enqueuedAt",
                ",'expiresAt':'2026-05-04T03:01:32Z'| ``                                  | /locks/0/pending/1/expiresAt",
                "'metadata':{}                      | 'metadata':{},'x/y':1               | /locks/0/pending/1/x~1y",
                "'version':1                        | 'version':1,'values':{}             | /values",
                "'version':1                        | 'version':1,'version':1             | /version",
            })
    default void theFaultIsTold(String sound, String faulty, String path) {
        refused(
                whole -> {
                    assertThat(whole).containsOnlyOnce(sound);
                    return whole.replace(sound, faulty);
                },
                path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "hello", "{}x", "\u0000"})
    default void whatIsNoSnapshotAtAllIsAFaultOfTheWhole(String json) {
        refused(whole -> json, json.equals("{}x") ? "/version" : "");
    }

    @Test
    default void whatIsCutOffOrGoesOnIsRefused() {
        refused(whole -> whole.substring(0, whole.length() - 1), "/locks");
        refused(whole -> whole.substring(0, whole.indexOf("'t2'") + 2), "/subscriptions/1");
        refused(whole -> whole + "{}", "");
        refused(whole -> whole + "]", "");
    }

    @Test
    default void whatIsOverALimitIsRefusedAndWhatJustKeepsItIsNot() {
        String emoji = "\uD83D\uDE00";
        refused(whole -> whole.replace("k1", emoji.repeat(513)), "/locks/0/key");
        refused(whole -> whole.replace("'r:2'", "'" + "r".repeat(513) + "'"), "/dedupe/1");
        refused(whole -> whole.replace("{'m':1}", "{'m':'" + "m".repeat(16_377) + "'}"), "/locks/0/pending/0/metadata");
        refused(whole -> whole.replace("h1", "h".repeat(65)), "/locks/2/handler");
        refused(whole -> whole.replace("text/plain", "t".repeat(256)), "/locks/2/pending/0/content/mediaType");
        ChatState state = fresh();
        String most = SOUND.replace("h1", "h".repeat(64))
                .replace("text/plain", "t".repeat(255))
                .replace("k1", emoji.repeat(512))
                .replace("'r:2'", "'" + "r".repeat(512) + "'")
                .replace("PT30S", "PT24H")
                .replace("{'m':1}", "{'m':'" + "m".repeat(16_376) + "'}");

        Snapshots.restore(state, most.replace('\'', '"'));

        assertThat(state.isDuplicate("r".repeat(512))).isTrue();
    }

    @Test
    default void aMessageForAHandlerHasAtMostSixteenMebibytes() {
        byte[] most = new byte[16 << 20];
        ConversationKey key = new ConversationKey(ChatFixture.profile(), "k3");

        Snapshots.restore(
                states().of(key.profile()), SOUND.replace("aGkx", base64(most)).replace('\'', '"'));

        assertThat(states().turns().waiting(key, 1))
                .singleElement()
                .extracting(message -> states().turns().read(key, byte[].class, message))
                .isEqualTo(most);
        byte[] more = new byte[most.length + 1];
        refused(whole -> whole.replace("aGkx", base64(more)), "/locks/2/pending/0/content/bytes");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Refused with that path, and nothing was changed. */
    private void refused(UnaryOperator<String> change, String path) {
        ChatState state = fresh();
        state.subscribe("before");
        String snapshot = change.apply(SOUND).replace('\'', '"');

        assertThatThrownBy(() -> Snapshots.restore(state, snapshot))
                .isInstanceOfSatisfying(
                        InvalidSnapshotException.class,
                        e -> assertThat(e.path()).isEqualTo(path));

        assertThat(Snapshots.content(state)).contains("[\"before\"]").doesNotContain("t1");
    }
}
