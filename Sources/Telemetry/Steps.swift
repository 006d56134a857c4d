extension Int {
    /// Up to the next whole step, so that a figure does not move with a single visitor: 1...step give step.
    public func upToStep(of step: Int) -> Int {
        self <= 0 ? 0 : (self + step - 1) / step * step
    }
}
