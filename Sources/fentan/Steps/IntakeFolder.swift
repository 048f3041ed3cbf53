import DelimitedText
import Documents
import Foundation
import Intake
import Subsidy

/// A folder in which an engine has left what it has read: it stands in the place of `exports/`.
///
/// `manifest.json` names the parts under `records/`; each of these is text, a line in base64 for
/// the head of records, for each frame and for their end.
struct IntakeFolder {
    let path: String

    struct Manifest: Codable {
        let form: Int
        /// Its name and version.
        let engine: String
        let plan: IntakePlan
        let parts: [Part]
        let totals: RecordedIntake.Totals

        static let form = 1
    }

    struct Part: Codable {
        let name: String
        let bytes: Int
    }

    static let manifestName = "manifest.json"
    private static let partsName = "records"
    /// A manifest names some thousands of parts.
    private static let maximumManifestBytes = 64 << 20

    /// What the exports came to, read again by this program's rules.
    func reading(
        by rules: IntakeRules, yearBefore: KnownYearBefore?
    ) throws(InputFault) -> Reading {
        let manifest = try manifest()
        let digest: [UInt8]
        do throws(RecordFault) {
            digest = try manifest.plan.digest(
                of: rules, version: Version.text, yearBefore: yearBefore?.input.sha256)
        } catch {
            throw fault(error)
        }
        var intake = RecordedIntake(plan: manifest.plan, rules: rules)
        var names: Set<String> = []
        for part in manifest.parts {
            guard names.insert(part.name).inserted, !part.name.contains("/") else {
                throw fault(.repeated(part.name))
            }
            try take(part, digest, into: &intake)
        }
        guard intake.totals == manifest.totals else { throw fault(.totalsDiffer) }
        do {
            var reading = try intake.reading(yearBefore: yearBefore?.waybills)
            reading.engine = manifest.engine
            return reading
        } catch let fault as RecordFault {
            throw self.fault(fault)
        } catch let fault as InputFault {
            throw fault
        } catch {
            preconditionFailure("records have no other fault: \(error)")
        }
    }

    private func manifest() throws(InputFault) -> Manifest {
        let bytes: [UInt8]
        do throws(ByteFile.Fault) {
            bytes = try ByteFile.bytes(
                of: path + "/" + Self.manifestName, limit: Self.maximumManifestBytes)
        } catch {
            throw InputFault(
                error.isMissing ? .missingFile : .unreadable(error.text),
                file: path + "/" + Self.manifestName)
        }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)),
            !manifest.engine.isEmpty
        else { throw fault(.manifest) }
        guard manifest.form == Manifest.form else { throw fault(.otherForm(manifest.form)) }
        return manifest
    }

    private func take(
        _ part: Part, _ digest: [UInt8], into intake: inout RecordedIntake
    ) throws(InputFault) {
        let name = path + "/" + Self.partsName + "/" + part.name
        do {
            let lines = try PartLines(path: name, bytes: part.bytes)
            var reader = try RecordReader(rules: digest, from: lines.read)
            while let frame = try reader.next() { try intake.take(frame) }
        } catch let fault as RecordFault {
            throw InputFault(.records(fault), file: name)
        } catch let fault as ByteFile.Fault {
            throw InputFault(
                fault.isMissing ? .missingFile : .unreadable(fault.text), file: name)
        } catch {
            preconditionFailure("a part has no other fault: \(error)")
        }
    }

    private func fault(_ fault: RecordFault) -> InputFault {
        InputFault(.records(fault), file: path + "/" + Self.manifestName)
    }
}

/// The bytes of a part, from its lines in base64.
private final class PartLines {
    private let file: ByteFile
    private var text: ArraySlice<UInt8> = []
    private var decoded: ArraySlice<UInt8> = []

    init(path: String, bytes: Int) throws {
        file = try ByteFile(path: path)
        guard file.size == bytes else { throw RecordFault.truncated }
    }

    /// The next bytes, as many as are asked for; fewer at the end alone.
    func read(_ count: Int) throws -> [UInt8] {
        while decoded.count < count {
            guard let line = try nextLine() else { break }
            guard let bytes = Data(base64Encoded: Data(line)) else { throw RecordFault.damaged }
            decoded += bytes
        }
        defer { decoded = decoded.dropFirst(count) }
        return Array(decoded.prefix(count))
    }

    /// A line without its end; nil behind the last one.
    private func nextLine() throws -> ArraySlice<UInt8>? {
        while true {
            if let end = text.firstIndex(of: UInt8(ascii: "\n")) {
                defer { text = text[(end + 1)...] }
                return text[..<end]
            }
            let more = try file.read(1 << 20)
            if more.isEmpty {
                if text.isEmpty { return nil }
                throw RecordFault.truncated
            }
            text += more
        }
    }
}
