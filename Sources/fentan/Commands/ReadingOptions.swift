import ArgumentParser
import Foundation

/// How a programme is read; none of it changes a result.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Memory for rows and findings, such as 512M or 4G; more rows go to temporary files. "
                + "By default a quarter of the machine's.",
            valueName: "size"))
    var memory: MemorySize?

    @Option(help: .hidden)
    var threads: Int?

    @Option(help: .hidden)
    var blockBytes: Int?

    func validate() throws {
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is a number from 1 to 256")
        }
        if let blockBytes, !(1...(1 << 30)).contains(blockBytes) {
            throw ValidationError("--block-bytes is a number from 1 to 1073741824")
        }
    }

    func reading(
        of folder: String, ledger: String?, temporaryFolder: String
    ) -> ProgrammeReading {
        ProgrammeReading(
            folder: folder, ledgerFile: ledger, temporaryFolder: temporaryFolder,
            threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
            blockBytes: blockBytes ?? 1 << 18, memoryBytes: (memory ?? .quarterOfMachine).bytes)
    }
}

extension String {
    /// A folder's path as it is shown and joined.
    var withoutSlash: String {
        var path = self
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }
}
