import DelimitedText
import FuzzInput
import Subsidy

/// One cell, read by every rule: a value that holds together, or none; never a trap.
@_cdecl("LLVMFuzzerTestOneInput")
package func testCell(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let cell = unsafe FuzzInput(data, size).rest
    // Rules read text; bytes that are none are refused before.
    guard let text = String(validating: cell, as: UTF8.self) else { return 0 }
    expectCanonical(text)
    WaybillCheck.run(cell, text)
    expectDate(cell)
    expectQuantity(cell, text)
    CodeCheck.run(text)
    FooterCheck.run(cell, text)
    return 0
}

private func expectCanonical(_ text: String) {
    let cell = CanonicalText.cell(text)
    let outer = [cell.unicodeScalars.first, cell.unicodeScalars.last]
    expect(!outer.contains { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }, "no outer blank")
    let name = CanonicalText.name(text)
    expect(!name.unicodeScalars.contains { $0 == " " || $0 == "\u{3000}" }, "no blank in a name")
    expect(CanonicalText.value(text) != "-", "a dash is nothing")
    let carrier = Carrier.canonicalName(text)
    expect(carrier.isEmpty == CanonicalText.name(CanonicalText.value(text)).isEmpty, "a carrier")
}

private func expectDate(_ cell: [UInt8]) {
    guard case .day(let date) = ShipmentDate.reading(cell.span) else { return }
    let (year, month, day) = date.civil
    expect(CalendarDate(year: year, month: month, day: day) == date, "a date is in the calendar")
    expect(CalendarDate(iso: date.description) == date, "a date is read as it is written")
    let written = Array(date.description.utf8)
    expect(ShipmentDate.reading(written.span) == .day(date), "ISO dates are read")
    let shipment = Shipment(
        waybill: .none, enterprise: .unreadable, statedVolume: nil, carrier: 0, date: date,
        place: Place(file: .max, line: .max))
    expect(shipment.date == date && !shipment.isReported, "a shipment keeps its date")
}

private func expectQuantity(_ cell: [UInt8], _ text: String) {
    let canonical = CanonicalText.value(text)
    var pieces = Quantity.reading(canonical, decimals: 0)
    if case .stated(let count) = pieces, count > Quantity.maximumPieces { pieces = .unreadable }
    expect(Quantity.pieces(cell.span) == pieces, "pieces are read alike on both ways")
    let grams = Quantity.reading(canonical, decimals: 3)
    expect(Quantity.grams(cell.span) == grams, "weights are read alike on both ways")
    if case .stated(let value) = grams {
        expect((1...Quantity.maximum).contains(value), "a weight has bounds")
        let written = DecimalText.text(UInt128(value), decimals: 3)
        expect(Quantity.grams(Array(written.utf8).span) == grams, "a weight is read as written")
    }
}
