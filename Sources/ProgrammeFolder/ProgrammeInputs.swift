private import DelimitedText
package import Subsidy

/// A programme's folder: `fentan.yaml`, `roster.csv`, `exports/`, and `other-support.csv` where it has one.
package struct ProgrammeInputs: Sendable {
    package static let settingsName = "fentan.yaml"
    package static let rosterName = "roster.csv"
    package static let otherSupportName = "other-support.csv"
    package static let exportsName = "exports"
    /// No settings and no roster are larger.
    static let maximumBytes = 64 << 20

    package let path: String

    package init(path: String) { self.path = path }

    package func path(of name: String) -> String { path + "/" + name }

    /// The settings, read and checked.
    package func programme() throws(InputFault) -> Programme {
        try SettingsFile.programme(
            of: bytes(of: Self.settingsName), shelf: ProfileShelf(folder: self))
    }

    /// The roster and the bytes that it was read from.
    package func roster() throws(InputFault) -> (roster: Roster, bytes: [UInt8]) {
        let bytes = try bytes(of: Self.rosterName)
        return (try RosterFile.roster(of: bytes), bytes)
    }

    /// The decisions and the bytes that they were read from; nil bytes where no table is there.
    package func adjudications(
        unit: VolumeUnit
    ) throws(InputFault) -> (adjudications: [Adjudication], bytes: [UInt8]?) {
        let bytes: [UInt8]
        do throws(InputFault) {
            bytes = try self.bytes(of: Adjudication.fileName)
        } catch {
            guard error.problem == .missingFile else { throw error }
            return ([], nil)
        }
        return (try AdjudicationsFile.adjudications(of: bytes, unit: unit), bytes)
    }

    /// What enterprises take elsewhere and the bytes that say so; nil bytes where no table is there.
    package func otherSupport(
        for roster: Roster
    ) throws(InputFault) -> (support: OtherSupport, bytes: [UInt8]?) {
        let bytes: [UInt8]
        do throws(InputFault) {
            bytes = try self.bytes(of: Self.otherSupportName)
        } catch {
            guard error.problem == .missingFile else { throw error }
            return (.none, nil)
        }
        return (try OtherSupportFile.support(of: bytes, roster: roster), bytes)
    }

    /// Refuses a path that is no folder.
    package func refuseMissingFolder() throws(InputFault) {
        guard ByteFile.isFolder(path) else { throw InputFault(.missingFolder, file: path) }
    }

    func bytes(of name: String) throws(InputFault) -> [UInt8] {
        do throws(ByteFile.Fault) {
            try ByteFile.refuseLinks(at: path(of: name), outOf: path)
            return try ByteFile.bytes(of: path(of: name), limit: Self.maximumBytes)
        } catch {
            if error.leadsOutside { throw InputFault(.linkLeadsOutside, file: name) }
            if error.isFolder { throw InputFault(.isFolder, file: name) }
            if error.isSpecial { throw InputFault(.isSpecial, file: name) }
            throw InputFault(error.isMissing ? .missingFile : .unreadable(error.text), file: name)
        }
    }
}
