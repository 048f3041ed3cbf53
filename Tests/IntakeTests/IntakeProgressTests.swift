import Intake
import Testing

struct IntakeProgressTests {
    @Test func bytesReadDoNotExceedThoseInAll() throws {
        var sample = IntakeSample()
        for name in ["a.csv", "b.csv"] {
            sample.add(name, IntakeSample.header + "\nSF1,甲,2026-05-05,1\n")
        }
        let all = sample.files.reduce(0) { $0 + $1.bytes.count }
        let progress = IntakeProgress()
        #expect(progress.bytesInAll == 0)
        _ = try sample.reading(IntakeOptions(threads: 2, progress: progress))
        #expect(progress.bytesInAll == all)
        #expect((1...all).contains(progress.bytesRead))
    }
}
