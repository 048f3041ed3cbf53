import FuzzInput
import ProgrammeFolder
import Subsidy

/// Any bytes are a roster or an `InputFault`; every enterprise of a roster is found again.
@_cdecl("LLVMFuzzerTestOneInput")
package func testRoster(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let roster = try? RosterFile.roster(of: unsafe FuzzInput(data, size).rest) else {
        return 0
    }
    expect(!roster.enterprises.isEmpty, "a roster names someone")
    for (index, enterprise) in roster.enterprises.enumerated() {
        let id = EnterpriseID(index)
        expect(roster[id] == enterprise, "an id is the place in the roster")
        expect(roster.enterprise(code: enterprise.uscc) == id, "a code finds its enterprise")
        for name in [enterprise.name] + enterprise.aliases {
            let found = roster.enterprise(canonicalName: CanonicalText.name(name))
            expect(found == id, "a name finds its enterprise")
        }
    }
    let codes = roster.enterprises.map(\.uscc)
    expect(codes == codes.sorted(), "enterprises stand in the order of their codes")
    return 0
}
