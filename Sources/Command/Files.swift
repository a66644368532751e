import Glibc
import Rendering

/// The only place where files are opened.
enum Files {
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// - Parameter limit: At most this many bytes and one more are read: enough to say that it is too long.
  /// - Throws: `CommandFault` with code `noInput` when there is no such file, `indeterminate` when it cannot be read.
  static func read(_ path: String, limit: Int = .max) throws(CommandFault) -> [UInt8] {
    if path == "-" { return try read(descriptor: STDIN_FILENO, name: "standard input", sizeHint: 0, limit: limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let isMissing = errno == ENOENT || errno == ENOTDIR
      throw CommandFault(
        "cannot read \(shown(path)): \(reason(errno))", code: isMissing ? .noInput : .indeterminate)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw CommandFault("cannot read \(shown(path)): \(reason(errno))", code: .indeterminate)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFault("\(shown(path)) is a directory; name the report files in it", code: .noInput)
    }
    return try read(descriptor: descriptor, name: shown(path), sizeHint: Int(status.st_size), limit: limit)
  }

  private static func read(
    descriptor: Int32, name: String, sizeHint: Int, limit: Int
  ) throws(CommandFault) -> [UInt8] {
    let ceiling = limit == .max ? .max : limit + 1
    var capacity = min(max(sizeHint + 1, 1 << 16), ceiling)
    var total = 0
    var failure: Int32 = 0
    var bytes: [UInt8] = []
    while failure == 0, total < ceiling {
      let start = total
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity - total) { buffer, count in
        count = 0
        while count < buffer.count {
          let got = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 { break }
          count += got
        }
      }
      total += chunk.count
      if start == 0 { bytes = chunk } else { bytes += chunk }
      if total < capacity { break }
      capacity = min(capacity * 2, ceiling)
    }
    guard failure == 0 else { throw CommandFault("cannot read \(name): \(reason(failure))", code: .indeterminate) }
    return bytes
  }

  /// Writes a file whole or not at all: to a new file beside it, which then takes its name. Links are followed.
  static func write(_ bytes: [UInt8], to path: String) throws(CommandFault) {
    // A device or pipe cannot be replaced by renaming, and a link must stay one.
    var status = stat()
    let exists = stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR {
      throw CommandFault("cannot write \(shown(path)): it is a directory")
    }
    let isRegular = !isLink(path) && (!exists || status.st_mode & S_IFMT == S_IFREG)
    let target = isRegular ? path + ".vigie-part" : path
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | (isRegular ? O_NOFOLLOW : 0)
    let descriptor = open(target, flags, 0o644)
    guard descriptor >= 0 else { throw CommandFault("cannot write \(shown(path)): \(reason(errno))") }
    var failure = write(bytes, descriptor: descriptor)
    if failure == 0, exists, isRegular, fchmod(descriptor, status.st_mode & 0o7777) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, isRegular, rename(target, path) != 0 { failure = errno }
    guard failure == 0 else {
      if isRegular { unlink(target) }
      throw CommandFault("cannot write \(shown(path)): \(reason(failure))")
    }
  }

  /// Writes all bytes; returns 0 or the error number.
  static func write(_ bytes: [UInt8], descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return errno }
        done += count
      }
      return 0
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Refuses to write over a regular file that is also read.
  static func keep(_ inputs: [String], from output: String) throws(CommandFault) {
    var written = stat()
    guard stat(output, &written) == 0, written.st_mode & S_IFMT == S_IFREG else { return }
    for input in inputs where input != "-" {
      var read = stat()
      if stat(input, &read) == 0, read.st_dev == written.st_dev, read.st_ino == written.st_ino {
        throw CommandFault("\(shown(output)) is read; name another file for --output")
      }
    }
  }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names of the files in a directory, sorted; hidden ones and directories are left out.
  static func names(in path: String) throws(CommandFault) -> [String] {
    guard let directory = opendir(path) else {
      throw CommandFault("cannot read \(shown(path)): \(reason(errno))")
    }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix("."), !isDirectory(path + "/" + name) { names.append(name) }
    }
    return names.sorted()
  }

  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "permission denied"
    case EISDIR: "it is a directory"
    case ENOSPC: "the disk is full"
    case EPIPE: "the reader has closed the pipe"
    case ENOTDIR: "a part of the path is not a directory"
    case ELOOP: "the links lead in a circle"
    case ENAMETOOLONG: "the name is too long"
    case EBADF: "it is closed"
    case EIO: "the device reports an error"
    case EROFS: "the file system is read-only"
    default: String(cString: strerror(number))
    }
  }

  /// A path for a message: control characters and the like written out, so that a file name cannot steer a terminal.
  static func shown(_ path: String) -> String { path.isEmpty ? "\u{201C}\u{201D}" : visible(path) }
}
