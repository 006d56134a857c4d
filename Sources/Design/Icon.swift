import Markup

/// The drawings in `Public/icons.svg`: Lucide's, by their names there, and Forkant's own mark.
public enum Icon: String, CaseIterable, Sendable {
    /// A house with an arrow upward.
    case forkant
    case arrowLeft = "arrow-left"
    case arrowRight = "arrow-right"
    case arrowUpDown = "arrow-up-down"
    case bell
    case biohazard
    case bookOpen = "book-open"
    case building2 = "building-2"
    case calendar
    case calendarDays = "calendar-days"
    case camera
    case chartColumn = "chart-column"
    case check
    case chevronDown = "chevron-down"
    case chevronLeft = "chevron-left"
    case chevronRight = "chevron-right"
    case circleAlert = "circle-alert"
    case circleCheck = "circle-check"
    case circleParking = "circle-parking"
    case circleQuestionMark = "circle-question-mark"
    case clipboardList = "clipboard-list"
    case clock
    case doorOpen = "door-open"
    case download
    case ellipsis
    case externalLink = "external-link"
    case eye
    case eyeOff = "eye-off"
    case fileText = "file-text"
    case flag
    case flame
    case flaskConical = "flask-conical"
    case footprints
    case gavel
    case graduationCap = "graduation-cap"
    case gripVertical = "grip-vertical"
    case handshake
    case heartPulse = "heart-pulse"
    case history
    case house
    case info
    case kanban
    case keyRound = "key-round"
    case keyboard
    case languages
    case lightbulb
    case link
    case list
    case lock
    case logOut = "log-out"
    case mail
    case map
    case mapPinned = "map-pinned"
    case megaphone
    case menu
    case messageCircle = "message-circle"
    case network
    case newspaper
    case package
    case paperclip
    case pencil
    case phone
    case plus
    case presentation
    case printer
    case qrCode = "qr-code"
    case refreshCw = "refresh-cw"
    case route
    case scale
    case search
    case send
    case settings
    case shieldCheck = "shield-check"
    case siren
    case smartphone
    case sprout
    case sun
    case target
    case thumbsUp = "thumbs-up"
    case trash2 = "trash-2"
    case triangleAlert = "triangle-alert"
    case truck
    case undo2 = "undo-2"
    case upload
    case user
    case userPlus = "user-plus"
    case users
    case vote
    case wifiOff = "wifi-off"
    case x
}
