import DelimitedText
import Documents
import Glibc

/// What every command needs of the system before it can do its work, or say that it cannot.
enum Surroundings {
    enum Fault: Error {
        case noCommandLine
        case fewDescriptors(UInt)
        case noConversion(String)

        var text: Text {
            switch self {
            case .noCommandLine: Texts.noCommandLine
            case .fewDescriptors(let count):
                Texts.fewDescriptors(Int(clamping: count), needed: Int(Surroundings.descriptors))
            case .noConversion(let reason): Texts.noConversion(reason)
            }
        }
    }

    /// As many as any command has open at once, and room to say what is wrong.
    private static let descriptors: UInt = 64

    static func prepare() throws(Fault) {
        // Where the system does not tell the arguments, Swift has none: no command is no success.
        if CommandLine.arguments.isEmpty { throw .noCommandLine }
        // A file that may not grow any more is an error like a disk that is full.
        signal(SIGXFSZ, SIG_IGN)
        try requireDescriptors()
        do throws(Conversions.Fault) {
            try Conversions.open()
        } catch {
            throw .noConversion(error.text)
        }
    }

    /// The threads of the runtime end the process where they can open nothing.
    private static func requireDescriptors() throws(Fault) {
        var limit = rlimit()
        guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
            limit.rlim_cur < descriptors
        else { return }
        let allowed = limit.rlim_cur
        limit.rlim_cur = min(descriptors, limit.rlim_max)
        guard limit.rlim_cur >= descriptors,
            unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
        else { throw .fewDescriptors(UInt(allowed)) }
    }
}
