@testable import Verification

extension Sample {
    /// The same folder beside other support: one enterprise stays and is held, one stays and has
    /// waived the city's, one has waived the district's, and 丁 leaves with its five pieces.
    static var besideSupport: Sample {
        var sample = Sample()
        sample.otherSupport = [
            #"{"uscc": "12440600MB2C07549J", "level": "district", "programmes": ["区仓储"], "#
                + #""waivers": ["弃1号"], "amount": "1.00", "volume": "15", "#
                + #""decision": "waived", "order": null, "quotaFen": null}"#,
            #"{"uscc": "91110000600037341L", "level": "city", "programmes": ["市一", "市二"], "#
                + #""waivers": ["弃3号", null], "amount": "100000.00", "volume": "33", "#
                + #""decision": "stays", "order": 6, "quotaFen": "1650000000/144"}"#,
            #"{"uscc": "91330100799655058B", "level": "city", "programmes": ["市一"], "#
                + #""waivers": ["弃2号"], "amount": "100.00", "volume": "15", "#
                + #""decision": "stays", "order": 5, "quotaFen": "750000000/111"}"#,
            #"{"uscc": "914403001922038216", "level": "city", "programmes": ["市一"], "#
                + #""waivers": [null], "amount": "400000.00", "volume": "5", "#
                + #""decision": "leaves", "order": 7, "quotaFen": "250000000/149"}"#,
        ]
        return sample
    }
}

extension Tampering {
    static let ofSupport = [
        Tampering("no table among the inputs", .inputs, in: .report, "other-support", "others"),
        Tampering("no decisions", .inputs, in: .report, #""otherSupport""#, #""others""#),
        Tampering("decisions out of order", .supportOrder) { folder in
            folder.replace(#""uscc": "12440600MB2C07549J", "level""#, "~", in: .report)
            folder.replace("~", #""uscc": "92141127MA0KD1Y64A", "level""#, in: .report)
        },
        Tampering("a grant without a programme", .form, in: .report, #"["市一", "市二"]"#, "[]"),
        Tampering("an amount without fen", .form, in: .report, #""100000.00""#, #""100000""#),
        Tampering("somebody who is not on the roster", .form) { folder in
            folder.replace(
                #""uscc": "12440600MB2C07549J", "level""#,
                #""uscc": "00440600MB2C07549J", "level""#, in: .report)
        },
        Tampering("another word", .report, in: .report, #""stays""#, #""remains""#),
        Tampering("who stays said to leave", .support, in: .report, #""stays""#, #""leaves""#),
        Tampering("who leaves said to stay", .support, in: .report, #""leaves""#, #""stays""#),
        Tampering("district support without a waiver", .support, in: .report, "\"弃1号\"", "null"),
        Tampering("waived said to exclude", .support, in: .report, "\"waived\"", "\"excluded\""),
        Tampering("no volume, and yet some", .support, in: .report, "\"waived\"", noVolume),
        Tampering("a decision on no volume", .support, in: .report, one, none),
        Tampering("another place", .supportOrder, in: .report, "\"order\": 6", "\"order\": 5"),
        Tampering("a place of a waived one", .supportOrder, in: .report, waived, ordered),
        Tampering("another quota", .supportQuota, in: .report, "250000000/149", "250000000/144"),
        Tampering("a reduced quota", .supportQuota, in: .report, "750000000/111", "250000000/37"),
        Tampering("a higher city amount", .supportStable, in: .report, "100000.00", "200000.00"),
        Tampering("a lower city amount", .supportStable, in: .report, "400000.00", "16778.52"),
        Tampering("a piece more left out", .supportRows, in: .report, one, two),
        Tampering(
            "a row of somebody else", .supportRows, in: .findings,
            "enterprise.other-support,914403001922038216",
            "enterprise.other-support,92141127MA0KD1Y64A"),
        Tampering("an award beside the city's", .supportHold, in: .report, "\"弃2号\"", "null"),
    ]

    private static let one = #""amount": "400000.00", "volume": "5""#
    private static let two = #""amount": "400000.00", "volume": "6""#
    private static let none = #""amount": "400000.00", "volume": "0""#
    private static let noVolume = #""no-volume""#
    private static let waived = #""decision": "waived", "order": null"#
    private static let ordered = #""decision": "waived", "order": 1"#
}
