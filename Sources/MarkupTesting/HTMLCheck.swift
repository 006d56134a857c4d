import Markup

/// What a strict reader finds wrong with a page.
///
/// Tags left open or closed in the wrong place, values without quotes, ids used twice or pointing nowhere, fields
/// without a label, pictures without words, and styles or scripts inside the markup.
public struct HTMLCheck {
    public let problems: [String]

    public init(_ html: HTML) {
        var reading = MarkupReading(html.source)
        reading.read()
        problems = reading.problems
    }
}
