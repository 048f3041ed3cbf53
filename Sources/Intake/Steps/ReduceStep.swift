import Subsidy

/// Steps 4 to 9 of the order of judging: what needs all rows of a waybill, whichever partition it is
/// in, and at the end what needs all partitions.
struct ReduceStep: Sendable {
    private let period: Period
    private let files: Int
    private let volumes: VolumeRows
    private let decisions: Decisions
    private let deduplication: Deduplication

    init(
        programme: Programme, roster: Roster, support: OtherSupport,
        adjudications: [Adjudication], exports: [Export], volumeRows: [VolumeRow],
        yearBefore: LateWaybills?, registers: Registers
    ) {
        period = programme.period
        files = exports.count
        volumes = VolumeRows(volumeRows)
        decisions = Decisions(adjudications, volumes: volumes, registers: registers)
        deduplication = Deduplication(
            programme: programme, roster: roster, support: support, exports: exports,
            volumes: volumes, decisions: decisions,
            yearBefore: YearBefore(yearBefore, period: period, registers: registers))
    }

    /// What no waybills come to.
    var nothing: WaybillResult {
        WaybillResult(files: files, period: period, outcomes: decisions.outcomes)
    }

    /// Judges whole waybills.
    func judge(
        _ shipments: [Shipment], by groups: inout WaybillGroups, into result: inout WaybillResult
    ) {
        deduplication.judge(shipments, by: &groups, into: &result)
    }

    /// What all waybills have come to, with the rows of volumes, which must not meet them, and of
    /// enterprises with city support.
    func conclude(_ waybills: WaybillResult) throws(InputFault) -> WaybillResult {
        var result = waybills
        var decisions = decisions
        decisions.settle(volumes, shown: result.shown)
        try decisions.refuse(result.checks)
        deduplication.judge(volumes, by: decisions, period: period, into: &result)
        deduplication.decide(&result)
        return result
    }
}
