package dev.morestack.benchmarks.macro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Jackson binds, writes and parses documents of about 200 KB. */
final class JacksonDocuments implements Workload {

    private static final int ORDERS = 500;
    private static final int DOCUMENTS = 20;

    private final ObjectMapper mapper = new ObjectMapper();
    private final String json;

    JacksonDocuments() throws JsonProcessingException {
        json = mapper.writeValueAsString(Order.some(ORDERS));
    }

    @Override
    public long run() throws JsonProcessingException {
        long sum = 0;
        for (int document = 0; document < DOCUMENTS; document++) {
            Order[] orders = mapper.readValue(json, Order[].class);
            sum += mapper.writeValueAsString(orders).length();
            sum += mapper.readTree(json).size();
        }
        return sum;
    }
}
