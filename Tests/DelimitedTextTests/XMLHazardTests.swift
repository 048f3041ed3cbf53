import DelimitedText
import Testing

@Suite struct XMLHazardTests {
    static let documents: [(text: String, hazard: XMLHazard?)] = [
        ("", nil),
        ("<a/>", nil),
        ("<?xml version=\"1.0\"?><a/>", nil),
        ("<a><?page break?></a>", nil),
        ("<a><?page ?></a>", nil),
        ("<a><?page\n?></a>", nil),
        ("<a><?page", nil),
        ("<a>?></a>", nil),
        ("<a>?</a", nil),
        ("<", nil),
        ("<?", nil),
        ("<!", nil),
        ("<!DOCTYP", nil),
        ("<!-- a comment --><a/>", nil),
        ("<?page?><a/>", .bareInstruction(at: 0)),
        ("<a>分<?页?></a>", .bareInstruction(at: 6)),
        ("<a/><?a b?><?c?>", .bareInstruction(at: 11)),
        ("<?xml?><a/>", .bareInstruction(at: 0)),
        ("<?>", .bareInstruction(at: 0)),
        ("<?a<?a b?>", .bareInstruction(at: 0)),
        ("<!DOCTYPE", .documentType(at: 0)),
        ("<a/><!DOCTYPE a>", .documentType(at: 4)),
        ("<a/><?b?><!DOCTYPE a>", .bareInstruction(at: 4)),
    ]

    @Test(arguments: documents.indices)
    func firstIsFound(index: Int) {
        let (text, hazard) = Self.documents[index]
        #expect(XMLHazard.first(in: [UInt8](text.utf8).span) == hazard, "\(text)")
    }

    @Test func bytesThatAreNotUTF8AreOne() {
        #expect(XMLHazard.first(in: [0x3C, 0xB7, 0xD6, 0x2F, 0x3E].span) == .notUTF8)
    }
}
