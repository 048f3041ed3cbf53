import Foundation
import Subsidy
import Testing

@testable import Intake

struct SpillFileTests {
    private func shipments(_ lines: Range<UInt32>) -> [Shipment] {
        lines.map { line in
            Shipment(
                waybill: WaybillKey(longNumber: Int(line)), enterprise: EnterpriseID(Int(line) % 7),
                statedVolume: line % 2 == 0 ? nil : UInt64(line), carrier: 3, date: nil,
                place: Place(file: 9, line: line))
        }
    }

    @Test func rowsComeBackAsTheyWereWritten() throws {
        let file = try SpillFile(in: FileManager.default.temporaryDirectory.path())
        let first = try file.write(shipments(1..<1000), at: 0)
        let second = try file.write(shipments(2000..<2100), at: 999 * 40)
        var rows: [Shipment] = []
        try file.read(second, into: &rows)
        try file.read(first, into: &rows)
        #expect(rows.map(\.place.line) == Array(2000..<2100) + Array(1..<1000))
        #expect(rows.allSatisfy { $0.place.file == 9 && $0.carrier == 3 && $0.isReported })
        #expect(rows.allSatisfy { $0.waybill.longNumber == Int($0.place.line) })
        #expect(
            rows.allSatisfy {
                $0.statedVolume == ($0.place.line % 2 == 0 ? nil : UInt64($0.place.line))
            })
    }

    @Test func nothingIsLeftInTheFolder() throws {
        try IntakeSample().withFolder { folder in
            let file = try SpillFile(in: folder)
            _ = try file.write(shipments(1..<10), at: 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    @Test func rowsThatAreNotThereAreAFault() throws {
        let file = try SpillFile(in: FileManager.default.temporaryDirectory.path())
        var rows: [Shipment] = []
        #expect(throws: SpillFile.Fault.self) {
            try file.read(SpillFile.Extent(offset: 0, rows: 1), into: &rows)
        }
        #expect(rows.isEmpty)
    }

    @Test func folderThatIsMissingStopsTheReading() throws {
        var sample = IntakeSample()
        sample.add("a.csv", IntakeSample.header + "\nSF1,甲,2026-05-05,1\n")
        let options = IntakeOptions(
            threads: 1, memoryBytes: 0, temporaryFolder: "/nonexistent/folder")
        let fault = #expect(throws: InputFault.self) { try sample.reading(options) }
        #expect(fault?.file == "/nonexistent/folder")
        #expect(fault?.problem == .cannotSpill("No such file or directory"))
    }
}
