import DelimitedText
import FuzzInput
@testable import ProgrammeFolder
import Subsidy

private let account = "6222020000000018"

/// Any bytes are a profile or an `InputFault`; what a profile says itself, its file can carry.
@_cdecl("LLVMFuzzerTestOneInput")
package func testProfile(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = unsafe FuzzInput(data, size).rest
    guard
        let profile = try? ProfileReader.profile(
            of: bytes, file: "own.profile.yaml", name: "own", payerAccount: account)
    else { return 0 }
    expect((1...1_000_000).contains(profile.rows), "a file has room for a payment")
    expect((profile.lines == nil) == (profile.kind == .workbook), "a workbook has no lines")
    expect((profile.sheet == nil) != (profile.kind == .workbook), "a workbook has a sheet")
    expect(!profile.file.contains("/") && !profile.file.hasPrefix("."), "a file of the folder")
    for source in ProfileSource.required {
        expect(
            profile.columns.count { $0.content == .source(source) } == 1, "one column of \(source)")
    }
    let cells = profile.columns.flatMap(texts)
    let lines = (profile.before + profile.after).map(\.fixedText)
    for text in cells + lines {
        expect(!text.contains(account), "the payer's account stands in no profile")
        expect(text.unicodeScalars.allSatisfy(HoldRule.isPrintable), "a text on one line")
    }
    guard let form = profile.lines else { return 0 }
    expectCarried(cells + lines + [form.titlePrefix], form)
    if profile.kind == .text {
        let row = cells.joined(separator: form.separator)
        expect(
            row.unicodeScalars.split(
                separator: form.separator.unicodeScalars.first ?? ",",
                omittingEmptySubsequences: false
            ).count == max(1, cells.count), "no cell is two")
    }
    return 0
}

/// What a column says itself: its title, and its cells where they are not a payment's.
private func texts(of column: ProfileColumn) -> [String] {
    switch column.content {
    case .fixed(let text): [column.title, text]
    case .source: [column.title]
    case .bankRelation(let same, let other): [column.title, same, other]
    }
}

private func expectCarried(_ texts: [String], _ form: BankProfile.Lines) {
    let encoding: WrittenEncoding =
        switch form.encoding {
        case .utf8, .utf8Marked: .utf8
        case .gbk: .gbk
        case .gb18030: .gb18030
        }
    for text in texts {
        if case .failure(let missing) = CharacterEncoder.encode(text, as: encoding) {
            expect(false, "the file carries U+\(String(missing.scalar.value, radix: 16))")
        }
    }
}
