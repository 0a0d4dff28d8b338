/// What one point wants, with its weights beside it so that one cache line answers.
package struct AnnealingNeed: BitwiseCopyable, Sendable {
  let minimum: Int32
  let preferred: Int32
  let maximum: Int32
  let missing: Int32
  let short: Int32
  let surplus: Int32

  init(_ need: NeedEntry, _ model: Model) {
    let weight = model.weights[Int(need.weights)]
    (minimum, preferred, maximum) = (need.minimum, need.preferred, need.maximum)
    (missing, short, surplus) = (weight.missing, weight.short, weight.surplus)
  }

  /// What one more costs when there are so many.
  @inline(__always)
  func gain(at count: Int32) -> Int32 {
    count < minimum ? 0 &- missing : count < preferred ? 0 &- short : count >= maximum ? surplus : 0
  }

  /// What so many cost.
  func cost(at count: Int32) -> Int {
    Int(max(0, minimum - count)) * Int(missing) + Int(max(0, preferred - max(count, minimum))) * Int(short)
      + Int(max(0, count - maximum)) * Int(surplus)
  }
}
