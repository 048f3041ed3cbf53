import Documents
import Foundation
import Glibc
import Subsidy
import Testing

@testable import fentan

/// `fentan doctor` says of each thing that it is fine, or what to do.
@Suite struct DoctorTests {
    /// A year far ahead, so that no clock makes its successor due.
    private static func made(_ folder: String = "2998") throws -> Scratch {
        let scratch = try Scratch()
        try #require(Command.run("init", folder, in: scratch).exit == 0)
        return scratch
    }

    private static func doctor(
        _ arguments: String..., in scratch: Scratch, environment: [String: String] = [:]
    ) throws -> Command.Outcome {
        try Command.run(["doctor"] + arguments, in: scratch, environment: environment)
    }

    /// Without what differs between machines, days and builds.
    private static func masked(_ output: String) -> String {
        output.replacing(#/fentan \d.*/#, with: "PROGRAM")
            .replacing(#/libcsv \d.*/#, with: "LIBRARIES")
            .replacing(#/\d{4}-\d\d-\d\d( in China|；)/#) { "DAY" + $0.1 }
            .replacing(#/[\d,]+ MB at/#, with: "N MB at")
            .replacing(#/尚有 [\d,]+ MB/#, with: "尚有 N MB")
            .replacing(#/(zone here is |时区 )[^,，]+/#) { $0.1 + "ZONE" }
    }

    @Test func allFineIsSaidLineByLine() throws {
        let scratch = try Self.made()
        let outcome = try Self.doctor("2998", in: scratch)
        #expect(outcome.exit == 0)
        #expect(outcome.error.isEmpty)
        let expected = """
            fine  program: PROGRAM
            fine  libraries: LIBRARIES
            fine  locale: C, messages are English.
            fine  clock and time zone: it is DAY in China; the zone here is ZONE, and no result depends on it.
            fine  settings: 2998, 500000.00 yuan; the payer is still the sample's: before anything is paid, put real ones in its place, as the head of fentan.yaml says.
            fine  roster and tables: 3 enterprises on the roster; every table can be read.
            fine  exports: 1 file, 1 MB.
            fine  permissions: inputs can be read and outputs written, and nobody else may do either.
            fine  free disk: N MB at 2998.
            fine  lock: no other run is at work.
            fine  ledger: 2998/trial.sqlite is not there yet; the first publication makes it.
            fine  signing key: none is set, so what is published is not signed.
            fine  next year: 2999 is not needed before 2999-01-01; fentan init 2999 makes it.
            everything is fine.

            """
        #expect(Self.masked(outcome.output) == expected)
    }

    @Test func publishedYearIsFineInChinese() throws {
        let scratch = try Self.made()
        try scratch.edit("2998/fentan.yaml", "0099440117000000018", "0099440117000000026")
        try Command.run("keys", "fentan.key", in: scratch)
        try scratch.edit("2998/fentan.yaml", "#signing-key:", "signing-key:")
        try #require(Command.run("run", "2998", in: scratch).exit == 0)
        try Command.run("init", "2999", in: scratch)
        let outcome = try Self.doctor(
            "2998", in: scratch, environment: ["LANG": "zh_CN.UTF-8", "TZ": "CST-8"])
        #expect(outcome.exit == 0)
        let expected = """
            正常  程序：PROGRAM
            正常  程序库：LIBRARIES
            正常  区域设置：zh_CN.UTF-8，消息用中文。
            正常  时钟与时区：中国今天是 DAY；本机时区 ZONE，结果与它无关。
            正常  设置：2998 年度，500000.00 元。
            正常  名册与表格：名册上 3 家企业，各表均可读。
            正常  导出文件：1 个文件，1 MB。
            正常  权限：输入可读，输出可写，他人不可读写。
            正常  磁盘空间：2998 尚有 N MB。
            正常  锁：没有其他运行。
            正常  台账：2998/trial.sqlite：完好，记有 1 个年度。
            正常  签名密钥：可用，只有所有者可读；公钥指纹 KEY。
            正常  下一年度：2999 已备好。
            全部正常。

            """
        let output = Self.masked(outcome.output).replacing(#/[0-9a-f]{64}/#, with: "KEY")
        #expect(output == expected)
    }

    @Test func machineIsLookedAtWithoutAProgramme() throws {
        let outcome = try Self.doctor(in: Scratch())
        #expect(outcome.exit == 0)
        #expect(outcome.output.split(separator: "\n").count == 5)
    }

    /// What is done to the year, and the one line that says so.
    static let faults: [(shell: String, line: String)] = [
        (
            "echo 'poool: \"1\"' >> 2998/fentan.yaml",
            "MEND  settings: fentan.yaml:68: setting “poool”: there is no such setting. "
                + "The nearest is “pool”; correct it."
        ),
        (
            "rm 2998/roster.csv",
            "MEND  roster and tables: roster.csv: there is no such file. Put it"
        ),
        (
            "mkdir 2998/exports/more",
            "MEND  exports: exports/more: a folder stands where a file should."
        ),
        (
            "rm 2998/exports/*",
            "MEND  exports: exports: there is no export in it. Put the CSV exports into it."
        ),
        (
            "chmod -R o+rX . && chmod o+w 2998/roster.csv",
            "MEND  permissions: 2998/roster.csv: anybody"
        ),
        ("chmod -R o+rX .", "MEND  permissions: 2998: anybody on this machine can read accounts"),
        (
            "echo no > 2998/trial.sqlite; chmod 600 2998/trial.sqlite",
            "MEND  ledger: 2998/trial.sqlite: it is no ledger of fentan."
        ),
        (
            "\"$0\" run 2998 && chmod 644 2998/trial.sqlite",
            "MEND  ledger: 2998/trial.sqlite: others may read or write it. "
                + "Run chmod 600 2998/trial.sqlite."
        ),
        (
            "\"$0\" run 2998 && rm 2998/trial.*.waybills",
            "MEND  ledger: 2998/trial.2998."
        ),
        (
            "\"$0\" keys k && chmod 640 k && echo signing-key: ../k >> 2998/fentan.yaml",
            "MEND  signing key: 2998/../k: others can read this signing key, so it is not used. "
                + "Run chmod 600 on it and consider a new key."
        ),
        (
            "cp -r 2998 2999",
            "MEND  next year: 2999: its fentan.yaml says year 2998. Correct year."
        ),
    ]

    @Test(arguments: faults.indices)
    func whatIsNotFineHasItsRemedy(index: Int) throws {
        let (shell, line) = Self.faults[index]
        let scratch = try Self.made()
        // In a folder that nobody else can enter nothing is open to others.
        let isOfOthers = line.hasPrefix("MEND  permissions")
        if isOfOthers, try !Self.isReachable(scratch.url) { return }
        let prepared = try Command.start(
            URL(filePath: "/bin/sh"), ["-ec", shell, Command.binary.path], in: scratch
        ).outcome()
        try #require(prepared.exit == 0, "\(prepared.error)")
        let outcome = try Self.doctor("2998", in: scratch)
        #expect(outcome.exit == 78)
        let said = outcome.output.split(separator: "\n").filter { $0.hasPrefix("MEND") }
        #expect(said.count == 1 && said.first?.hasPrefix(line) == true, "\(said)")
        #expect(outcome.output.hasSuffix("1 of \(index == 0 ? 10 : 13) to mend.\n"))
    }

    private static func isReachable(_ folder: URL) throws -> Bool {
        var folder = folder
        while folder.path != "/" {
            if try Stamp(folder).mode & 0o001 == 0 { return false }
            folder.deleteLastPathComponent()
        }
        return true
    }

    @Test func folderIsKnownFromWithin() throws {
        let scratch = try Self.made()
        let shell = "cd 2998 && exec \"$0\" doctor ."
        let outcome = try Command.start(
            URL(filePath: "/bin/sh"), ["-ec", shell, Command.binary.path], in: scratch
        ).outcome()
        #expect(outcome.exit == 0, "\(outcome.output)")
        #expect(outcome.output.contains("/2999 is not needed before 2999-01-01;"))
    }

    @Test func yearThatIsOverNeedsTheNext() throws {
        let outcome = try Self.doctor("2001", in: Self.made("2001"))
        #expect(outcome.exit == 78)
        let line = "MEND  next year: 2002: the next year has begun, and its folder is missing. "
        #expect(outcome.output.contains(line + "Run fentan init 2002.\n"))
    }

    @Test func runAtWorkIsNamed() throws {
        let scratch = try Self.made()
        let descriptor = unsafe open(scratch.url("2998").path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        let outcome = try Self.doctor("2998", in: scratch)
        #expect(outcome.exit == 78)
        #expect(
            outcome.output.contains(
                "MEND  lock: 2998: another run is under way (process \(getpid()))."))
    }

    @Test func nothingIsChanged() throws {
        let scratch = try Self.made()
        try Command.run("run", "2998", in: scratch)
        let before = try scratch.tree()
        for _ in 1...2 { try #expect(Self.doctor("2998", in: scratch).exit == 0) }
        try #expect(scratch.tree() == before)
    }

    @Test(arguments: [
        (["LANG": "zh_CN.GBK"], "MEND  locale: zh_CN.GBK is not UTF-8"),
        (["LANG": "C", "TZ": "Mars/Base"], "MEND  clock and time zone: TZ=Mars/Base is no zone"),
    ])
    func surroundingsHaveTheirRemedy(environment: [String: String], line: String) throws {
        let outcome = try Self.doctor("--language", "en", in: Scratch(), environment: environment)
        #expect(outcome.exit == 78)
        #expect(outcome.output.contains(line))
    }

    @Test func clockOfThePastIsFoundOut() throws {
        let day = try #require(CalendarDate(iso: "1970-01-01"))
        let clock = MachineExamination(environment: [:], today: day).clock
        #expect(!clock.isFine && clock.text.en.contains("1970-01-01"))
    }

    @Test(arguments: [("3.36.0", false), ("3.9.2", false), ("3.37.0", true), ("4.0", true)])
    func oldLibraryIsFoundOut(version: String, isFine: Bool) {
        let library = LinkedLibrary(name: "SQLite", version: version, oldest: "3.37.0")
        #expect(MachineExamination.libraries([library]).isFine == isFine)
    }

    @Test func littleRoomIsFoundOut() throws {
        #expect(DiskSpace.needed(exportBytes: 1 << 30) > 1 << 30)
        try #expect(DiskSpace.free(at: "/proc") == 0)
        let diagnosis = Diagnosis.of(.disk) {
            throw DiskSpace.Short(place: "/srv", free: 5_000_000, needed: 1_240_000_000)
        }
        #expect(
            diagnosis.line.en == "MEND  free disk: 5 MB are left at /srv, and this year may need "
                + "1,240. Make room, or name another place with --output.")
    }
}
