/// The bytes of one run of a fuzz target: some choose how, the rest are what is read.
package struct FuzzInput {
    private var bytes: ArraySlice<UInt8>

    /// From the two arguments of `LLVMFuzzerTestOneInput`.
    package init(_ data: UnsafePointer<UInt8>?, _ size: Int) {
        bytes = unsafe Array(UnsafeBufferPointer(start: data, count: size))[...]
    }

    /// The last byte left, as a choice; 0 where there is none.
    package mutating func choice() -> UInt8 { bytes.popLast() ?? 0 }

    /// All bytes that no choice has taken.
    package var rest: [UInt8] { Array(bytes) }
}

/// Ends the run, as a crash does, where a fact does not hold.
package func expect(_ fact: @autoclosure () -> Bool, _ message: @autoclosure () -> String) {
    if !fact() { fatalError("does not hold: " + message()) }
}
