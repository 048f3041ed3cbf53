import DelimitedText
import Documents
import Glibc

/// A folder that is made where nothing stands, whole or not at all; for its owner alone.
enum NewFolder {
    static func make(_ place: String, of documents: [Document]) throws {
        // A link that leads nowhere stands there, too; the rename finds it.
        if ByteFile.exists(place) { throw OutputFolder.Fault.exists(place) }
        try Workshop.use(for: place) { workshop in
            try FileTree.write(documents, to: workshop.part)
            do {
                try FileTree.rename(workshop.part, place, flags: FileTree.noReplace)
            } catch OutputFolder.Fault.system(_, EEXIST, _) {
                throw OutputFolder.Fault.exists(place)
            }
            try FileTree.synchronize(folderOf: place)
        }
    }
}
