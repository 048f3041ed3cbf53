import FuzzInput
import Subsidy

/// A waybill is packed without loss, and reads the same whatever stands around it.
enum WaybillCheck {
    static func run(_ cell: [UInt8], _ text: String) {
        let reading = Waybill.reading(cell.span)
        switch reading {
        case .missing, .damaged: break
        case .packed(let key, let isSuspicious):
            let number = key.characters
            expect(key.longNumber == nil && key != .none, "a packed key is no index")
            expect(WaybillKey(packing: number.span) == key, "packing loses nothing")
            expect(Waybill.reading(number.span) == reading, "a waybill is read as it is written")
            expect(isSuspicious == Waybill.hasLongTailOfZeros(number.span), "zeros are seen")
        case .long(let number, let isSuspicious):
            expect(WaybillKey(packing: number.span) == nil, "only what does not pack is long")
            expect(isSuspicious == Waybill.hasLongTailOfZeros(number.span), "zeros are seen")
        }
        for (before, after) in [(" ", "\t"), ("\u{A0}", ""), ("", "\u{3000}"), ("\u{FEFF}", " ")] {
            let padded = Array((before + text + after).utf8)
            expect(Waybill.reading(padded.span) == reading, "outer blanks make no difference")
        }
        if cell.allSatisfy({ $0 < 0x80 }) {
            let lower = Array(text.lowercased().utf8)
            expect(Waybill.reading(lower.span) == reading, "case makes no difference")
        }
    }
}
