/// What is proved of an output folder; a failure names the check that did not hold.
package enum Check: String, Sendable, CaseIterable {
    // The folder.
    case digestList, digest, signature, unlistedFile, missingFile, documentMissing,
        documentUnexpected
    // report.json.
    /// report.json is not there, or not what this version reads: nothing more can be proved.
    case report
    case form, state, settings, inputs, rowIdentity, rowTotal, volumeTotal, rosterOrder
    case monthTotal, fileTotal, fileRows
    // The split.
    case quota, floor, remainder, remainderRank, leftOver, extraFen, amount, poolTotal, totals,
        payment, paymentID, batch, position
    // Other support.
    case support, supportOrder, supportQuota, supportStable, supportRows, supportHold
    // Files that spreadsheets open.
    case byteOrderMark, encoding, lineEnd, quoting, header, cellCount, formula
    // awards.csv.
    case awardSet, awardOrder, serial, awardCell, share, amountInWords, awardStatus, totalLine
    // The payment files.
    case xml, transfer, paymentCount, controlSum, paymentSet, paymentRepeated, paymentAmount
    case currency, payee, payer, purpose, messageID, paymentDate, creationTime, held
    // Those of profiles.
    case workbook, profileCell, profileLine, rowLimit, bankRelation, paymentFile
    // findings.csv.
    case findingOrder, findingPlace, findingRepeated, findingCount, classCount, findingYuan
    // The files of quarantine/.
    case quarantineRow, quarantineCount
    // report.xlsx.
    case reportWorkbook, reportCell, reportFormula
    // notice.html.
    case noticePage, noticeText, noticePeriod, noticeVolume
    // What was decided.
    case decision
    // What must be in none of the files that others than finance read.
    case accountLeak
}
