import Testing

@testable import Subsidy

struct LineTemplateTests {
    @Test(arguments: [
        ("", ""), ("A|1|", "A|1|"), ("{sum}", "<sum>"),
        ("RMB|{date}|1|{sum}|{count}|", "RMB|<date>|1|<sum>|<count>|"),
        ("{payer-name}{payer-account}，共{count}笔", "<payer-name><payer-account>，共<count>笔"),
        ("{sum}{sum}", "<sum><sum>"),
    ])
    func placesAreFilled(text: String, line: String) throws {
        let template = try #require(LineTemplate(text))
        #expect(template.text == text)
        #expect(template.filled { "<\($0.rawValue)>" } == line)
        for place in LineTemplate.Place.allCases {
            #expect(template.has(place) == line.contains("<\(place.rawValue)>"))
            #expect(!template.fixedText.contains("<\(place.rawValue)>"))
        }
    }

    @Test(arguments: ["{", "}", "{sum", "sum}", "{}", "{ sum }", "{Sum}", "{{sum}}", "{account}"])
    func braceStandsAroundAPlaceAlone(text: String) {
        #expect(LineTemplate(text) == nil)
    }
}
