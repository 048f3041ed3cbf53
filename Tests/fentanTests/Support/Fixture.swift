import Foundation
import Testing

/// A small programme in a folder of its own, `programme`, and runs of it.
///
/// Three enterprises and four rows, 4, 2 and 1 pieces; nothing stops it, nothing is held.
struct Fixture {
    let scratch: Scratch

    static let codes = ["91440117MA5T00010Y", "91440117MA5T00029U", "91440117MA5T00037N"]
    static let accounts = ["9901000000000011", "9902000000000022", "9903000000000033"]
    static let payerAccount = "0099440117000000018"
    static let header = "运单号,统一社会信用代码,发货日期,件数,状态"

    static let settings = """
        year: 2026
        payer: {name: 样例联盟, account: "\(payerAccount)", bank: 样例银行, cnaps: "999581000012"}
        payment-date: 2027-03-15

        """
    static let roster = """
        统一社会信用代码,企业名称,审核状态,户名,账号,开户行,联行号
        \(codes[0]),样例甲公司,通过,样例甲公司,\(accounts[0]),样例银行,999581000012
        \(codes[1]),样例乙公司,通过,样例乙公司,\(accounts[1]),样例银行,999581000012
        \(codes[2]),样例丙公司,通过,样例丙公司,\(accounts[2]),样例银行,999581000012

        """
    static let export = """
        \(header)
        T0001,\(codes[0]),2026-01-05,3,已签收
        T0002,\(codes[1]),2026-02-05,2,已签收
        T0003,\(codes[2]),2026-03-05,1,已签收
        T0004,\(codes[0]),2026-03-06,1,

        """
    static let adjudicationsPath = "programme/adjudications.csv"
    static let exportPath = "programme/exports/logistics.csv"

    init() throws {
        scratch = try Scratch()
        try scratch.write(Self.settings, to: "programme/fentan.yaml")
        try scratch.write(Self.roster, to: "programme/roster.csv")
        try scratch.write(Self.export, to: Self.exportPath)
    }

    /// Of a programme that stands in a folder already.
    init(in scratch: Scratch) { self.scratch = scratch }

    /// A fixture that is published in `out` already.
    static func published() throws -> Fixture {
        let fixture = try Fixture()
        let outcome = try fixture.run()
        try #require(outcome.exit == 0, "\(outcome.error)")
        return fixture
    }

    /// `fentan run programme --output out` and more.
    @discardableResult
    func run(_ more: String..., environment: [String: String] = [:]) throws -> Command.Outcome {
        try Command.run(
            ["run", "programme", "--output", "out"] + more, in: scratch, environment: environment)
    }

    func verify(_ folder: String) throws -> Command.Outcome {
        try Command.run("verify", folder, in: scratch)
    }

    /// Adds a line to the settings.
    func set(_ line: String) throws {
        let path = "programme/fentan.yaml"
        try scratch.write(try scratch.text(path) + line + "\n", to: path)
    }

    /// The cells of a document's column; `#require`s that it is there.
    func column(_ name: String, of path: String) throws -> [String] {
        let lines = try scratch.text(path).split(separator: "\r\n").map {
            $0.drop { $0 == "\u{FEFF}" }.split(separator: ",", omittingEmptySubsequences: false)
        }
        let place = try #require(lines.first?.firstIndex { $0 == name })
        return lines.dropFirst().map { String($0[place]) }
    }
}
