import Testing

@testable import Subsidy

struct StopRulesTests {
    private func stops(
        _ reading: Reading, roster: Roster? = nil
    ) throws -> [Stop] {
        let roster = try roster ?? Sample.roster()
        let claims = roster.enterprises.indices.map {
            LargestRemainder.Claim(key: $0, volume: reading.volumes.volume(of: EnterpriseID($0)))
        }
        return StopRules.stops(
            programme: try Sample.programme(), roster: roster, reading: reading,
            shares: LargestRemainder.split(Fen(50_000_000), among: claims))
    }

    @Test(arguments: [
        (99, 1, false), (198, 2, false), (98, 1, true), (297, 3, false), (295, 3, true),
    ])
    func rejectedRowsStopARunAboveTheLimit(counted: Int, rejected: Int, isStopped: Bool) throws {
        let reading = try Sample.reading(
            files: [Sample.file(counted: counted, rejected: rejected)], volumes: [1])
        let expected: [Stop] =
            isStopped ? [.rejected(rows: rejected, of: counted + rejected)] : []
        #expect(try stops(reading) == expected)
    }

    @Test(arguments: [(3, 3, false), (4, 396, false), (4, 395, true), (4, 0, true)])
    func fileStopsARunWhereMoreThanThreeRowsAreRejected(
        rejected: Int, counted: Int, isStopped: Bool
    ) throws {
        let files = [
            Sample.file("big.csv", counted: 5000),
            Sample.file("small.csv", counted: counted, rejected: rejected),
        ]
        let expected: [Stop] =
            isStopped
            ? [.rejectedInFile("small.csv", rows: rejected, of: counted + rejected)] : []
        #expect(try stops(try Sample.reading(files: files, volumes: [1])) == expected)
    }

    @Test(arguments: [(1, false), (2, true)] as [(UInt64, Bool)])
    func contestedVolumeStopsARunAboveTheLimit(contested: UInt64, isStopped: Bool) throws {
        var weighed = StepEightVolumes()
        weighed.contested = UInt128(contested)
        weighed.refused = 15
        weighed.otherSupport = 5
        let counted = 80 - contested
        let reading = try Sample.reading(volumes: [counted, 19 + 1], stepEight: weighed)
        // Counted, excluded by step 8 and contested are 120 together.
        let limit: [Stop] =
            contested * 100 > 120 ? [.contested(volume: UInt128(contested), of: 120)] : []
        #expect(try stops(reading) == limit)
        #expect(limit.isEmpty == !isStopped)
    }

    @Test(arguments: [(10, false), (11, true)] as [(UInt64, Bool)])
    func strangersVolumeStopsARunAboveTheLimit(unknown: UInt64, isStopped: Bool) throws {
        var weighed = StepEightVolumes()
        weighed.notOnRoster = UInt128(unknown)
        weighed.contested = 4
        weighed.refused = 6
        let reading = try Sample.reading(volumes: [990 - unknown], stepEight: weighed)
        let expected: [Stop] = isStopped ? [.unknown(volume: UInt128(unknown), of: 1000)] : []
        #expect(try stops(reading) == expected)
    }

    @Test func pendingEnterpriseWithVolumeStopsARun() throws {
        let roster = try Sample.roster([.approved, .pending, .pending])
        let reading = try Sample.reading(volumes: [75, 25, 0])
        let claim = Stop.PendingClaim(
            uscc: roster.enterprises[1].uscc, volume: 25, award: Fen(12_500_000))
        #expect(try stops(reading, roster: roster) == [.pending([claim])])
        let without = try Sample.reading(volumes: [75])
        #expect(try stops(without, roster: roster) == [])
    }

    @Test func footerThatDiffersStopsARunUnlessTheSettingsLetIt() throws {
        let right = ControlTotal(line: 8, subject: .rows, stated: 5, read: 5)
        let wrong = ControlTotal(line: 9, subject: .pieces, stated: 12, read: 11)
        let files = [
            Sample.file("a.csv", counted: 5, controls: [right, wrong]),
            Sample.file("b.csv", counted: 5, controls: [wrong], ignoresControls: true),
        ]
        let reading = try Sample.reading(files: files, volumes: [1])
        #expect(try stops(reading) == [.controlDiffers(file: "a.csv", wrong)])
    }

    @Test func withoutVolumeARunStops() throws {
        #expect(try stops(try Sample.reading(files: [Sample.file()])) == [.noVolume])
    }

    @Test func everyReasonIsNamed() throws {
        var weighed = StepEightVolumes()
        weighed.contested = 5
        weighed.notOnRoster = 5
        let control = ControlTotal(line: 9, subject: .weight, stated: 2, read: 1)
        let reading = try Sample.reading(
            files: [Sample.file(counted: 1, rejected: 4, controls: [control])], volumes: [1],
            stepEight: weighed)
        let roster = try Sample.roster([.pending, .approved, .refused])
        let codes = try stops(reading, roster: roster).map(\.code)
        #expect(
            codes == [
                "limit.rejected", "limit.rejected-file", "limit.contested", "limit.unknown",
                "enterprise.pending", "control.differs",
            ])
        #expect(Stop.noVolume.code == "volume.none")
        #expect(Stop.nobodyStays(1).code == "support.nobody-stays")
    }
}
