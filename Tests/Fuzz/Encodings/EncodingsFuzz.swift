import DelimitedText
import FuzzInput

/// Bytes of any encoding are text or a fault; whole or in pieces they say the same.
@_cdecl("LLVMFuzzerTestOneInput")
package func testEncodings(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = unsafe FuzzInput(data, size)
    let pieceBytes = 1 + Int(input.choice() % 16)
    let bytes = input.rest
    GB18030Check.run(bytes)
    expectUTF16(bytes, isLittleEndian: true, pieceBytes: pieceBytes)
    expectUTF16(bytes, isLittleEndian: false, pieceBytes: pieceBytes)
    expectEvidence(bytes, pieceBytes: pieceBytes)
    for encoding in TextEncoding.allCases { expectCell(bytes, encoding) }
    return 0
}

private func expectCell(_ bytes: [UInt8], _ encoding: TextEncoding) {
    let decoder = CellDecoder(encoding)
    let excerpt = decoder.excerpt(bytes.span)
    let isPlain = bytes.allSatisfy { $0 > 0 && $0 < 0x80 }
    expect(ByteSearch.isPlain(bytes.span) == isPlain, "plain bytes are ASCII without NUL")
    switch decoder.decode(bytes.span) {
    case .success(let text):
        expect(!text.contains(0), "text has no NUL")
        expect(String(validating: text, as: UTF8.self) == excerpt, "text is valid UTF-8")
        expect(encoding == .gb18030 || text == bytes, "UTF-8 stays as it is")
    case .failure(let fault):
        expect(!fault.bytes.isEmpty && !isPlain, "a fault has bytes")
        expect(bytes.contains(fault.bytes), "a fault's bytes stand in the cell")
    }
}

private func expectUTF16(_ bytes: [UInt8], isLittleEndian: Bool, pieceBytes: Int) {
    var whole = UTF16Transcoder(isLittleEndian: isLittleEndian)
    let text = whole.transcode(bytes[...]) + whole.finish()
    var pieces = UTF16Transcoder(isLittleEndian: isLittleEndian)
    var joined: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: pieceBytes) {
        joined += pieces.transcode(bytes[start..<min(start + pieceBytes, bytes.count)])
    }
    expect(joined + pieces.finish() == text, "UTF-16 in pieces is UTF-16 whole")
    var units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    // Half a unit at the end is one fault, with a half pair before it or without.
    let endsInPair = units.last.map(UTF16.isLeadSurrogate) ?? false
    if bytes.count % 2 == 1, !endsInPair { units.append(0xDC00) }
    // The transcoder writes FF where the standard library writes U+FFFD.
    let marked = text.flatMap { $0 == 0xFF ? Array("\u{FFFD}".utf8) : [$0] }
    expect(
        marked == Array(String(decoding: units, as: UTF16.self).utf8),
        "UTF-16 is what the standard library reads")
}

private func expectEvidence(_ bytes: [UInt8], pieceBytes: Int) {
    var whole = EncodingEvidence()
    whole.add(bytes.span)
    var pieces = EncodingEvidence()
    for start in stride(from: 0, to: bytes.count, by: pieceBytes) {
        pieces.add(bytes.span.extracting(start..<min(start + pieceBytes, bytes.count)))
    }
    expect(whole.encoding == pieces.encoding, "evidence in pieces is evidence of the whole")
    let hasLongCharacter = bytes.contains { $0 >= 0xE0 }
    if hasLongCharacter, String(validating: bytes, as: UTF8.self) != nil {
        expect(whole.encoding == .utf8, "valid UTF-8 with a long character is UTF-8")
    }
}
