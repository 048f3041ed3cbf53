import Subsidy

/// The exports: their digests, what became of their rows, and whether footers agree.
enum PageFiles {
    static func values(_ report: Report) -> [String: any Sendable] {
        [
            "files": report.files.map { part(of: $0, report.edition.language) },
            "fileCount": String(report.files.count),
            "hasSkipped": !report.skipped.isEmpty,
            "skipped": report.skipped.map { Excerpt.visible($0, limit: 200) },
            "statuses": report.statuses.map { status in
                PagePart([
                    "status": status.status.isEmpty
                        ? FileLabel.noStatus.text[report.edition.language]
                        : Excerpt.visible(status.status),
                    "statusRows": Figures.grouped(String(status.rows)),
                    "statusCounts": status.counts,
                ])
            },
            "hasStatuses": !report.statuses.isEmpty,
            "inputs": report.edition.inputs.map {
                PagePart([
                    "inputName": Excerpt.visible($0.name, limit: 200), "inputDigest": $0.sha256,
                ])
            },
        ]
    }

    private static func part(of file: FileFigures, _ language: Language) -> PagePart {
        PagePart([
            "fileName": Excerpt.visible(file.name, limit: 200), "digest": file.sha256,
            "encoding": file.encoding.uppercased(), "header": String(file.header),
            "bytes": Figures.grouped(String(file.bytes)),
            "fileRows": Figures.grouped(String(file.rows.read)),
            "fileClasses": RowClass.allCases.map { rowClass in
                PagePart([
                    "fileClass": ClassWording(of: rowClass).name[language],
                    "fileClassRows": Figures.grouped(String(file.rows[rowClass])),
                ])
            },
            "fileKind": (file.kind == .waybills ? FileLabel.waybills : FileLabel.volumes)
                .text[language],
            "hasControls": !file.controls.isEmpty,
            "controls": file.controls.map { control in
                PagePart([
                    "controlText": ControlWording.text(of: control)[language],
                    "agrees": control.agrees,
                    "ignored": !control.agrees && file.ignoresControls,
                ])
            },
        ])
    }
}
