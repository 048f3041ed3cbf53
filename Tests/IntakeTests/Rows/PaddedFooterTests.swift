import Subsidy
import Testing

/// A footer behind a seldom blank, or a line break in its quotes, was taken for a row.
struct PaddedFooterTests {
    @Test(arguments: [
        "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{2003}", "\u{200B}", "\u{202F}", "\u{2060}", "\r\n",
        " \n\t",
    ])
    func paddedFooterIsNoRow(padding: String) throws {
        let sample = IntakeSample(
            IntakeSample.header, "SF1,甲,2026-05-05,1", "\"\(padding)合计\",,,1")
        let reading = try sample.reading()
        #expect(reading.total.total == 1)
        #expect(reading.files[0].controls.count == 1)
    }
}
