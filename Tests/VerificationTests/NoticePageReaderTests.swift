import Testing

@testable import Verification

struct NoticePageReaderTests {
    @Test func noticeOfManyMegabytesIsRead() {
        let row = "<tr><td>" + String(repeating: "名", count: 200) + "</td></tr>\n"
        let page =
            "<!DOCTYPE html>\n<html lang=\"zh\"><body><table><tbody>"
            + String(repeating: row, count: 20_000) + "</tbody></table></body></html>\n"
        #expect(page.utf8.count > 12_000_000)
        let notice = NoticePage.read(Array(page.utf8))
        #expect(notice?.rows.count == 20_000)
    }
}
