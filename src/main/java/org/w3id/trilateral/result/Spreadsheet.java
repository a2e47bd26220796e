package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.query.Answer;

/**
 * A table as an Office Open XML workbook of one sheet (<a
 * href="https://ecma-international.org/publications-and-standards/standards/ecma-376/">ECMA-376</a>): numbers are
 * numbers, days are days, all else is text. Written here because libraries put the time of writing into the file, and
 * the same answer must give the same bytes.
 */
final class Spreadsheet {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final Set<RDFDatatype> NUMBERS = Set.of(XSDDatatype.XSDinteger, XSDDatatype.XSDdecimal,
            XSDDatatype.XSDint,
            XSDDatatype.XSDlong, XSDDatatype.XSDgYear);
    /** Days are counted so that 1970-01-01 is this one; right from March 1900 on. */
    private static final long EPOCH = 25_569;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final int DAY_STYLE = 1;
    private static final int HEADING_STYLE = 2;

    private Spreadsheet() {
    }

    static byte[] of(Answer.Table table) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET_TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + SHEET_TYPE + "styles+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + SHEET_TYPE
                        + "worksheet+xml\"/></Types>");
        put(files, "_rels/.rels", relationships("officeDocument", "xl/workbook.xml"));
        put(files, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                + "\"><sheets><sheet name=\"Result\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        put(files, "xl/_rels/workbook.xml.rels", relationships("worksheet", "worksheets/sheet1.xml", "styles",
                "styles.xml"));
        put(files, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN
                + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
                + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"
                + "<xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
        put(files, "xl/worksheets/sheet1.xml", sheet(table));
        return Archive.of(files);
    }

    private static String sheet(Answer.Table table) {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN
                + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData><row>");
        table.columns().forEach(column -> text(sheet, column, HEADING_STYLE));
        sheet.append("</row>");
        List<Var> columns = table.columns().stream().map(Var::alloc).toList();
        for (Binding row : table.rows()) {
            sheet.append("<row>");
            columns.forEach(column -> cell(sheet, row.get(column)));
            sheet.append("</row>");
        }
        return sheet.append("</sheetData></worksheet>").toString();
    }

    private static void cell(StringBuilder sheet, Node term) {
        if (term == null) {
            sheet.append("<c/>");
        } else if (!term.isLiteral()) {
            text(sheet, term.isURI() ? term.getURI() : "_:" + term.getBlankNodeLabel(), 0);
        } else if (NUMBERS.contains(term.getLiteralDatatype()) && term.getLiteralLexicalForm()
                .matches("[+-]?\\d{1,15}(\\.\\d+)?")) {
            sheet.append("<c><v>").append(term.getLiteralLexicalForm().replace("+", "")).append("</v></c>");
        } else {
            day(sheet, term);
        }
    }

    private static void day(StringBuilder sheet, Node literal) {
        String text = literal.getLiteralLexicalForm();
        boolean isDay = XSDDatatype.XSDdate.equals(literal.getLiteralDatatype()) && literal.getLiteralDatatype()
                .isValid(text)
                && text.matches("\\d{4}-\\d\\d-\\d\\d");
        if (isDay && !LocalDate.parse(text).isBefore(FIRST_DAY)) {
            sheet.append("<c s=\"" + DAY_STYLE + "\"><v>").append(LocalDate.parse(text).toEpochDay() + EPOCH)
                    .append("</v></c>");
        } else {
            text(sheet, text, 0);
        }
    }

    private static void text(StringBuilder sheet, String text, int style) {
        sheet.append("<c t=\"inlineStr\" s=\"").append(style).append("\"><is><t xml:space=\"preserve\">")
                .append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append("</t></is></c>");
    }

    private static String relationships(String... typesAndTargets) {
        StringBuilder list = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 0; i < typesAndTargets.length; i += 2) {
            list.append("<Relationship Id=\"rId").append(i / 2 + 1).append("\" Type=\"" + OFFICE + "/")
                    .append(typesAndTargets[i])
                    .append("\" Target=\"").append(typesAndTargets[i + 1]).append("\"/>");
        }
        return list.append("</Relationships>").toString();
    }

    private static void put(Map<String, byte[]> files, String name, String xml) {
        files.put(name, (HEAD + xml).getBytes(UTF_8));
    }
}
