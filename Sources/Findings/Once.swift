public import Synchronization

/// A reference that is made when it is first needed, by whichever thread comes first; read as fast as a stored property.
///
/// Like `AtomicLazyReference`, whose reads are calls into the library and cost as much as a small rule.
public struct Once<Instance: AnyObject & Sendable>: ~Copyable, Sendable {
  /// The address of what is held, or 0.
  @usableFromInline let address = Atomic<UInt>(0)

  @inlinable
  public init() {}

  @inlinable
  deinit {
    if let held = UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)) {
      Unmanaged<Instance>.fromOpaque(held).release()
    }
  }

  @inlinable
  public func load() -> Instance? {
    UnsafeRawPointer(bitPattern: address.load(ordering: .acquiring)).map {
      Unmanaged<Instance>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// Keeps an instance unless there is one already; returns the one that is kept.
  @inlinable
  public func storeIfNil(_ instance: Instance) -> Instance {
    let held = Unmanaged.passRetained(instance)
    let new = UInt(bitPattern: held.toOpaque())
    let (isStored, old) = address.compareExchange(expected: 0, desired: new, ordering: .acquiringAndReleasing)
    guard !isStored, let other = UnsafeRawPointer(bitPattern: old) else { return instance }
    held.release()
    return Unmanaged<Instance>.fromOpaque(other).takeUnretainedValue()
  }
}
