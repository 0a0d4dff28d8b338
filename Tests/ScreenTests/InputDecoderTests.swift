import Testing

@testable import Screen

@Suite("Reading what a terminal sends")
struct InputDecoderTests {
  static func decode(_ text: String) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.decode(text.utf8) + decoder.flush()
  }

  @Test(
    "keys are recognised",
    arguments: [
      ("q", Key("q")), ("й", Key("й")), ("東", Key("東")), ("\r", Key(.enter)), ("\t", Key(.tab)),
      ("\u{7F}", Key(.backspace)), ("\u{1B}", Key(.escape)), ("\u{12}", Key("r", .control)),
      ("\u{0}", Key(" ", .control)), ("\u{1D}", Key("]", .control)), ("\u{1B}[A", Key(.up)), ("\u{1B}OB", Key(.down)),
      ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;2D", Key(.left, .shift)), ("\u{1B}[H", Key(.home)),
      ("\u{1B}[4~", Key(.end)), ("\u{1B}[5~", Key(.pageUp)), ("\u{1B}[6;5~", Key(.pageDown, .control)),
      ("\u{1B}[3~", Key(.delete)), ("\u{1B}OP", Key(.function(1))), ("\u{1B}[15~", Key(.function(5))),
      ("\u{1B}[24;2~", Key(.function(12), .shift)), ("\u{1B}[[A", Key(.function(1))), ("\u{1B}[Z", Key(.tab, .shift)),
      ("\u{1B}x", Key("x", .alt)), ("\u{1B}й", Key("й", .alt)), ("\u{1B}[", Key("[", .alt)),
      ("\u{1B}O", Key("O", .alt)), ("\u{1B}[114;5u", Key("r", .control)), ("\u{1B}[a", Key(.up, .shift)),
    ])
  func keys(bytes: String, key: Key) {
    #expect(Self.decode(bytes) == [.key(key)])
  }

  @Test("a lone Escape is held back until it is certain")
  func escape() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.waiting == .sequence)
    #expect(decoder.flush() == [.key(Key(.escape))])
    #expect(decoder.waiting == nil)
    #expect(decoder.decode([0x1B, 0x1B, 0x5B, 0x41]) == [.key(Key(.escape)), .key(Key(.up))])
  }

  @Test("mouse reports of both forms are read")
  func mouse() {
    let click = MouseEvent(.press(.left), at: Position(row: 4, column: 9))
    #expect(Self.decode("\u{1B}[<0;10;5M") == [.mouse(click)])
    #expect(Self.decode("\u{1B}[M *%") == [.mouse(click)])
    #expect(
      Self.decode("\u{1B}[<0;10;5m") == [.mouse(MouseEvent(.release(.left), at: Position(row: 4, column: 9)))])
    #expect(Self.decode("\u{1B}[<32;1;1M") == [.mouse(MouseEvent(.drag(.left), at: .zero))])
    #expect(Self.decode("\u{1B}[<64;1;1M") == [.mouse(MouseEvent(.wheelUp, at: .zero))])
    #expect(Self.decode("\u{1B}[<69;1;1M") == [.mouse(MouseEvent(.wheelDown, at: .zero, .shift))])
    #expect(Self.decode("\u{1B}[<0;0;0M").isEmpty)
  }

  @Test("a sequence that no terminal sends comes to the same, whole or in pieces", arguments: ["[", "O"])
  func longSequence(introducer: String) {
    for count in [62, 63, 64, 65, 130] {
      let text = "\u{1B}\(introducer)\(String(repeating: "1", count: count))Aq"
      var pieces = InputDecoder()
      let events = text.utf8.flatMap { pieces.decode(CollectionOfOne($0)) } + pieces.flush()
      #expect(events == Self.decode(text), "of \(count) digits")
    }
  }

  @Test("a pasted text is one event, whatever it holds")
  func paste() {
    #expect(
      Self.decode("\u{1B}[200~a\tb\r\nq\u{1B}[Aй\r\u{1B}[201~x") == [.paste("a\tb\nq\u{1B}[Aй\n"), .key(Key("x"))])
    #expect(Self.decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    #expect(Self.decode("\u{1B}[201~").isEmpty)
  }

  @Test("a paste whose end is lost is taken as it is")
  func endlessPaste() {
    var decoder = InputDecoder()
    #expect(decoder.decode("\u{1B}[200~abc\u{1B}[20".utf8).isEmpty)
    #expect(decoder.waiting == .paste)
    #expect(decoder.flush() == [.paste("abc\u{1B}[20")])
    #expect(decoder.decode("q".utf8) == [.key(Key("q"))])
  }

  @Test("a paste that is too long is refused whole")
  func longPaste() {
    var decoder = InputDecoder()
    var events = decoder.decode("\u{1B}[200~".utf8)
    let piece = [UInt8](repeating: 0x61, count: 1 << 16)
    for _ in 0...(InputDecoder.maximumPaste / piece.count) { events += decoder.decode(piece) }
    events += decoder.decode("\u{1B}[201~q".utf8)
    #expect(events == [.pasteTooLong, .key(Key("q"))])
  }

  @Test("the window's focus is reported")
  func focus() {
    #expect(Self.decode("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test("a terminal's own sequences come first")
  func ownSequences() {
    var decoder = InputDecoder(sequences: [TerminalSequence(bytes: Array("\u{1B}[25~".utf8), key: Key(.function(11)))])
    #expect(decoder.decode("\u{1B}[25~".utf8) == [.key(Key(.function(11)))])
  }

  @Test("broken bytes are left out and what follows is read")
  func broken() {
    var decoder = InputDecoder()
    #expect(decoder.decode([0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0x71]).last == .key(Key("q")))
    #expect(decoder.decode([0xC2, 0x9B]).isEmpty, "a control character of eight bits is no key")
    #expect(Self.decode("\u{1B}[?1;2cq") == [.key(Key("q"))], "an answer that nobody asked for")
  }

  @Test("events do not depend on how the bytes are cut into pieces")
  func cutting() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "a", "й", "東", "\u{1B}[A", "\u{1B}OA", "\u{1B}[1;5C", "\u{1B}[<0;10;5M", "\u{1B}[200~x\ry\u{1B}[201~", "\r",
      "\u{1B}[M !!", "\u{1B}x", "\u{1B}[5~",
    ]
    for _ in 0..<500 {
      let bytes = (0..<8).flatMap { _ in Array((pieces.randomElement(using: &generator) ?? "").utf8) }
      var whole = InputDecoder()
      var cut = InputDecoder()
      let expected = whole.decode(bytes)
      #expect(bytes.flatMap { cut.decode([$0]) } == expected)
      #expect(whole.waiting == nil)
    }
  }

  @Test("no bytes whatever make it fail, hold back more than a sequence, or type a control character")
  func fuzzing() {
    var generator = SeededGenerator(seed: 12)
    let likely: [UInt8] = [0x1B, 0x5B, 0x4F, 0x3B, 0x3C, 0x4D, 0x6D, 0x7E, 0x31, 0x32, 0x30, 0xD0, 0xB9, 0xFF]
    for _ in 0..<3000 {
      var decoder = InputDecoder()
      let bytes = (0..<40).map { _ in
        Bool.random(using: &generator)
          ? likely.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
      }
      for event in decoder.decode(bytes) + decoder.flush() {
        guard case .key(let key) = event, let typed = key.typed else { continue }
        #expect(typed.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
      }
      #expect(decoder.decode("q".utf8) == [.key(Key("q"))])
    }
  }
}
