/// The roster under annealing and the tables beside it, as plain buffers.
///
/// Every buffer is a constant pointer of a value, so the inner loop keeps them in registers; arrays of a class or of a
/// structure changed in place would be checked for exclusive access and bounds at each of the hundred reads of a move.
/// The ``AnnealingMemory`` must live as long as the kernel is used.
package struct AnnealingKernel {
  package let staffCount: Int
  package let dayCount: Int
  package let dutyCount: Int
  package let codeCount: Int
  package let kindCount: Int

  // What no move changes.
  package let cellRow: UnsafeMutablePointer<Int32>
  package let cellCost: UnsafeMutablePointer<Int32>
  package let choices: UnsafeMutablePointer<UInt8>
  package let choiceCount: UnsafeMutablePointer<Int32>
  package let dutyCode: UnsafeMutablePointer<UInt8>
  package let changeStart: UnsafeMutablePointer<Int32>
  package let changePoints: UnsafeMutablePointer<Int32>
  package let work: UnsafeMutablePointer<Int64>
  package let workOf: UnsafeMutablePointer<Int32>
  /// Letters by automaton, then duty.
  package let letters: UnsafeMutablePointer<UInt8>
  package let parts: UnsafeMutablePointer<UInt8>
  package let needs: UnsafeMutablePointer<AnnealingNeed>
  package let members: UnsafeMutablePointer<AnnealingMember>
  package let stepSoft: UnsafeMutablePointer<Int32>
  /// The four counts of ``BreachClass/inSteps``, a byte each.
  package let stepBreach: UnsafeMutablePointer<UInt32>
  /// Days that a block spans, drawn by six bits.
  package let lengths: UnsafeMutablePointer<UInt8>

  // What changes with the weights: packed steps, then costs of limits.
  /// Cost of the step, then 12 bits for a weekend, then the row of the next state.
  package let steps: UnsafeMutablePointer<Int64>
  package let limits: UnsafeMutablePointer<Int32>
  package let countLimits: UnsafeMutablePointer<Int32>
  /// Limits at the price the evaluator has for them: nothing where they are hard.
  package let softLimits: UnsafeMutablePointer<Int32>
  package let softCountLimits: UnsafeMutablePointer<Int32>
  package let hardCounts: UnsafeMutablePointer<UInt8>

  // The roster.
  package let duties: UnsafeMutablePointer<UInt8>
  /// Row of the state before each day, by member then day.
  package let states: UnsafeMutablePointer<Int32>
  /// Minutes, days and weekends of each member, and one unused.
  package let loads: UnsafeMutablePointer<Int32>
  package let shiftCounts: UnsafeMutablePointer<Int32>
  package let cover: UnsafeMutablePointer<Int32>
  /// By point: what one less costs, what one more costs.
  package let marginals: UnsafeMutablePointer<Int32>
  /// By member, ``BreachClass/tallySize`` numbers.
  package let tallies: UnsafeMutablePointer<Int32>
  /// What each row costs at the weights there are.
  package let rowCosts: UnsafeMutablePointer<Int>
  package let best: UnsafeMutablePointer<UInt8>
  /// A row of new duties.
  package let scratch: UnsafeMutablePointer<UInt8>

  /// Of 256 draws, where each kind of move ends; see ``AnnealingMoves``.
  package let swapShare: Int
  package let singleShare: Int
  package let spanShare: Int
}

/// Where the tables of a member begin.
package struct AnnealingMember: BitwiseCopyable, Sendable {
  let steps: Int32
  /// Steps of one part of the weekend.
  let partSize: Int32
  let letters: Int32
  let limits: Int32
  let countLimits: Int32
  /// Bits of the sums' limits that are hard.
  let hardSums: Int32
  let limitedCodes: UInt64
}
