import Foundation

/// Ends the process as it is, without anything that would be done at an ordinary end and might wait.
func quit(_ status: Int32) -> Never { _exit(status) }
