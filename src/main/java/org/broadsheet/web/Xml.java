package org.broadsheet.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.broadsheet.article.SafeText;

/** Writes XML that is well formed whatever an article holds: characters that XML does not know, or
 * that {@linkplain SafeText#isHarmful act on their surroundings}, are left out. */
final class Xml {

    /** Something that writes a document, or the inside of an element. */
    @FunctionalInterface
    interface Part {
        void write(Xml xml) throws XMLStreamException;
    }

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * One document.
     *
     * @param namespace of all elements
     */
    static byte[] document(String root, String namespace, Part inside) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XMLOutputFactory.newFactory()
                    .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.setDefaultNamespace(namespace);
            out.writeStartElement(namespace, root);
            out.writeDefaultNamespace(namespace);
            inside.write(new Xml(out));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("nothing can go wrong in memory", e);
        }
        return bytes.toByteArray();
    }

    /** An element with others inside. */
    void element(String name, Part inside) throws XMLStreamException {
        out.writeStartElement(name);
        inside.write(this);
        out.writeEndElement();
    }

    /** An element with text inside; nothing where the text is null. */
    void text(String name, String text, String... attributes) throws XMLStreamException {
        if (text != null) {
            out.writeStartElement(name);
            attributes(attributes);
            out.writeCharacters(clean(text));
            out.writeEndElement();
        }
    }

    /**
     * An element with nothing inside.
     *
     * @param attributes names and values in turn
     */
    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private static String clean(String text) {
        int[] kept = text.codePoints().filter(Xml::mayStand).toArray();
        return new String(kept, 0, kept.length);
    }

    /** What XML does not know (see Char in XML 1.0) is among what no reader of a feed should be shown. */
    private static boolean mayStand(int point) {
        return point == '\t' || point == '\n' || point == '\r' || !SafeText.isHarmful(point);
    }
}
