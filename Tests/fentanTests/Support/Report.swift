import Foundation

/// What the tests read of a `report.json`.
struct Report: Decodable {
    let state: String
    let pool: String
    let rows: [String: Int]
    let files: [File]
    let totals: [String: String?]
    let settings: Settings
    let awards: [Award]

    struct File: Decodable {
        let name: String
        let rows: [String: Int]
    }

    struct Settings: Decodable {
        let paymentDate: String?

        enum CodingKeys: String, CodingKey { case paymentDate = "payment-date" }
    }

    struct Award: Decodable, Equatable {
        let uscc: String
        let amount: String?
        let payment: String
        let paymentId: String?
    }
}

extension Scratch {
    func report(_ folder: String) throws -> Report {
        try JSONDecoder().decode(Report.self, from: data(folder + "/report.json"))
    }
}
