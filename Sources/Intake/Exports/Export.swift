package import DelimitedText
package import Subsidy

/// One export, opened: its place among the files, its encoding and its layout.
package final class Export: Sendable {
    package let index: UInt16
    package let name: String
    package let encoding: TextEncoding
    package let layout: Layout
    package let settings: ExportSettings?

    package init(
        index: UInt16, name: String, encoding: TextEncoding, layout: Layout,
        settings: ExportSettings?
    ) {
        self.index = index
        self.name = name
        self.encoding = encoding
        self.layout = layout
        self.settings = settings
    }
}
