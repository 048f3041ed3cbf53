import Foundation
import Testing

/// A bank compares the payee's name with its own: it gets it as the roster has it.
@Suite struct PayeeNamesTests {
    /// Full-width brackets, blanks within, an ampersand, characters beyond the first plane.
    static let names = ["样例甲（从化）有限公司", "样例 甲 公司", "样例＆甲公司", "样例·甲公司", "䶮㑇𠮷样例公司", "A&B <样例>"]

    @Test(arguments: names)
    func reachThePaymentFilesAsTyped(name: String) throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/roster.csv", "通过,样例甲公司", "通过,\(name)")
        try #require(fixture.run().exit == 0)
        let xml = name.replacingOccurrences(of: "&", with: "&amp;")
            .replacingOccurrences(of: "<", with: "&lt;")
        let message = try fixture.scratch.text("out/payments/pain.001.xml")
            .replacingOccurrences(of: "&gt;", with: ">")
        try #expect(fixture.column("收款人名称", of: "out/payments/neutral.csv")[0] == name)
        #expect(message.contains("<Nm>\(xml)</Nm>"))
    }

    @Test func payerAndTitleAreAsTyped() throws {
        let fixture = try Fixture()
        try fixture.scratch.edit("programme/fentan.yaml", "样例联盟", "样例联盟（从化）")
        try fixture.set("programme: 样例补贴（试行）")
        try #require(fixture.run().exit == 0)
        let message = try fixture.scratch.text("out/payments/pain.001.xml")
        #expect(message.contains("<Nm>样例联盟（从化）</Nm>"))
        #expect(message.contains("<Ustrd>2026年样例补贴（试行）</Ustrd>"))
    }
}
