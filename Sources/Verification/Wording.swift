extension Failure {
    /// The failure in one line: FILE:LINE (place): what is wrong; expected this, found that.
    package var message: Text {
        let position = file + (line.map { ":\($0)" } ?? "")
        return Text(
            zh: position + (place.isEmpty ? "" : "（\(place)）") + "：" + check.text.zh
                + (expected.map { "；应为“\($0)”" } ?? "") + (found.map { "；实为“\($0)”" } ?? "")
                + (others > 0 ? "；同类另有 \(others) 处" : "") + "。",
            en: position + (place.isEmpty ? "" : " (\(place))") + ": " + check.text.en
                + (expected.map { "; expected \"\($0)\"" } ?? "")
                + (found.map { "; found \"\($0)\"" } ?? "")
                + (others > 0 ? "; and \(others) more like it" : "") + ".")
    }
}

extension Check {
    /// What does not hold, without its place and its values.
    package var text: Failure.Text { Failure.Text(zh: chinese, en: english) }
}
