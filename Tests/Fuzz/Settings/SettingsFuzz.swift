import FuzzInput
import ProgrammeFolder
import Subsidy

/// Any bytes are a programme or an `InputFault`; a programme keeps within its bounds.
@_cdecl("LLVMFuzzerTestOneInput")
package func testSettings(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let bytes = unsafe FuzzInput(data, size).rest
    guard let programme = try? SettingsFile.programme(of: bytes) else { return 0 }
    expect((2000...2999).contains(programme.year), "a year has four digits")
    expect(programme.pool > .zero, "there is something to pay")
    expect(!programme.payments.isEmpty, "payments are in some format")
    expect(HoldRule.reasons(payee(programme.payer)).isEmpty, "a bank takes the payer's data")
    return 0
}

private func payee(_ payer: Payer) -> Payee {
    Payee(
        accountName: payer.name, account: payer.account, bank: payer.bank, cnaps: payer.cnaps.text)
}
