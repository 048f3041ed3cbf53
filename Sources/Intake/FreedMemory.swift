private import CSystemCalls

/// Memory that is free and still the process's.
enum FreedMemory {
    /// Gives it back to the system: by itself the C library does that only above the last piece that is
    /// in use.
    static func release() { _ = malloc_trim(0) }
}
