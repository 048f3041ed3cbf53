import Subsidy
private import Synchronization

/// What all workers of a run number alike: enterprises met, carriers, long waybills.
///
/// Workers come here once for a new text, not once for a row.
final class Registers: Sendable {
    private struct State: Sendable {
        var strangers = Numbered<Stranger>()
        var carriers = Numbered<String>()
        var longWaybills = Numbered<[UInt8]>()
    }

    private let roster: Roster
    private let state = Mutex(State())

    init(roster: Roster) { self.roster = roster }

    func enterprise(_ code: USCC) -> EnterpriseID {
        roster.enterprise(code: code) ?? stranger(.code(code))
    }

    /// The enterprise of the roster with this name or alias.
    func member(canonicalName name: String) -> EnterpriseID? {
        roster.enterprise(canonicalName: name)
    }

    func stranger(_ stranger: Stranger) -> EnterpriseID {
        EnterpriseID(
            roster.enterprises.count + state.withLock { $0.strangers.number(of: stranger) })
    }

    /// From 1; 0 is a row without a carrier.
    func carrier(canonicalName name: String) -> Int {
        // Beyond what a row can hold, carriers are one another's: two rows may then look alike.
        min(state.withLock { $0.carriers.number(of: name) } + 1, Shipment.maximumCarrier)
    }

    /// The carrier that a text names; 0 where it names none.
    func carrier(named text: String) -> Int {
        let name = Carrier.canonicalName(text)
        return name.isEmpty ? 0 : carrier(canonicalName: name)
    }

    func longWaybill(_ number: [UInt8]) -> WaybillKey {
        WaybillKey(longNumber: state.withLock { $0.longWaybills.number(of: number) })
    }

    var strangers: [Stranger] { state.withLock { $0.strangers.values } }
    /// In the order of their numbers, which begin at 1.
    var carriers: [String] { state.withLock { $0.carriers.values } }
    var longWaybills: [[UInt8]] { state.withLock { $0.longWaybills.values } }
}

/// Values in the order of their first coming.
private struct Numbered<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
