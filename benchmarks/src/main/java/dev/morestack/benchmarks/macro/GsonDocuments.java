package dev.morestack.benchmarks.macro;

import com.google.gson.Gson;
import com.google.gson.JsonParser;

/** Gson binds, writes and parses documents of about 200 KB. */
final class GsonDocuments implements Workload {

    private static final int ORDERS = 500;
    private static final int DOCUMENTS = 10;

    private final Gson gson = new Gson();
    private final String json = gson.toJson(Order.some(ORDERS));

    @Override
    public long run() {
        long sum = 0;
        for (int document = 0; document < DOCUMENTS; document++) {
            Order[] orders = gson.fromJson(json, Order[].class);
            sum += gson.toJson(orders).length();
            sum += JsonParser.parseString(json).getAsJsonArray().size();
        }
        return sum;
    }
}
