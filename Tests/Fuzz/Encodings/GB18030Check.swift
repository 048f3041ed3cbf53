import DelimitedText
import FuzzInput
private import Glibc

/// GB18030 against the C library's converter over all bytes at once, there and back.
enum GB18030Check {
    static func run(_ bytes: [UInt8]) {
        let converter = GB18030()
        switch converter.decode(bytes) {
        case .failure(let fault):
            expect(bytes.contains(fault.bytes), "a fault's bytes stand in the text")
        case .success(let text):
            expect(converted(bytes, from: "GB18030", to: "UTF-8") == text, "iconv reads the same")
            guard let back = converted(text, from: "UTF-8", to: "GB18030") else {
                fatalError("does not hold: what was read can be written")
            }
            guard case .success(text) = converter.decode(back) else {
                fatalError("does not hold: what was written is read as before")
            }
        }
    }

    /// Nil where the C library refuses.
    private static func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
        let converter = unsafe iconv_open(to, from)
        defer { unsafe _ = iconv_close(converter) }
        var source = bytes.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: bytes.count * 4 + 16)
        let written = unsafe source.withUnsafeMutableBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target -> Int? in
                var input = source.baseAddress
                var inputLeft = source.count
                var output = target.baseAddress
                var outputLeft = target.count
                let code = unsafe iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return code == Int.max ? nil : inputLeft == 0 ? target.count - outputLeft : nil
            }
        }
        return written.map { target.prefix($0).map { UInt8(bitPattern: $0) } }
    }
}
