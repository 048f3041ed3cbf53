private import CSystemCalls

/// How the C library keeps memory: little of it, and in one place.
///
/// Workers allocate by chunks and seldom, so one arena is no bottleneck; what they free then serves
/// the documents, and goes back to the system.
enum MemoryHabits {
    static func apply() {
        // The parameters of malloc.h: M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD.
        _ = mallopt(-8, 1)
        _ = mallopt(-3, 64 << 10)
        _ = mallopt(-1, 64 << 10)
    }
}
