import DelimitedText
import Subsidy

/// Puts together what was found; the order of rows, threads and processes has no part in it.
struct ReadingAssembly: Sendable {
    let programme: Programme
    let skipped: [String]
    let registers: Registers

    func reading(
        _ workers: [WorkerResult], _ waybills: consuming WaybillResult, _ digests: [ExportDigest]
    ) -> Reading {
        var figures = digests.map { _ in FileFigures() }
        for worker in workers {
            for (file, found) in worker.figures { figures[Int(file)].add(found) }
        }
        for index in figures.indices { figures[index].tally.add(waybills.tallies[index]) }
        let files = zip(digests, figures).map(Self.file)
        var late: [WaybillKey] = []
        swap(&late, &waybills.late)
        return Reading(
            files: files, skipped: skipped, strangers: registers.strangers,
            volumes: waybills.volumes, statuses: Self.statuses(figures),
            stepEight: waybills.stepEight,
            findings: workers.flatMap(\.findings.chunks) + waybills.findings.chunks + [
                fileFindings(digests, figures, files)
            ],
            enterprisesWithRows: workers.reduce(into: Set()) { $0.formUnion($1.enterprises) }
                .sorted { $0.rawValue < $1.rawValue },
            longWaybills: registers.longWaybills,
            traced: waybills.traced.sorted { $0.place < $1.place },
            rejected: workers.map(\.rejected), decisions: waybills.outcomes,
            support: waybills.support,
            late: LateWaybills(late, longNumbers: registers.longWaybills))
    }

    private static func file(_ digest: ExportDigest, _ figures: FileFigures) -> ExportFile {
        ExportFile(
            name: digest.export.name, kind: digest.export.layout.kind, sha256: digest.sha256,
            encoding: digest.export.encoding.rawValue, bytes: digest.bytes,
            headerLine: digest.export.layout.line, columns: digest.export.layout.names,
            tally: figures.tally,
            controls: figures.footers.sorted { $0.line < $1.line }
                .map { control($0, figures) },
            ignoresControls: digest.export.settings?.control == .ignore)
    }

    private static func control(
        _ footer: FooterRule.Stated, _ figures: FileFigures
    ) -> ControlTotal {
        let rows = UInt128(figures.tally.total)
        let (subject, read): (ControlSubject, UInt128) =
            switch footer.subject {
            case .rows: (.rows, rows)
            // 件 is a row to one system and a piece to another.
            case .rowsOrPieces where footer.value == figures.pieces: (.pieces, figures.pieces)
            case .rowsOrPieces: (.rows, rows)
            case .pieces: (.pieces, figures.pieces)
            case .weight: (.weight, figures.grams)
            case .volume(let subject): (subject, figures.volume)
            }
        return ControlTotal(line: footer.line, subject: subject, stated: footer.value, read: read)
    }

    /// All that do not count, and of the others the most frequent; the rest are one.
    private static func statuses(_ figures: [FileFigures]) -> [StatusCount] {
        StatusCount.listed(
            figures.flatMap(\.statuses.lines).map { status, figures in
                StatusCount(status: status.text, rows: figures.rows, counts: status.counts)
            })
    }

    private func fileFindings(
        _ digests: [ExportDigest], _ figures: [FileFigures], _ files: [ExportFile]
    ) -> [Finding] {
        var findings: [Finding] = []
        for (index, file) in files.enumerated() {
            let source = Finding.Source.export(UInt16(index))
            if let first = files[..<index].firstIndex(where: { $0.sha256 == file.sha256 }) {
                findings.append(
                    Finding(.fileRepeated, source: source, detail: .sameAs(UInt16(first))))
            }
            findings += missingMonths(figures[index].months).map {
                Finding(.coverageMonth, source: source, detail: .month($0))
            }
            findings += file.controls.filter { !$0.agrees }.map {
                Finding(.controlDiffers, source: source, line: $0.line, detail: .control($0))
            }
            findings += unlistedStatuses(figures[index], digests[index].export, source)
        }
        return findings
    }

    /// Months with nothing, between months of the period that have something.
    private func missingMonths(_ months: [Bool]) -> [Month] {
        guard let first = months.firstIndex(of: true), let last = months.lastIndex(of: true) else {
            return []
        }
        return (first...last).filter { !months[$0] }
            .map { programme.period.from.month.advanced(by: $0) }
    }

    private func unlistedStatuses(
        _ figures: FileFigures, _ export: Export, _ source: Finding.Source
    ) -> [Finding] {
        let column = FieldColumns(export.layout.columns).status
        return figures.statuses.lines.filter(\.status.isUnlisted).map { status, figures in
            Finding(
                .statusUnlisted, source: source, line: figures.firstLine,
                column: column >= 0 ? .position(UInt16(column)) : .none, volume: figures.volume,
                detail: .status(status.text, rows: UInt64(figures.rows)))
        }
    }
}
