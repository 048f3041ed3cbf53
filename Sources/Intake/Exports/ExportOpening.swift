import DelimitedText
package import Subsidy

/// Opens an export: what kind of file it is, its encoding, its header.
///
/// A byte order mark decides the encoding, else the settings; else the header that fits, and where
/// it fits in both encodings, the bytes of the whole file.
package enum ExportOpening {
    /// Enough for 50 lines of any export.
    static let prefixBytes = RecordScanner.maximumRecordBytes

    package struct Opened: Sendable {
        package let export: Export
        /// Where the rows begin, in bytes of the file after transcoding, and their first line.
        package let rowsStart: Int
        package let rowsLine: Int
        /// The file's size when it was opened.
        package let bytes: Int
    }

    package static func open(
        _ path: String, index: UInt16, folder: ExportFolder, settings: [ExportSettings]
    ) throws(InputFault) -> Opened {
        let name = folder.exports[Int(index)]
        return try open(
            path, index: index, name: name, label: folder.name + "/" + name, settings: settings)
    }

    /// Opens the file at `path`, which messages call `label`.
    static func open(
        _ path: String, index: UInt16, name: String, label: String, settings: [ExportSettings]
    ) throws(InputFault) -> Opened {
        let own = settings.first { FilePattern.matches(name, pattern: $0.pattern) }
        let (prefix, size) = try read(path, label)
        if prefix.isEmpty { throw InputFault(.empty, file: label) }
        if let format = ForeignFormat(startingWith: prefix) {
            throw InputFault(.notCSV(format), file: label)
        }
        var search = Search(path: path, label: label, prefix: prefix, settings: own)
        let (encoding, found) = try search.header()
        if found.layout.names.count > HeaderSearch.maximumColumns {
            throw InputFault(
                .tooManyColumns(limit: HeaderSearch.maximumColumns), file: label,
                line: found.layout.line)
        }
        for (field, header) in (own?.columns ?? [:]).sorted(by: { $0.key < $1.key }) {
            let isFound = ShipmentField(rawValue: field).map { found.layout.columns[$0] != nil }
            guard isFound == true else {
                throw InputFault(.missingColumn(header), file: label, line: found.layout.line)
            }
        }
        let export = Export(
            index: index, name: name, encoding: encoding, layout: found.layout, settings: own)
        return Opened(export: export, rowsStart: found.next, rowsLine: found.nextLine, bytes: size)
    }

    private static func read(
        _ path: String, _ label: String
    ) throws(InputFault) -> (prefix: [UInt8], size: Int) {
        do throws(ByteFile.Fault) {
            let file = try ByteFile(path: path)
            return (try file.read(prefixBytes), file.size)
        } catch {
            throw InputFault.reading(error, label)
        }
    }
}

extension InputFault {
    /// The system's refusal to read a file.
    static func reading(_ fault: ByteFile.Fault, _ label: String) -> InputFault {
        if fault.isFolder { return InputFault(.isFolder, file: label) }
        if fault.isSpecial { return InputFault(.isSpecial, file: label) }
        return InputFault(fault.isMissing ? .missingFile : .unreadable(fault.text), file: label)
    }
}

/// The search for the encoding in which a file's header fits.
private struct Search {
    let path: String
    let label: String
    let prefix: [UInt8]
    let settings: ExportSettings?

    mutating func header() throws(InputFault) -> (TextEncoding, HeaderSearch.Found) {
        let marked = TextEncoding.marked(prefix)
        if let decided = marked?.encoding ?? stated {
            let search = search(decided, from: marked?.length ?? 0)
            guard let found = search.found else { throw unknownLayout(search) }
            return (decided, found)
        }
        let utf8 = search(.utf8, from: 0)
        let gb18030 = search(.gb18030, from: 0)
        switch (utf8.found, gb18030.found) {
        case (nil, nil) where utf8.separator == nil && gb18030.separator != nil:
            throw unknownLayout(gb18030)
        case (nil, nil) where utf8.missing.count <= gb18030.missing.count: throw unknownLayout(utf8)
        case (nil, nil): throw unknownLayout(gb18030)
        case (let found?, nil): return (.utf8, found)
        case (nil, let found?): return (.gb18030, found)
        case (let inUTF8?, let inGB18030?):
            // The encoding in which more of the header can be read is the file's.
            let difference = inUTF8.layout.columns.count - inGB18030.layout.columns.count
            let isUTF8 = try difference != 0 ? difference > 0 : wholeFile() == .utf8
            return isUTF8 ? (.utf8, inUTF8) : (.gb18030, inGB18030)
        }
    }

    private var stated: TextEncoding? {
        switch settings?.encoding {
        case "utf-8": .utf8
        case "gb18030": .gb18030
        case "utf-16": .utf16LittleEndian
        default: nil
        }
    }

    private func search(_ encoding: TextEncoding, from start: Int) -> HeaderSearch {
        let isWhole = prefix.count < ExportOpening.prefixBytes
        switch encoding {
        case .utf8, .gb18030:
            return HeaderSearch(
                prefix.span, from: start, isWhole: isWhole, encoding: encoding, settings: settings)
        case .utf16LittleEndian, .utf16BigEndian:
            var transcoder = UTF16Transcoder(isLittleEndian: encoding == .utf16LittleEndian)
            let text = transcoder.transcode(prefix[start...]) + (isWhole ? transcoder.finish() : [])
            return HeaderSearch(
                text.span, from: 0, isWhole: isWhole, encoding: encoding, settings: settings)
        }
    }

    private func wholeFile() throws(InputFault) -> TextEncoding {
        do throws(ByteFile.Fault) {
            let file = try ByteFile(path: path)
            var evidence = EncodingEvidence()
            while true {
                let block = try file.read(1 << 20)
                if block.isEmpty { return evidence.encoding }
                evidence.add(block.span)
            }
        } catch {
            throw InputFault.reading(error, label)
        }
    }

    private func unknownLayout(_ search: borrowing HeaderSearch) -> InputFault {
        if let separator = search.separator {
            return InputFault(
                .otherSeparator(separator), file: label, line: search.separatedLine)
        }
        if prefix.prefix(4096).contains(0), TextEncoding.marked(prefix) == nil {
            return InputFault(.notCSV(.binary), file: label)
        }
        if !search.hasText { return InputFault(.empty, file: label) }
        let missing = search.missing.map { field in
            if let own = settings?.columns[field.rawValue] { return own }
            // Either names an enterprise.
            return field == .uscc
                ? field.chineseName + "/" + ShipmentField.enterprise.chineseName
                : field.chineseName
        }
        return InputFault(.unknownLayout(missing: missing), file: label)
    }
}
