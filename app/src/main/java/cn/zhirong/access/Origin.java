package cn.zhirong.access;

/**
 * Where a request comes from.
 *
 * @param address the network address, of at most 64 ASCII characters
 * @param agent what the browser says of itself, shortened to 200 characters
 */
public record Origin(String address, String agent) {
    public Origin {
        address = address.replaceAll("[^0-9A-Za-z.:%_-]", "");
        address = address.length() > 64 ? address.substring(0, 64) : address;
        agent = agent.replaceAll("\\p{Cntrl}", " ");
        agent = agent.length() > 200 ? agent.substring(0, 200) : agent;
    }

    /** What is counted as one source: an IPv6 subscriber has a whole /64 to choose from. */
    String network() {
        String[] groups = address.split(":");
        return groups.length == 8 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }
}
