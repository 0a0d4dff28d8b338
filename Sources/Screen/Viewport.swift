/// The part of a long list or a wide grid that is in view, along one axis.
///
/// The cursor stays in view with `margin` items around it where there is room.
public struct Viewport: Hashable, Sendable {
  /// The first item in view.
  public private(set) var offset: Int
  /// How many items there are.
  public private(set) var count: Int
  /// How many items fit.
  public private(set) var length: Int

  /// A viewport of `length` over `count` items that begins as near to `offset` as it can.
  public init(offset: Int = 0, count: Int, length: Int) {
    self.count = max(0, count)
    self.length = max(0, length)
    self.offset = min(max(0, offset), max(0, self.count - self.length))
  }

  /// The items in view; empty when there are none.
  public var visible: Range<Int> { offset..<min(count, offset + length) }

  /// Whether items are hidden before the first in view.
  public var hidesBefore: Bool { offset > 0 }
  /// Whether items are hidden after the last in view.
  public var hidesAfter: Bool { visible.upperBound < count }

  /// The viewport scrolled by no more than it takes to bring `item` into view.
  public func revealing(_ item: Int, margin: Int = 0) -> Viewport {
    let kept = min(max(0, margin), max(0, (length - 1) / 2))
    let lowest = item - length + 1 + kept
    let highest = item - kept
    return Viewport(offset: min(max(offset, lowest), max(highest, 0)), count: count, length: length)
  }

  /// The viewport scrolled by `items`, as far as there are any.
  public func scrolled(by items: Int) -> Viewport {
    Viewport(offset: offset + items, count: count, length: length)
  }

  /// The same place in a list of another length or a window of another size.
  public func resized(count: Int, length: Int) -> Viewport {
    Viewport(offset: offset, count: count, length: length)
  }

  /// The rows of a scroll bar of `length` cells that the thumb covers; empty where everything is in view.
  public var thumb: Range<Int> {
    guard count > length, length > 0 else { return 0..<0 }
    let size = max(1, length * length / count)
    let start = offset * (length - size) / (count - length)
    return start..<(start + size)
  }
}
