import Screen

extension Fuzzer {
  /// What a terminal sends: the first byte says how the others are cut into pieces.
  ///
  /// Events do not depend on the pieces; and nothing waits after `flush`.
  static let keys = Fuzzer(name: "keys") {
    return { input in
      var ration = Ration(input)
      let size = 1 + ration.byte() % 16
      let bytes = ration.bytes
      var whole = InputDecoder()
      let expected = whole.decode(bytes) + whole.flush()
      hold(whole.waiting == nil, "still waiting after a flush")
      var pieces = InputDecoder()
      var events: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        events += pieces.decode(bytes[start..<min(start + size, bytes.count)])
      }
      events += pieces.flush()
      hold(events == expected, "in pieces of \(size): \(events), whole: \(expected)")
    }
  }
}
