package org.restante.retry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The messages of one profile in the order in which they go, lowest timestamp first, then lowest id. For one thread at a time. */
public final class SentOrder {

    private final Map<String, Place> places = new HashMap<>();
    private final NavigableSet<Place> order = new TreeSet<>();

    /** Where a message stands. */
    public record Place(long timestamp, String id) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(timestamp, other.timestamp);
            return byTime != 0 ? byTime : id.compareTo(other.id);
        }
    }

    /**
     * Puts a message where it belongs.
     *
     * @return the ids of those that go for it; its own among them when it is not kept
     */
    public List<String> put(String id, long timestamp, Retention retention) {
        remove(id);
        add(new Place(timestamp, id));
        return trim(retention);
    }

    /** Takes out what is not kept, and gives its ids. */
    public List<String> trim(Retention retention) {
        if (order.isEmpty()
                || (order.size() <= retention.bound() && order.first().timestamp() >= retention.oldest())) {
            return List.of();
        }
        List<String> gone = new ArrayList<>();
        while (!order.isEmpty()
                && (order.size() > retention.bound() || order.first().timestamp() < retention.oldest())) {
            Place first = order.pollFirst();
            places.remove(first.id());
            gone.add(first.id());
        }
        return gone;
    }

    /** Takes a message out, and gives where it stood; null when it is not in. */
    public @Nullable Place remove(String id) {
        Place place = places.remove(id);
        if (place != null) {
            order.remove(place);
        }
        return place;
    }

    /** Adds places that are not in yet, or moves those that stand further back to where they are here. */
    public void merge(SentOrder other) {
        other.forEach(place -> {
            Place known = places.get(place.id());
            if (known == null || known.timestamp() < place.timestamp()) {
                remove(place.id());
                add(place);
            }
        });
    }

    /** Takes out the message of that id unless it stands further back. */
    public void removeUpTo(Place place) {
        Place known = places.get(place.id());
        if (known != null && known.timestamp() <= place.timestamp()) {
            remove(place.id());
        }
    }

    /** Adds a place whose id is not in yet. */
    public void add(Place place) {
        places.put(place.id(), place);
        order.add(place);
    }

    /** Gives every place, in their order. */
    public void forEach(Consumer<Place> action) {
        order.forEach(action);
    }

    public boolean contains(String id) {
        return places.containsKey(id);
    }

    public int size() {
        return order.size();
    }

    /** How many have a timestamp that is not older. */
    public int count(long oldest) {
        if (order.isEmpty() || order.first().timestamp() >= oldest) {
            return order.size();
        }
        return order.tailSet(new Place(oldest, ""), true).size();
    }
}
