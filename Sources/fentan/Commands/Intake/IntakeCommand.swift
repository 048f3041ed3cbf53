import ArgumentParser
import Documents
import Foundation
import Intake
import Subsidy

/// `fentan intake`: the steps of intake, for an engine that carries records between them.
struct IntakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "The steps of reading, each from standard input to standard output.",
        discussion: "For scripts/spark/intake.py and its like; see ARCHITECTURE.md.",
        shouldDisplay: false,
        subcommands: [
            IntakePlanCommand.self, IntakeCutCommand.self, IntakeMapCommand.self,
            IntakeYearBeforeCommand.self, IntakeReduceCommand.self, IntakeTableCommand.self,
        ])
}

/// What every step but the plan is told.
struct IntakeStepOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What `intake plan` said.", valueName: "file"))
    var plan: String

    func step() throws -> PlannedIntake { try PlannedIntake(at: plan) }

    /// Does a step's work; the command exits with what came of it.
    static func run(_ work: () throws -> Void) throws {
        MemoryHabits.apply()
        // A reader that has gone is an error like another.
        signal(SIGPIPE, SIG_IGN)
        do {
            try work()
        } catch {
            let status = RunFailure(error).report(to: Messages(language: nil))
            throw ExitCode(status.rawValue)
        }
    }
}

/// `fentan intake plan`.
struct IntakePlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "From a listing of the exports to what all steps share, as JSON.",
        discussion: """
            The listing has a line for each entry, ended by a zero byte: `f` or `d`, its bytes and \
            its name, with a blank between them.
            """)

    @Argument(help: ArgumentHelp("The year's folder.", valueName: "programme"))
    var programme: String

    @Option(help: ArgumentHelp("The ledger of all years.", valueName: "file"))
    var ledger: String?

    @Option(help: "How many partitions; a power of two. By default as many as the bytes need.")
    var partitions: Int?

    func validate() throws {
        guard let partitions else { return }
        let isPower = partitions > 0 && partitions & (partitions - 1) == 0
        if !isPower || partitions > IntakePlan.maximumPartitions {
            throw ValidationError(
                "--partitions is a power of two, \(IntakePlan.maximumPartitions) at most")
        }
    }

    func run() throws {
        try IntakeStepOptions.run {
            let inputs = try ProgrammeRules(programme.withoutSlash, ledger: ledger)
            let listing = try ExportListing(of: StandardInput.bytes())
            let folder = try listing.folder()
            try folder.refuseUnusedPatterns(inputs.rules.programme.exports)
            let plan = IntakePlan(
                for: folder, bytes: listing.bytes, rules: inputs.rules, version: Version.text,
                yearBefore: try inputs.yearBefore()?.input.sha256, partitions: partitions)
            try StandardOutput.write(PlannedIntake.json(plan))
        }
    }
}

/// `fentan intake cut`.
struct IntakeCutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cut", abstract: "From a large export to its ranges, as JSON.")

    @OptionGroup var options: IntakeStepOptions

    @Option(help: ArgumentHelp("The export's bare name.", valueName: "name"))
    var export: String

    @Option(help: ArgumentHelp("How large a range is, such as 128M.", valueName: "size"))
    var rangeBytes = MemorySize(bytes: 128 << 20)

    @Option(help: .hidden)
    var blockBytes = 1 << 18

    func run() throws {
        try IntakeStepOptions.run {
            let step = try options.step()
            let cut = try StandardInput.withPath { input in
                try ExportCut(
                    step.index(of: export), at: input, rangeBytes: rangeBytes.bytes,
                    blockBytes: blockBytes, plan: step.plan, rules: step.rules)
            }
            try StandardOutput.write(PlannedIntake.json(cut))
        }
    }
}

/// `fentan intake map`.
struct IntakeMapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "From an export, or a range of one, to records.")

    @OptionGroup var options: IntakeStepOptions

    @Option(help: ArgumentHelp("The export's bare name.", valueName: "name"))
    var export: String

    @Option(help: ArgumentHelp("What `intake cut` said of it.", valueName: "file"))
    var cut: String?

    @Option(help: "The number of the range among those, from 0; its bytes alone are the input.")
    var range: Int?

    @Option(help: ArgumentHelp("Memory for rows and findings, such as 512M.", valueName: "size"))
    var memory = MemorySize(bytes: 1 << 30)

    @Option(help: .hidden)
    var blockBytes = 1 << 18

    func validate() throws {
        if (cut == nil) != (range == nil) {
            throw ValidationError("--cut and --range belong together")
        }
    }

    func run() throws {
        try IntakeStepOptions.run {
            let step = try options.step()
            let index = try step.index(of: export)
            let map = ExportMap(
                plan: step.plan, rules: step.rules,
                options: IntakeOptions(
                    threads: 1, blockBytes: blockBytes, memoryBytes: memory.bytes,
                    temporaryFolder: StandardInput.temporaryFolder))
            var writer = try step.writer()
            try StandardInput.withPath { input in
                if let cut, let range {
                    let known = try PlannedIntake.value(ExportCut.self, at: cut)
                    guard known.export == export else { throw RecordFault.damaged }
                    try map.write(range: range, of: known, at: input, to: &writer)
                } else {
                    try map.write(index, at: input, to: &writer)
                }
            }
            try writer.finish()
        }
    }
}

/// `fentan intake year-before`.
struct IntakeYearBeforeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "year-before",
        abstract: "The waybills that the year before has counted, as records.")

    @OptionGroup var options: IntakeStepOptions

    @Argument(help: ArgumentHelp("The year's folder.", valueName: "programme"))
    var programme: String

    @Option(help: ArgumentHelp("The ledger of all years.", valueName: "file"))
    var ledger: String?

    func run() throws {
        try IntakeStepOptions.run {
            let step = try options.step()
            let inputs = try ProgrammeRules(programme.withoutSlash, ledger: ledger)
            let known = try inputs.yearBefore()
            guard known?.input.sha256 == step.plan.yearBefore else {
                throw RecordFault.otherRules
            }
            var writer = try step.writer()
            try YearBeforeRecords.write(
                known?.waybills ?? .none, plan: step.plan, rules: step.rules, to: &writer)
            try writer.finish()
        }
    }
}

/// `fentan intake reduce`.
struct IntakeReduceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reduce",
        abstract: "From the records of a partition to what they come to, as records.")

    @OptionGroup var options: IntakeStepOptions

    @Option(help: "The number of the partition, from 0.")
    var partition: Int

    func validate() throws {
        if !(0..<IntakePlan.maximumPartitions).contains(partition) {
            throw ValidationError("--partition is a number of the plan's")
        }
    }

    func run() throws {
        try IntakeStepOptions.run {
            let step = try options.step()
            var reduce = PartitionReduce(
                partition: partition, plan: step.plan, rules: step.rules)
            var reader = try RecordReader(rules: step.digest, from: StandardInput.read)
            while let frame = try reader.next() { try reduce.take(frame) }
            var writer = try step.writer()
            try reduce.write(to: &writer)
            try writer.finish()
        }
    }
}

/// `fentan intake table`.
struct IntakeTableCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "From any records to rows of CSV, without a header.")

    @OptionGroup var options: IntakeStepOptions

    @Argument(help: "findings, volumes or controls.")
    var subject: RecordTable.Subject

    func run() throws {
        try IntakeStepOptions.run {
            let step = try options.step()
            var table = RecordTable(subject, plan: step.plan, rules: step.rules)
            var reader = try RecordReader(rules: step.digest, from: StandardInput.read)
            while let frame = try reader.next() {
                try table.take(frame)
                try StandardOutput.write(table.takeBytes())
            }
        }
    }
}

extension RecordTable.Subject: ExpressibleByArgument {}
