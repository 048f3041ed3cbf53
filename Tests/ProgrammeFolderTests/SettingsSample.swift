import ProgrammeFolder
import Subsidy

/// The settings of a test: `fentan.yaml` with the lines that it is about.
enum SettingsSample {
    /// Six lines; what a test adds begins on line 7.
    static let required = """
        year: 2026
        payer:
          name: 从化区直播电商企业联盟
          account: "0044050158000000001"
          bank: 中国建设银行从化支行
          cnaps: "105100000017"

        """

    static func programme(_ more: String = "") throws(InputFault) -> Programme {
        try programme(whole: required + more)
    }

    static func programme(whole text: String) throws(InputFault) -> Programme {
        try SettingsFile.programme(of: Array(text.utf8))
    }

    /// The fault of settings that cannot be used; nil where they can.
    static func fault(_ more: String) -> InputFault? { fault(whole: required + more) }

    static func fault(whole text: String) -> InputFault? {
        do throws(InputFault) {
            _ = try programme(whole: text)
            return nil
        } catch {
            return error
        }
    }
}
