package dev.secondsource.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.StyleHandler;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes a chart as an SVG element of a page: real text, colours of the page, a title and a description, nothing that differs from run to run. */
final class Svg {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    // The rest is what a browser does anyway, or hints of the library to itself.
    private static final Set<String> KEPT = Set.of("fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width", "stroke-dasharray", "stroke-linecap",
            "stroke-linejoin", "font-size", "font-weight", "clip-path");

    private static final Pattern SIZE = Pattern.compile("font-size:(\\d+)");
    private static final Pattern WEIGHT = Pattern.compile("font-weight:(\\w+)");

    private Svg() {}

    static String of(JFreeChart chart, Caption caption, int width, int height) {
        Document document = document();
        Canvas canvas = new Canvas(context(document, caption));
        chart.draw(canvas, new Rectangle2D.Double(0, 0, width, height));
        Element root = canvas.getRoot();
        measure(root, Style.PLAIN);
        // Empty, and under one id in every picture.
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling())
            if (node instanceof Element element && element.getTagName().equals("defs") && !element.hasChildNodes()) {
                root.removeChild(element);
                break;
            }
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("id", caption.id());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", caption.id() + "-title " + caption.id() + "-desc");
        root.insertBefore(text(document, "desc", caption.id() + "-desc", caption.description()), root.getFirstChild());
        root.insertBefore(text(document, "title", caption.id() + "-title", caption.title()), root.getFirstChild());
        StringWriter out = new StringWriter();
        try {
            canvas.stream(root, out, false, false);
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("a picture could not be written to memory", e);
        }
        String svg = out.toString().replace("\r\n", "\n");
        return svg.substring(svg.indexOf("<svg")).strip();
    }

    /** Tells the browser how wide each text is meant to be, whatever typeface it has: right-aligned words are placed by their width. */
    private static void measure(Element element, Lettering inherited) {
        Lettering lettering = lettering(element.getAttribute("style"), inherited);
        if (element.getTagName().equals("text")) {
            element.setAttribute("textLength", String.valueOf(Math.round(lettering.width(element.getTextContent()) * 10) / 10.0));
            element.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) if (node instanceof Element child) measure(child, lettering);
    }

    private static Lettering lettering(String style, Lettering inherited) {
        Matcher size = SIZE.matcher(style);
        Matcher weight = WEIGHT.matcher(style);
        boolean bold = weight.find() ? weight.group(1).equals("bold") : inherited.isBold();
        return new Lettering(bold ? Font.BOLD : Font.PLAIN, size.find() ? Integer.parseInt(size.group(1)) : inherited.getSize());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().getDOMImplementation().createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("no XML parser", e);
        }
    }

    private static Element text(Document document, String name, String id, String content) {
        Element element = document.createElementNS(NAMESPACE, name);
        element.setAttribute("id", id);
        element.setTextContent(content);
        return element;
    }

    private static SVGGeneratorContext context(Document document, Caption caption) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(1);
        SVGGeneratorContext.GraphicContextDefaults defaults = new SVGGeneratorContext.GraphicContextDefaults();
        defaults.setFont(Style.PLAIN);
        context.setGraphicContextDefaults(defaults);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return caption.id() + "-" + super.generateID(prefix);
            }
        });
        context.setStyleHandler(new Styles());
        return context;
    }

    private static final class Styles implements StyleHandler {
        @Override
        @SuppressWarnings("rawtypes")
        public void setStyle(Element element, Map written, SVGGeneratorContext context) {
            Map<String, String> style = new TreeMap<>();
            ((Map<?, ?>) written).forEach((name, value) -> {
                if (KEPT.contains(name.toString())) style.put(name.toString(), Tint.resolve(value.toString().replace(" ", "").replace("'", "")));
            });
            if (!style.isEmpty()) element.setAttribute("style", style.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue()).collect(Collectors.joining(";")));
        }
    }

    private static final class Canvas extends SVGGraphics2D {
        Canvas(SVGGeneratorContext context) {
            super(context, false);
        }

        private Canvas(Canvas other) {
            super(other);
        }

        @Override
        public java.awt.Graphics create() {
            return new Canvas(this);
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return (font instanceof Lettering known ? known : new Lettering(font.getStyle(), font.getSize())).metrics();
        }

        @Override
        public FontRenderContext getFontRenderContext() {
            return new FontRenderContext(null, true, true);
        }
    }
}
