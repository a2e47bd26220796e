package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;

/** What terms are called, and the pages they lead to. Reads a graph, so lives no longer than one read of it. */
final class Labels {
    /** Stands between a thing's IRI and the digits of what belongs to it, such as an attestation. */
    static final String PART = "--";
    /** Stands between the labels that a query joins into one text. */
    private static final String BETWEEN = "; ";
    private static final List<String> LANGUAGES = List.of("en", "", "ja", "ko");
    private static final List<Node> NAMING =
            Stream.of(RDFS.label, SKOS.prefLabel, DCTerms.title).map(p -> p.asNode()).toList();

    private final Graph graph;
    private final Names names;
    private final String language;
    private final Map<Node, Text> texts = new HashMap<>();

    Labels(Graph graph, Names names) {
        this(graph, names, LANGUAGES.get(0));
    }

    /** @param language the one that is preferred to English */
    Labels(Graph graph, Names names, String language) {
        this.graph = graph;
        this.names = names;
        this.language = language;
    }

    /** A term with its link. */
    Ref ref(Node node) {
        return new Ref(text(node), href(node), "");
    }

    /** What a term is called: in the preferred language or in English, else in any language, else by its short name. */
    Text text(Node node) {
        if (node.isLiteral()) {
            return new Text(node.getLiteralLexicalForm(), node.getLiteralLanguage());
        }
        if (!node.isURI()) {
            return union(node);
        }
        Text known = texts.get(node);
        if (known == null) {
            known = all(node).stream().findFirst().orElseGet(() -> partText(node));
            texts.put(node, known);
        }
        return known;
    }

    /** All labels, the preferred language first, then English, Japanese, Korean and others. */
    List<Text> all(Node node) {
        return NAMING.stream().map(property -> of(node, property)).filter(list -> !list.isEmpty()).findFirst()
                .orElse(List.of());
    }

    /** Whether a term has a name of its own in the preferred language, where that is not English. */
    boolean isTranslated(Node node) {
        return !language.equals(LANGUAGES.get(0)) && text(node).language().equals(language);
    }

    /**
     * The words in the preferred language of what has this label; the label itself where nothing has such words. A text
     * without a language is read as a list of English labels, as queries write them.
     */
    Text translated(Node label) {
        if (!label.isLiteral() || language.equals(LANGUAGES.get(0))
                || Text.plain(label.getLiteralLexicalForm()).isFigure()) {
            return text(label);
        }
        return label.getLiteralLanguage().isEmpty() ? translatedParts(label)
                : ofSame(label).orElseGet(() -> text(label));
    }

    private Text translatedParts(Node list) {
        List<Text> parts = Stream.of(list.getLiteralLexicalForm().split(BETWEEN))
                .map(part -> ofSame(NodeFactory.createLiteralLang(part, LANGUAGES.get(0)))
                .orElseGet(() -> Text.plain(part))).toList();
        boolean isWhole = parts.stream().allMatch(part -> part.language().equals(language));
        String words = String.join(BETWEEN, parts.stream().map(Text::words).toList());
        return isWhole ? new Text(words, language) : Text.plain(words);
    }

    /** What something with this label is called in the preferred language. */
    private Optional<Text> ofSame(Node label) {
        return NAMING.stream().flatMap(property -> graph.find(Node.ANY, property, label).toList().stream())
                .map(triple -> triple.getSubject()).filter(this::isTranslated).findFirst().map(this::text);
    }

    /** The literals of a property in reading order of their languages. */
    List<Text> of(Node node, Node property) {
        return graph.find(node, property, Node.ANY).toList().stream()
                .map(t -> t.getObject()).filter(Node::isLiteral).map(this::text)
                .sorted(Comparator.comparingInt((Text t) -> rank(t.language())).thenComparing(Text::language)
                        .thenComparing(Text::words))
                .toList();
    }

    /** The page about a term: our own for a thing or a term of the ontology, the web's for others, empty for none. */
    String href(Node node) {
        if (node.isLiteral()) {
            boolean isLink = node.getLiteralDatatypeURI().endsWith("#anyURI");
            return isLink && isWeb(node.getLiteralLexicalForm()) ? node.getLiteralLexicalForm() : "";
        }
        if (!node.isURI()) {
            return "";
        }
        String iri = node.getURI();
        Optional<String> local = names.local(iri);
        if (local.isPresent()) {
            return "/id/" + URLEncoder.encode(local.get(), UTF_8).replace("+", "%20");
        }
        if (iri.startsWith(Terms.TRI)) {
            return "/ontology#" + iri.substring(Terms.TRI.length());
        }
        return isWeb(iri) ? iri : "";
    }

    /** Whether a term is but a part of a thing, such as an attestation. */
    static boolean isPart(Node node) {
        return node.isURI() && node.getURI().contains(PART);
    }

    /** The thing that a part belongs to; the node itself where it is no part. */
    static Node owner(Node node) {
        return isPart(node)
                ? NodeFactory.createURI(node.getURI().substring(0, node.getURI().indexOf(PART))) : node;
    }

    /** What a class without name is called that is but the union of others: what these are called. */
    private Text union(Node node) {
        List<Text> members = graph.find(node, OWL.unionOf.asNode(), Node.ANY).mapWith(Triple::getObject)
                .toList().stream()
                .flatMap(list -> GraphList.members(new GNode(graph, list)).stream())
                .map(this::text).toList();
        return members.isEmpty() ? Text.plain("(unnamed)")
                : new Text(String.join(" / ", members.stream().map(Text::words).toList()), members.get(0).language());
    }

    private Text partText(Node node) {
        if (isPart(node)) {
            Text owner = text(owner(node));
            return new Text(owner.words() + " (a part of it)", owner.language());
        }
        return Text.plain(names.shorten(node.getURI()));
    }

    private int rank(String other) {
        int rank = LANGUAGES.indexOf(other);
        return other.equals(language) ? -1 : rank < 0 ? LANGUAGES.size() : rank;
    }

    /** Only web addresses become links: a scheme such as javascript must not. */
    private static boolean isWeb(String iri) {
        return iri.startsWith("https://") || iri.startsWith("http://");
    }
}
