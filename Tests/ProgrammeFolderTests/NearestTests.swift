import Testing

@testable import ProgrammeFolder

/// A slip of the finger is nearer than a word that goes on, and what is far from all is near to none.
struct NearestTests {
    private static let keys = [
        "adjudications", "approval", "exports", "ledger", "max-contested", "max-rejected",
        "max-unknown", "not-counted", "notice", "payer", "payment-date", "payments", "period",
        "policy-term", "pool", "programme", "signing-key", "to", "volume", "year",
    ]

    private static let vectors: [(String, String?)] = [
        // One letter too few, too many, or another; two that changed places.
        ("pol", "pool"), ("poool", "pool"), ("pols", "pool"), ("poll", "pool"), ("pool ", "pool"),
        ("yea", "year"), ("paye", "payer"), ("payement", "payments"), ("payment", "payments"),
        ("legder", "ledger"), ("yaer", "year"), ("yera", "year"), ("payre", "payer"),
        // The beginning of a longer name; of several that which it is most of.
        ("exp", "exports"), ("policy", "policy-term"), ("paym", "payments"),
        ("payment-d", "payment-date"), ("max-rej", "max-rejected"), ("prog", "programme"),
        // In other letters.
        ("POOL", "pool"), ("Year", "year"), ("NOT_COUNTED", "not-counted"),
        // None.
        ("", nil), ("x", nil), ("qq", nil), ("qqqqqqqqqqqq", nil), ("池", nil), ("zz", nil),
    ]

    @Test(arguments: vectors)
    func nearest(typed: String, name: String?) {
        #expect(Nearest.name(to: typed, among: Self.keys) == name)
        #expect(Nearest.name(to: typed, among: Self.keys.reversed()) == name)
    }
}
