import Kernel
import Markup

extension HTML.StringInterpolation {
    /// An id as text, in an address or an attribute.
    public mutating func appendInterpolation<Thing>(_ id: ID<Thing>) {
        appendInterpolation(id.text)
    }
}
