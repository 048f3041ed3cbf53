/// Findings about enterprises and accounts, which no row shows.
enum RosterFindings {
    static func findings(programme: Programme, roster: Roster, reading: Reading) -> [Finding] {
        let reported = enterprisesWithRows(reading)
        var findings: [Finding] = []
        if !programme.payer.cnaps.hasValidCheckDigit {
            findings.append(
                Finding(
                    .cnapsCheckDigit, source: .settings, column: .field(.cnaps),
                    detail: .cell(programme.payer.cnaps.text)))
        }
        for (index, enterprise) in roster.enterprises.enumerated() {
            let id = EnterpriseID(index)
            if enterprise.review == .approved, !reported.contains(id) {
                findings.append(finding(.coverageNoRows, enterprise, id, column: .none))
            }
            if HoldRule.isSuspicious(account: enterprise.payee.account) {
                findings.append(
                    finding(.accountSuspicious, enterprise, id, column: .field(.account)))
            }
            if let cnaps = CNAPS(enterprise.payee.cnaps), !cnaps.hasValidCheckDigit {
                findings.append(finding(.cnapsCheckDigit, enterprise, id, column: .field(.cnaps)))
            }
        }
        return findings
    }

    private static func finding(
        _ code: FindingCode, _ enterprise: Enterprise, _ id: EnterpriseID, column: Finding.Column
    ) -> Finding {
        Finding(
            code, source: .roster, line: UInt32(enterprise.line), column: column, enterprise: id,
            detail: code == .cnapsCheckDigit ? .cell(enterprise.payee.cnaps) : .none)
    }

    private static func enterprisesWithRows(_ reading: Reading) -> Set<EnterpriseID> {
        Set(reading.enterprisesWithRows)
    }
}
