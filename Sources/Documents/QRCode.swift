import CQRCode
import Kernel
import Markup

public enum QRCodeProblem: Problem, Equatable {
    case empty
    /// More bytes than the largest code holds at this level of repair: 2,331.
    case tooLong(bytes: Int)

    public func explained(in language: Language) -> String {
        switch self {
        case .empty:
            language.pick(da: "Der er ingen tekst at lave en QR-kode af.", en: "There is no text to make a QR code of.")
        case .tooLong:
            language.pick(da: "Teksten er for lang til en QR-kode.", en: "The text is too long for a QR code.")
        }
    }
}

/// A square code that a phone's camera reads. Up to 15 % of it may be dirty or torn (level M).
public struct QRCode: Sendable {
    /// Modules on each side, without the quiet zone.
    public let width: Int
    private let isDark: [Bool]

    /// White modules around the code, without which cameras do not find it.
    private static let quietZone = 4

    /// - Throws: `QRCodeProblem` where the text is empty or too long.
    public init(text: String) throws(QRCodeProblem) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard let count = Int32(exactly: bytes.count), let code = QRcode_encodeData(count, bytes, 0, QR_ECLEVEL_M)
        else { throw .tooLong(bytes: bytes.count) }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        isDark = UnsafeBufferPointer(start: code.pointee.data, count: width * width).map { $0 & 1 == 1 }
    }

    /// The code as a drawing: black on white whatever the page's colours, or cameras would not read it.
    /// - Parameter label: where the code leads, for those who cannot see it.
    public func svg(label: String) -> HTML {
        let side = width + 2 * Self.quietZone
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" aria-label="\(label)" \
            shape-rendering="crispEdges"><rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One rectangle for every unbroken row of dark modules.
    private var path: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let end = (column..<width).first { !isDark[row * width + $0] } ?? width
                if end > column {
                    path += "M\(column + Self.quietZone) \(row + Self.quietZone)h\(end - column)v1h-\(end - column)z"
                }
                column = max(end, column + 1)
            }
        }
        return path
    }
}
