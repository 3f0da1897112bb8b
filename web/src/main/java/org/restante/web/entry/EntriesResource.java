package org.restante.web.entry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.restante.Restante;
import org.restante.codec.Content;
import org.restante.entry.Namespace;
import org.restante.settings.HttpSettings;
import org.restante.storage.Expected;
import org.restante.storage.Lookup;
import org.restante.storage.PutOutcome;
import org.restante.storage.Storage;
import org.restante.web.body.RequestBody;
import org.restante.web.condition.LockConditioned;
import org.restante.web.problem.ProblemException;
import org.restante.web.problem.ProblemKind;

/** The entries of a namespace: bytes with their Content-Type, each with its version as the entity tag. */
@Tag(name = "Storage")
@APIResponse(responseCode = "503", ref = "Unavailable")
@RequestScoped
@LockConditioned
@Path("profiles")
public class EntriesResource {

    private static final String ENTRIES = "{profile}/entries/{namespace}";
    private static final String ENTRY = ENTRIES + "/{key}";

    @Inject
    Restante restante;

    @Inject
    HttpSettings settings;

    /** A page of the keys; empty for a profile that holds nothing. */
    @GET
    @Path(ENTRIES)
    @Produces(MediaType.APPLICATION_JSON)
    public KeyList keys(
            @BeanParam NamespacePath path,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return KeyList.of(path.storage(restante).keys(path.contents(), Cursor.page(after, limit)));
    }

    /** Stores the body as it is, where the conditions hold. */
    @PUT
    @Path(ENTRY)
    @Consumes(MediaType.WILDCARD)
    public Response put(@BeanParam EntryPath path, @Context HttpServletRequest request) {
        Slot slot = slot(path);
        Preconditions conditions = Preconditions.of(request);
        String mediaType = EntryContentFilter.mediaType(request);
        Content content = new Content(mediaType, RequestBody.read(request, settings.maxBody()));
        Expected expected = conditions.expected(slot::version).orElseThrow(EntriesResource::conditionsFail);
        if (slot.put(content, expected) instanceof PutOutcome.Written written) {
            return Response.noContent()
                    .header(HttpHeaders.ETAG, EntityTags.of(written.version()))
                    .build();
        }
        throw conditionsFail();
    }

    /** The bytes as they were put. */
    @GET
    @Path(ENTRY)
    @Produces(MediaType.WILDCARD)
    public Response get(@BeanParam EntryPath path, @Context HttpServletRequest request) {
        Lookup<Content> found = slot(path).lookup();
        if (found instanceof Lookup.Found<Content> entry) {
            return answer(entry, request);
        }
        if (found instanceof Lookup.Unreadable<Content> unreadable) {
            throw new ProblemException(ProblemKind.UNPROCESSABLE, "the entry is unreadable: " + unreadable.reason());
        }
        throw new ProblemException(ProblemKind.NOT_FOUND, "there is no such entry");
    }

    /** Afterwards there is none, whether there was one or not. */
    @DELETE
    @Path(ENTRY)
    public void delete(@BeanParam EntryPath path, @Context HttpServletRequest request) {
        Preconditions.refuse(request);
        slot(path).delete();
    }

    private static Response answer(Lookup.Found<Content> entry, HttpServletRequest request) {
        String tag = EntityTags.of(entry.version());
        if (Preconditions.of(request).notModified(entry.version())) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        Content content = entry.value();
        EntryContentFilter.answerWith(request, content.mediaType());
        return Response.ok(content.bytes(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CONTENT_LENGTH, content.payload().length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .build();
    }

    private Slot slot(EntryPath path) {
        return new Slot(path.storage(restante), path.contents(), path.key.value());
    }

    private static ProblemException conditionsFail() {
        return new ProblemException(
                ProblemKind.PRECONDITION_FAILED,
                "the entry is not as If-Match or If-None-Match expects; nothing was changed");
    }

    /** The place of one entry. */
    private record Slot(Storage storage, Namespace<Content> namespace, String key) {

        Lookup<Content> lookup() {
            return storage.lookup(namespace, key);
        }

        PutOutcome put(Content content, Expected expected) {
            return expected.equals(Expected.anything())
                    ? new PutOutcome.Written(storage.put(namespace, key, content))
                    : storage.put(namespace, key, content, expected);
        }

        void delete() {
            storage.delete(namespace, key);
        }

        @Nullable Long version() {
            Lookup<Content> found = lookup();
            return found instanceof Lookup.Found<Content> entry
                    ? Long.valueOf(entry.version())
                    : found instanceof Lookup.Unreadable<Content> unreadable
                            ? Long.valueOf(unreadable.version())
                            : null;
        }
    }
}
