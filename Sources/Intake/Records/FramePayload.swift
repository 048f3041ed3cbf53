import Subsidy

/// What the numbers of one process stand for: enterprises, carriers and long waybills.
struct RegisteredTexts: Sendable {
    let rosterCount: Int
    let strangers: [Stranger]
    let carriers: [String]
    let longWaybills: [[UInt8]]

    init(_ registers: Registers, roster: Roster) {
        rosterCount = roster.enterprises.count
        strangers = registers.strangers
        carriers = registers.carriers
        longWaybills = registers.longWaybills
    }
}

/// The payload of a frame, which can be read without any other: texts that have a number in one
/// process stand in front, once each, and the records name them by their place there.
struct PayloadWriter {
    private let texts: RegisteredTexts
    private var strangers = PlaceTable<Int>()
    private var carriers = PlaceTable<Int>()
    private var longWaybills = PlaceTable<Int>()
    var fields = FieldWriter()
    /// How many records there are.
    var count = 0

    init(_ texts: RegisteredTexts) { self.texts = texts }

    /// 0 for one that a row does not name readably; the roster's by their order; then the others.
    mutating func enterprise(_ id: EnterpriseID) {
        if id == .unreadable {
            fields.count(0)
        } else if id.index < texts.rosterCount {
            fields.count(id.index + 1)
        } else {
            let place = strangers.place(of: id.index - texts.rosterCount)
            fields.count(texts.rosterCount + 1 + place)
        }
    }

    mutating func enterprise(_ id: EnterpriseID?) {
        fields.flag(id != nil)
        if let id { enterprise(id) }
    }

    /// 0 for none.
    mutating func carrier(_ carrier: Int) {
        fields.count(carrier == 0 ? 0 : carriers.place(of: carrier - 1) + 1)
    }

    /// A byte with the lengths of both words, and the words without their leading zeros.
    mutating func waybill(_ key: WaybillKey) {
        if let number = key.longNumber {
            fields.byte(Self.long)
            fields.count(longWaybills.place(of: number))
            return
        }
        let lengths = (Self.length(key.high), Self.length(key.low))
        fields.byte(UInt8(lengths.0 << 4 | lengths.1))
        for (word, length) in [(key.high, lengths.0), (key.low, lengths.1)] {
            for index in stride(from: length - 1, through: 0, by: -1) {
                fields.byte(UInt8(truncatingIfNeeded: word >> UInt64(index * 8)))
            }
        }
    }

    mutating func place(_ place: Place) {
        fields.number(place.file)
        fields.number(place.line)
    }

    mutating func date(_ date: CalendarDate) { fields.signed(Int(date.dayNumber)) }

    func frame(_ kind: RecordFrame.Kind, partition: UInt32 = RecordFrame.aside) -> RecordFrame {
        var front = FieldWriter()
        front.count(strangers.values.count)
        for number in strangers.values {
            switch texts.strangers[number] {
            case .code(let code):
                front.flag(true)
                front.text(code.text)
            case .name(let name):
                front.flag(false)
                front.text(name)
            }
        }
        front.count(carriers.values.count)
        for number in carriers.values { front.text(texts.carriers[number]) }
        front.count(longWaybills.values.count)
        for number in longWaybills.values { front.text(texts.longWaybills[number]) }
        return RecordFrame(
            kind, partition: partition, count: count, payload: front.bytes + fields.bytes)
    }

    fileprivate static let long: UInt8 = 0xFF

    private static func length(_ word: UInt64) -> Int { (71 - word.leadingZeroBitCount) / 8 }
}

/// Reads a frame's payload in the numbers of this process.
struct PayloadReader {
    private let rosterCount: Int
    private var strangers: [EnterpriseID] = []
    private var carriers: [Int] = []
    private var longWaybills: [WaybillKey] = []
    var fields: FieldReader

    init(_ frame: RecordFrame, roster: Roster, registers: Registers) throws(RecordFault) {
        rosterCount = roster.enterprises.count
        fields = FieldReader(frame.payload)
        for _ in 0..<(try fields.count()) {
            let isCode = try fields.flag()
            let text = try fields.text()
            guard isCode else {
                strangers.append(registers.stranger(.name(text)))
                continue
            }
            guard let code = try? USCC(text), roster.enterprise(code: code) == nil else {
                throw .damaged
            }
            strangers.append(registers.stranger(.code(code)))
        }
        for _ in 0..<(try fields.count()) {
            carriers.append(registers.carrier(canonicalName: try fields.text()))
        }
        for _ in 0..<(try fields.count()) {
            let number = try fields.bytesOfText()
            // One that packs would be another than itself.
            guard !number.isEmpty, WaybillKey(packing: number.span) == nil else { throw .damaged }
            longWaybills.append(registers.longWaybill(number))
        }
    }

    mutating func enterprise() throws(RecordFault) -> EnterpriseID {
        let code = try fields.index(below: rosterCount + 1 + strangers.count)
        if code == 0 { return .unreadable }
        return code <= rosterCount
            ? EnterpriseID(code - 1) : strangers[code - 1 - rosterCount]
    }

    mutating func readableEnterprise() throws(RecordFault) -> EnterpriseID {
        let id = try enterprise()
        guard id != .unreadable else { throw .damaged }
        return id
    }

    /// One of the roster.
    mutating func member() throws(RecordFault) -> EnterpriseID {
        let id = try readableEnterprise()
        guard id.index < rosterCount else { throw .damaged }
        return id
    }

    mutating func optionalEnterprise() throws(RecordFault) -> EnterpriseID? {
        try fields.flag() ? try enterprise() : nil
    }

    mutating func carrier() throws(RecordFault) -> Int {
        let code = try fields.index(below: carriers.count + 1)
        return code == 0 ? 0 : carriers[code - 1]
    }

    mutating func waybill() throws(RecordFault) -> WaybillKey {
        let lengths = try fields.byte()
        if lengths == PayloadWriter.long {
            return longWaybills[try fields.index(below: longWaybills.count)]
        }
        let high = try word(lengths >> 4)
        let low = try word(lengths & 0xF)
        if high == 0, low == 0 { return .none }
        guard let key = WaybillKey(high: high, packedLow: low) else { throw .damaged }
        return key
    }

    private mutating func word(_ length: UInt8) throws(RecordFault) -> UInt64 {
        guard length <= 8 else { throw .damaged }
        var word: UInt64 = 0
        for _ in 0..<length { word = word << 8 | UInt64(try fields.byte()) }
        return word
    }

    mutating func place(files: Int) throws(RecordFault) -> Place {
        Place(file: try file(of: files), line: try fields.narrow())
    }

    mutating func file(of files: Int) throws(RecordFault) -> UInt16 {
        UInt16(try fields.index(below: min(files, 1 << 16)))
    }

    mutating func date() throws(RecordFault) -> CalendarDate { try fields.day() }

    mutating func month() throws(RecordFault) -> Month { try fields.month() }
}

/// Values in the order of their first coming.
private struct PlaceTable<Value: Hashable> {
    private(set) var values: [Value] = []
    private var places: [Value: Int] = [:]

    mutating func place(of value: Value) -> Int {
        if let place = places[value] { return place }
        places[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
