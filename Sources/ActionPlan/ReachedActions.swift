import Access
import Kernel
import Storage

extension Reach {
    /// Narrows a list to the actions within reach.
    func actions(_ reader: Reader) throws -> SQL {
        try condition(body: "body_id", unit: "unit_id", listedBy: reader)
    }
}
