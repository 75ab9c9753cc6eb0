package dev.morestack.benchmarks.macro;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene indexes 100 source files in memory, and searches them. */
final class LuceneIndex implements Workload {

    private static final int FILES = 100;
    private static final String[] WORDS = {
        "map", "iterator", "null", "exception", "element", "returns", "thread", "array", "compare"
    };

    private final Map<String, String> texts = Sources.of(FILES, "java/util");

    LuceneIndex() throws IOException {}

    @Override
    public long run() throws IOException {
        try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer =
                    new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    Document document = new Document();
                    document.add(new StringField("name", text.getKey(), Field.Store.YES));
                    document.add(new TextField("text", text.getValue(), Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return search(new IndexSearcher(reader));
            }
        }
    }

    private static long search(IndexSearcher searcher) throws IOException {
        long hits = 0;
        for (String one : WORDS) {
            for (String other : WORDS) {
                BooleanQuery both =
                        new BooleanQuery.Builder()
                                .add(term(one), BooleanClause.Occur.MUST)
                                .add(term(other), BooleanClause.Occur.SHOULD)
                                .build();
                hits += searcher.search(both, 10).scoreDocs.length;
                hits += searcher.count(new PhraseQuery("text", one, other));
            }
        }
        return hits;
    }

    private static TermQuery term(String word) {
        return new TermQuery(new Term("text", word));
    }
}
