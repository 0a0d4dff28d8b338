extension Model {
  /// Why the roster cannot be saved now; `nil` where it can.
  var whyNoSaving: String? {
    if isReadOnly { return Self.readOnlyReason }
    if isSaving { return "it is being saved" }
    return isChanged ? nil : "nothing has changed since it was saved"
  }

  mutating func save() {
    guard whyNoSaving == nil else { return }
    isSaving = true
    document.beginSaving()
    emit(.save(document.roster))
    say(.note, "Saving…")
  }

  mutating func finishSaving() {
    guard isSaving else { return }
    isSaving = false
    document.finishSaving()
    say(.done, isChanged ? "Saved; changed again since" : "Saved")
    if quitsWhenSaved { emit(.quit) }
  }

  mutating func failSaving(_ reason: String) {
    guard isSaving else { return }
    isSaving = false
    quitsWhenSaved = false
    document.abandonSaving()
    say(.failed, "Not saved: \(reason)")
  }

  /// Leaves, after asking where something is not saved.
  mutating func quit() {
    guard isChanged else { return emit(.quit) }
    prompt = .confirm(.quit(unsaved: document.history.stepsFromSaved))
  }
}
