package cn.zhirong.knowledge;

import cn.zhirong.document.DocumentKind;
import cn.zhirong.policy.Level;
import cn.zhirong.policy.Term;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A retrieval test in the BEIR layout: {@code corpus.jsonl}, {@code queries.jsonl}, {@code qrels/test.tsv}. A line of the corpus
 * is a passage. Lines belong to one document when their ids agree up to the last hyphen, or, where ids have none, when their
 * titles agree up to the number of an article, which is then the passage's path.
 *
 * @param versions the documents in the order in which they first appear
 * @param questions text by id, in file order
 * @param grades by question and passage; only grades above 0
 */
record BeirCorpus(List<CutVersion> versions, Map<String, String> questions, Map<String, Map<String, Integer>> grades) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ARTICLE = Pattern.compile("^(.+?)(第[〇零一二三四五六七八九十百千]{1,9}条(?:之[一二三四五六七八九十]{1,3})?)$");
    private static final Term ALWAYS = new Term(DocumentKind.NOTICE, null, null, null, null);

    static BeirCorpus read(Path folder, String shelf) throws IOException {
        var lines = new LinkedHashMap<String, List<JsonNode>>();
        for (JsonNode line : jsonLines(folder.resolve("corpus.jsonl"))) {
            lines.computeIfAbsent(document(line), key -> new ArrayList<>()).add(line);
        }
        var versions = new ArrayList<CutVersion>();
        lines.values().forEach(document -> versions.add(version(shelf, versions.size() + 1L, document)));
        var questions = new LinkedHashMap<String, String>();
        for (JsonNode line : jsonLines(folder.resolve("queries.jsonl"))) {
            questions.put(line.path("_id").asText(), line.path("text").asText());
        }
        var grades = new LinkedHashMap<String, Map<String, Integer>>();
        List<String> judged = Files.readAllLines(folder.resolve("qrels/test.tsv"));
        for (String line : judged.subList(Math.min(1, judged.size()), judged.size())) {
            String[] cells = line.split("\t", -1);
            int grade = Integer.parseInt(cells[2].strip());
            if (grade > 0) {
                grades.computeIfAbsent(cells[0], key -> new LinkedHashMap<>()).put(cells[1], grade);
            }
        }
        return new BeirCorpus(List.copyOf(versions), questions, grades);
    }

    /**
     * The same corpus with other questions: lines {@code id, text} and, where a line puts a question of the corpus in other words,
     * its id as {@code base}, whose grades it then has. Lines without grades are left out.
     */
    BeirCorpus asked(Path file) throws IOException {
        var others = new LinkedHashMap<String, String>();
        var graded = new LinkedHashMap<String, Map<String, Integer>>();
        for (JsonNode line : jsonLines(file)) {
            String id = line.path(line.has("_id") ? "_id" : "id").asText();
            Map<String, Integer> judged = grades.get(line.path("base").asText(id));
            if (judged != null) {
                others.put(id, line.path("text").asText());
                graded.put(id, judged);
            }
        }
        return new BeirCorpus(versions, others, graded);
    }

    long passages() {
        return versions.stream().mapToLong(version -> version.passages().size()).sum();
    }

    private static String document(JsonNode line) {
        String id = line.path("_id").asText();
        int hyphen = id.lastIndexOf('-');
        return hyphen > 0 ? id.substring(0, hyphen) : law(line.path("title").asText())[0];
    }

    /** Name of the law and path of the article. */
    private static String[] law(String title) {
        Matcher article = ARTICLE.matcher(title);
        return article.matches() ? new String[] {article.group(1), article.group(2)} : new String[] {title, title};
    }

    private static CutVersion version(String shelf, long id, List<JsonNode> lines) {
        String[] law = law(lines.getFirst().path("title").asText());
        var passages = new ArrayList<Passage>();
        for (JsonNode line : lines) {
            int position = passages.size();
            String path = law(line.path("title").asText())[1];
            passages.add(new Passage(
                    line.path("_id").asText(),
                    shelf,
                    id,
                    id,
                    1,
                    law[0],
                    "",
                    List.of(),
                    Level.NATIONAL,
                    ALWAYS,
                    null,
                    null,
                    path.equals(law[0]) ? Integer.toString(position + 1) : path,
                    "",
                    List.of(),
                    line.path("text").asText(),
                    position));
        }
        return new CutVersion(id, law[0], passages);
    }

    private static List<JsonNode> jsonLines(Path file) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                try {
                    lines.add(JSON.readTree(line));
                } catch (JsonProcessingException e) {
                    throw new IOException(file.getFileName() + " line " + (lines.size() + 1) + " is no JSON", e);
                }
            }
        }
        return lines;
    }
}
