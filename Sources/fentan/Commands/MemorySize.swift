import ArgumentParser
import Foundation

/// An amount of memory as typed: digits and K, M or G, in powers of 1,024.
struct MemorySize: ExpressibleByArgument {
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        let units: [Character: Int] = ["K": 10, "M": 20, "G": 30]
        let shift = argument.last.flatMap { units[Character($0.uppercased())] }
        let digits = shift == nil ? argument : String(argument.dropLast())
        guard let number = Int(digits), number > 0, number <= Int.max >> (shift ?? 0) else {
            return nil
        }
        bytes = number << (shift ?? 0)
    }

    static var quarterOfMachine: MemorySize {
        MemorySize(bytes: Int(ProcessInfo.processInfo.physicalMemory / 4))
    }
}
