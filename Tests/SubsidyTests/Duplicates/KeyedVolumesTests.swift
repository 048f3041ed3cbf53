import Subsidy
import Testing

/// Waybills beside rows of volumes, and waybills that are decided.
struct KeyedVolumesTests {
    private static let key = VolumeKey(EnterpriseID(0), Month(year: 2026, month: 3))
    private let judgement: WaybillJudgement

    init() throws {
        judgement = WaybillJudgement(period: try Sample.period(), unit: .pieces)
    }

    private func row(
        _ enterprise: Int, _ date: String?, carrier: Int = 0, line: UInt32
    ) throws -> Shipment {
        Shipment(
            waybill: .none, enterprise: EnterpriseID(enterprise), statedVolume: 1,
            carrier: carrier, date: try date.map { try Sample.date($0) },
            place: Place(file: 0, line: line))
    }

    private func met(
        _ rows: [Shipment], by decision: WaybillDecision? = nil,
        decisions: [VolumeKeyDecision] = []
    ) -> (verdicts: [ShipmentVerdict], shown: ShownWaybills) {
        var judged = judgement.judge(rows, by: decision)
        var shown = ShownWaybills()
        KeyedVolumes([Self.key], decisions: [Self.key: decisions])
            .meet(rows, &judged, shown: &shown)
        return (judged.map(\.verdict), shown)
    }

    @Test func rowsThatReachStepSixShowTheirCarriers() throws {
        let (_, shown) = met([
            try row(0, "2026-03-31", carrier: 1, line: 2),
            try row(0, "2026-04-01", carrier: 2, line: 3),
        ])
        // The month is that of the earliest date.
        let carriers = try #require(shown.all[Self.key])
        #expect(carriers.place(meeting: 1) == Place(file: 0, line: 2))
        #expect(carriers.place(meeting: 2) == Place(file: 0, line: 3))
        #expect(carriers.place(meeting: 3) == nil)
        #expect(carriers.place(meeting: 0) == Place(file: 0, line: 2))
        #expect(shown.left == shown.all)
    }

    @Test(arguments: [(0, "2026-02-28"), (0, "2025-03-01"), (1, "2026-03-01")])
    func othersShowNothing(enterprise: Int, date: String) throws {
        #expect(met([try row(enterprise, date, line: 2)]).shown.all.isEmpty)
    }

    @Test func rowThatIsReturnedElsewhereShowsNothing() throws {
        let rows = [try row(0, "2026-03-05", line: 2), try row(0, nil, line: 3)]
        #expect(met(rows).shown.all.isEmpty)
        // A decision makes it go on.
        let given = WaybillDecision(id: AdjudicationID(0), winner: EnterpriseID(0))
        #expect(met(rows, by: given).shown.all.count == 1)
        let void = WaybillDecision(id: AdjudicationID(0), winner: nil)
        #expect(met(rows, by: void).shown.all.isEmpty)
    }

    @Test func contestedRowShowsItsCarrier() throws {
        let rows = [try row(0, "2026-03-05", line: 2), try row(1, "2026-03-05", line: 3)]
        #expect(met(rows).shown.all.count == 1)
        let lost = WaybillDecision(id: AdjudicationID(0), winner: EnterpriseID(1))
        #expect(met(rows, by: lost).shown.all.count == 1)
    }

    @Test(arguments: [(1, 1, true), (1, 0, true), (0, 2, true), (1, 2, false)])
    func decisionForAVolumeTakesOutTheWaybillsThatMeetIt(
        decided: Int, carrier: Int, isLost: Bool
    ) throws {
        let decision = VolumeKeyDecision(id: AdjudicationID(3), carrier: decided, volume: 9)
        let rows = [
            try row(0, "2026-03-05", carrier: carrier, line: 2),
            try row(0, "2026-03-05", carrier: carrier, line: 3),
            try row(1, nil, carrier: carrier, line: 4),
        ]
        let (verdicts, shown) = met(rows, decisions: [decision])
        let lost = ShipmentVerdict.lost(AdjudicationID(3), isReturned: false)
        #expect((verdicts[0] == lost) == isLost && (verdicts[1] == lost) == isLost)
        #expect(verdicts[2] == .reported)
        #expect(shown.all.count == 1 && shown.left.isEmpty == isLost)
    }

    @Test func winnersRowsGoOnAndLosersAreOut() throws {
        let rows = [
            try row(0, "2026-03-05", line: 2), try row(1, "2026-03-05", line: 3),
            try row(1, "2026-03-06", line: 4), try row(1, nil, line: 5),
            try row(2, "2027-01-01", line: 6),
        ]
        let given = WaybillDecision(id: AdjudicationID(7), winner: EnterpriseID(1))
        #expect(judgement.fault(of: given, on: rows) == nil)
        let verdicts = judgement.judge(rows, by: given).map(\.verdict)
        #expect(
            verdicts == [
                .lost(AdjudicationID(7), isReturned: false),
                .distinct(try Sample.date("2026-03-05")), .duplicate(rows[1].place, []), .reported,
                .outsidePeriod(try Sample.date("2027-01-01"), rows[4].place),
            ])
    }

    /// A row whose status does not count states no volume for the others.
    @Test func winnerThatStatesNoPiecesHasOne() throws {
        func row(_ stated: UInt64?, _ date: String?, line: UInt32) throws -> Shipment {
            Shipment(
                waybill: .none, enterprise: EnterpriseID(0), statedVolume: stated, carrier: 0,
                date: try date.map { try Sample.date($0) }, place: Place(file: 0, line: line))
        }
        let given = WaybillDecision(id: AdjudicationID(0), winner: EnterpriseID(0))
        let returned = try row(3, nil, line: 2)
        let silent = try row(nil, "2026-03-05", line: 3)
        let stating = try row(2, "2026-03-05", line: 4)
        #expect(judgement.judge([returned, silent], by: given).map(\.volume) == [3, 1])
        #expect(
            judgement.judge([returned, silent, stating], by: given).map(\.volume) == [3, nil, 2])
    }

    @Test func decisionNeedsADisputeAndAClaim() throws {
        let alone = [try row(0, "2026-03-05", line: 2), try row(0, "2026-03-05", line: 3)]
        let contested = alone + [try row(1, nil, line: 4), try row(2, "2027-03-05", line: 5)]
        func fault(_ winner: Int?, _ rows: [Shipment]) -> InputFault.Problem? {
            let decision = WaybillDecision(
                id: AdjudicationID(0), winner: winner.map { EnterpriseID($0) })
            return judgement.fault(of: decision, on: rows)
        }
        #expect(fault(0, alone) == .decisionWithoutDispute)
        #expect(fault(nil, alone) == .decisionWithoutDispute)
        #expect(fault(0, contested) == nil && fault(nil, contested) == nil)
        // A row whose status does not count is a claim; one outside the period is none.
        #expect(fault(1, contested) == nil)
        #expect(fault(2, contested) == .decisionForAnother)
        #expect(fault(3, contested) == .decisionForAnother)
    }
}
