package dev.morestack.benchmarks.macro;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What an ordinary JSON document is made of. Public fields, which both libraries bind to. */
public final class Order {

    public long id;
    public String customer;
    public double total;
    public boolean paid;
    public List<Item> items = new ArrayList<>();

    /** A line of an order. */
    public static final class Item {
        public String name;
        public int quantity;
        public double price;
        public List<String> tags = new ArrayList<>();
    }

    static List<Order> some(int number) {
        Random random = new Random(42);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Order order = new Order();
            order.id = random.nextLong();
            order.customer = "customer " + random.nextInt(1000) + " \"quoted\"";
            order.total = random.nextDouble();
            order.paid = random.nextBoolean();
            for (int j = 0; j < 5; j++) {
                Item item = new Item();
                item.name = "item " + random.nextInt();
                item.quantity = random.nextInt(100);
                item.price = random.nextInt(10000) / 100.0;
                item.tags.add("tag" + j);
                order.items.add(item);
            }
            orders.add(order);
        }
        return orders;
    }
}
