internal import DelimitedText
internal import Foundation

/// Reads an output folder from disk; the one file here that touches the file system.
package enum Folder {
    package enum Fault: Error, Equatable {
        /// No folder is there.
        case missing(path: String)
        /// A symbolic link, device or other thing that is neither file nor folder: what it shows
        /// can change behind the proof.
        case notPlain(path: String)
        /// A name that is not UTF-8, or bytes or a folder that the system does not hand out.
        case unreadable(path: String)

        /// Which path, what is wrong and what to do, in one line.
        package var message: Failure.Text {
            switch self {
            case .missing(let path):
                Failure.Text(
                    zh: "\(path)：没有这个文件夹；请给出 fentan run 写成的输出文件夹。",
                    en: "\(path): no such folder; name an output folder that fentan run wrote.")
            case .notPlain(let path):
                Failure.Text(
                    zh: "\(path)：是符号链接或特殊文件，不予核对；请换成真正的文件。",
                    en: "\(path): a symbolic link or special file proves nothing; "
                        + "put the real file in its place.")
            case .unreadable(let path):
                Failure.Text(
                    zh: "\(path)：无法读取；请检查权限与磁盘。",
                    en: "\(path): cannot be read; check its permissions and the disk.")
            }
        }
    }

    /// Every file under `path`, hidden ones too; `path` itself may be a link, nothing below it.
    package static func contents(at path: String) throws(Fault) -> FolderContents {
        let root = URL(filePath: path, directoryHint: .isDirectory).resolvingSymlinksInPath()
        let attributes = try? FileManager.default.attributesOfItem(atPath: root.path)
        guard attributes?[.type] as? FileAttributeType == .typeDirectory else {
            throw .missing(path: path)
        }
        var contents = FolderContents(files: [:])
        var waiting = [""]
        while let folder = waiting.popLast() {
            for name in try names(in: folder, of: root) {
                let place = folder.isEmpty ? name : folder + "/" + name
                switch try kind(of: place, in: root) {
                case .typeRegular: contents.files[place] = .memory(try bytes(of: place, in: root))
                case .typeDirectory:
                    contents.folders.insert(place)
                    waiting.append(place)
                default: throw .notPlain(path: place)
                }
            }
        }
        return contents
    }

    private static func names(in folder: String, of root: URL) throws(Fault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: folder).path)
        } catch {
            throw .unreadable(path: folder.isEmpty ? root.path : folder)
        }
    }

    /// What stands at `place`, links not followed.
    private static func kind(of place: String, in root: URL) throws(Fault) -> FileAttributeType? {
        do {
            let attributes = try FileManager.default.attributesOfItem(
                atPath: root.appending(path: place).path)
            return attributes[.type] as? FileAttributeType
        } catch {
            throw .unreadable(path: place)
        }
    }

    private static func bytes(of place: String, in root: URL) throws(Fault) -> [UInt8] {
        do {
            return [UInt8](try Data(contentsOf: root.appending(path: place)))
        } catch {
            throw .unreadable(path: place)
        }
    }
}
