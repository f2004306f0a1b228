package dev.secondsource.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {
    private static final String NASTY = "<script>alert('x')</script> & \"co\"";

    @Test
    void drawsTheSameBytesEveryTime() {
        assertThat(scatter("a").svg()).isEqualTo(scatter("a").svg());
        assertThat(bars("a", "amd").svg()).isEqualTo(bars("a", "amd").svg());
    }

    @Test
    void lettersAreTextAsWideOnEveryMachine() throws Exception {
        List<Element> texts = elements(scatter("a").svg(), "text");

        assertThat(texts).extracting(Element::getTextContent).map(String::strip).contains("chosen", "cost", "50 %", "0 %", "-50 %");
        assertThat(texts).allMatch(t -> Double.parseDouble(t.getAttribute("textLength")) > 0);
    }

    @Test
    void aScreenReaderHearsTitleAndDescription() throws Exception {
        Element svg = parsed(scatter("a").svg());

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("a-title a-desc");
        assertThat(elements(scatter("a").svg(), "title")).singleElement().satisfies(t -> assertThat(t.getTextContent().strip()).isEqualTo("A picture"));
        assertThat(elements(scatter("a").svg(), "desc")).singleElement().satisfies(t -> assertThat(t.getAttribute("id")).isEqualTo("a-desc"));
    }

    @Test
    void coloursAreThePages() {
        String svg = scatter("a").svg();

        assertThat(svg).contains("var(--ink)", "var(--chosen)").doesNotContain("rgb(");
    }

    @Test
    void twoPicturesOfAPageShareNoId() throws Exception {
        List<String> ids = new ArrayList<>();
        for (String svg : List.of(scatter("a").svg(), scatter("b").svg(), bars("c", "amd").svg()))
            for (Element element : elements(svg, "*")) if (!element.getAttribute("id").isEmpty()) ids.add(element.getAttribute("id"));

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(6);
    }

    @Test
    void namesAreTextAndNeverMarkup() throws Exception {
        String svg = bars("a", NASTY).svg();

        assertThat(elements(svg, "script")).isEmpty();
        assertThat(svg).doesNotContain("<script");
        assertThat(elements(svg, "text")).extracting(Element::getTextContent).map(String::strip).contains(NASTY);
    }

    @Test
    void aPartIsNamedWhereItHasRoomForItsName() throws Exception {
        List<String> texts = elements(bars("a", "amd").svg(), "text").stream().map(t -> t.getTextContent().strip()).toList();

        assertThat(texts).contains("amd").doesNotContain("a sliver");
    }

    private static Scatter scatter(String id) {
        return new Scatter(new Caption(id, "A picture", "What it shows"), new Axis("lead", "0 %", -0.5, 0.5), new Axis("cost", "0 %", -1, 1),
                List.of(new Scatter.Line(Tint.INK, true, List.of(new Scatter.Spot(-0.5, -1), new Scatter.Spot(0.5, 1)))),
                IntStream.range(0, Scatter.Form.values().length).mapToObj(i -> new Scatter.Marks(Tint.CHOSEN, Scatter.Form.values()[i], List.of(new Scatter.Spot(0.1 * i, 0.1)))).toList(),
                List.of(new Scatter.Note(new Scatter.Spot(0.1, 0.1), "chosen", false)));
    }

    private static Bars bars(String id, String name) {
        return new Bars(new Caption(id, "Shares", NASTY), new Axis("share", "0 %", 0, 1),
                List.of(new Bars.Bar("designer, after", List.of(new Bars.Part(name, 0.99, Tint.FIRST), new Bars.Part("a sliver", 0.01, Tint.REST)))));
    }

    private static Element parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))).getDocumentElement();
    }

    private static List<Element> elements(String svg, String name) throws Exception {
        NodeList found = parsed(svg).getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
    }
}
