import DelimitedText
import FuzzInput
@testable import Intake
import Subsidy

/// A whole export: every row in one class, the sums agree, and blocks make no difference.
@_cdecl("LLVMFuzzerTestOneInput")
package func testExport(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    var input = unsafe FuzzInput(data, size)
    let form = ExportForm(input.choice())
    let blockBytes = 1 + Int(input.choice() % 64)
    let bytes = form.file(input.rest)
    ExportFile.write(bytes)
    let options = IntakeOptions(threads: 1)
    let small = IntakeOptions(
        threads: 1, blockBytes: blockBytes, memoryBytes: blockBytes % 4 == 0 ? 0 : 1 << 30,
        temporaryFolder: ExportFile.folder)
    switch (reading(form, options), reading(form, small)) {
    case (.success(let whole), .success(let inBlocks)):
        expect(whole.files[0].bytes == bytes.count, "all bytes are read")
        ReadingCheck.run(whole, unit: form.unit)
        ReadingCheck.expectSame(whole, inBlocks)
    case (.failure(let fault), .failure(let inBlocks)):
        expect(fault == inBlocks, "a fault does not depend on blocks")
    case (.success, .failure), (.failure, .success):
        fatalError("does not hold: blocks decide nothing")
    }
    return 0
}

private func reading(_ form: ExportForm, _ options: IntakeOptions) -> Result<Reading, InputFault> {
    Result { () throws(InputFault) in
        try ExportIntake.reading(
            of: ExportFolder(path: ExportFile.folder + "/exports", name: "exports"),
            programme: form.programme, roster: form.roster, options: options)
    }
}
