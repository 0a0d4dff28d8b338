/// Owns the buffers of an ``AnnealingKernel`` and frees them with itself.
final class AnnealingMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  /// A buffer with the numbers of an array; never empty, so that its address is always good.
  func copy<Value: BitwiseCopyable>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
    let block = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
    block.initialize(from: values, count: values.count)
    blocks.append(UnsafeMutableRawPointer(block))
    return block
  }

  /// A buffer of the same number over and over.
  func fill<Value: BitwiseCopyable>(_ value: Value, _ count: Int) -> UnsafeMutablePointer<Value> {
    copy(Array(repeating: value, count: count))
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
