import ArgumentParser
import Documents
import Foundation
import Ledger
import ProgrammeFolder
import Subsidy

/// `fentan explain`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains one enterprise's figure, from its rows to its fen.",
        discussion: """
            Reads the programme as `run` does and writes nothing but the explanation, before a \
            publication and after it. What `run` would hold back or stop is explained as well.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case html
        case json
    }

    @Argument(help: ArgumentHelp("The year's folder.", valueName: "programme"))
    var programme: String

    @Argument(
        help: ArgumentHelp(
            "The enterprise's code (统一社会信用代码), or a name or alias of the roster.",
            valueName: "uscc"))
    var enterprise: String?

    @Option(
        help: ArgumentHelp(
            "Every row of this waybill and what became of it, also without an enterprise.",
            valueName: "number"))
    var waybill: String?

    @Flag(help: "List every row that does not count, not five of each code alone.")
    var all = false

    @Option(help: "text for a terminal, html for a letter (A4), json for programs.")
    var format = Format.text

    @Option(
        help:
            "Language of explanation and messages: zh or en; html and json are Chinese unless said."
    )
    var language: Language?

    @OptionGroup var log: LogOptions

    @OptionGroup var ledgerOption: LedgerOption

    @OptionGroup var options: ReadingOptions

    func validate() throws {
        if programme.isEmpty { throw ValidationError("<programme> names a folder") }
        if enterprise == nil, waybill == nil {
            throw ValidationError("name an enterprise, or a waybill with --waybill")
        }
        if let enterprise, enterprise.isEmpty { throw ValidationError("<uscc> is empty") }
    }

    func run() throws {
        MemoryHabits.apply()
        let messages = Messages(language: language, log: log.style)
        let status = explain(messages)
        if status != .done { throw ExitCode(status.rawValue) }
    }

    private func explain(_ messages: Messages) -> ExitStatus {
        do {
            let traced = try waybill.map(Self.number)
            let folder = programme.withoutSlash
            try ProgrammeInputs(path: folder).refuseMissingFolder()
            var reading = options.reading(
                of: folder, ledger: ledgerOption.ledger,
                temporaryFolder: FileManager.default.temporaryDirectory.path)
            reading.tracedWaybill = traced?.number
            let settlement = try position(of: reading.settled(), in: folder)
            for file in settlement.reading.files { messages.note(LogTexts.read(file)) }
            let subject = try enterprise.map { try ExplainedSubject($0, in: settlement) }
            let explanation = Explanation(
                of: settlement, subject: subject, waybill: traced, allRows: all,
                language: language ?? (format == .text ? messages.language : .zh),
                version: Version.text)
            if explanation.lacksWaybill { throw Absent.waybill(waybill ?? "") }
            try write(explanation)
            return .done
        } catch let fault as ExplainedSubject.Fault {
            messages.error(Texts.unknown(fault))
            if case .unknown = fault { return .usage }
            return .inputUnusable
        } catch let absent as Absent {
            messages.error(absent.text)
            return absent.status
        } catch {
            return RunFailure(error).report(to: messages)
        }
    }

    /// The year as its newest batch has it, whose letters say the same; where the awards are others
    /// now, as a further batch would have it.
    private func position(
        of settled: ProgrammeReading.Settled, in folder: String
    ) throws -> Settlement {
        let ledger = ProgrammeLedger(
            of: settled.settlement.programme, folder: folder, typed: ledgerOption.ledger)
        let known = try ledger.read()
        guard let newest = known.batches.last, let awards = settled.settlement.awards else {
            return settled.settlement
        }
        let isItsOwn = awards.map(\.amount) == newest.awards.map(\.amount)
        let history = try ledger.history(
            of: known, before: isItsOwn ? newest.batch.number : nil)
        return settled.settlement.paid(by: try settled.plan(after: history))
    }

    private static func number(_ text: String) throws -> ExplainedWaybill {
        guard let waybill = ExplainedWaybill(text) else { throw Absent.waybillNumber(text) }
        return waybill
    }

    private func write(_ explanation: Explanation) throws {
        switch format {
        case .text: try StandardOutput.write(explanation.text)
        case .html: try StandardOutput.write(explanation.page())
        case .json: try StandardOutput.write(explanation.json())
        }
    }

    /// A waybill that cannot be explained.
    private enum Absent: Error {
        /// No row of any export has it.
        case waybill(String)
        /// It is no number of a waybill.
        case waybillNumber(String)

        var text: Text {
            switch self {
            case .waybill(let number): Texts.absentWaybill(number)
            case .waybillNumber(let number): Texts.noWaybill(number)
            }
        }

        var status: ExitStatus {
            switch self {
            case .waybill: .inputUnusable
            case .waybillNumber: .usage
            }
        }
    }
}
