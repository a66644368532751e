import CLibXML2

/// How libxml2 is called: once initialised, without network, without loading, without messages on standard error.
enum XMLLibrary {
  /// Touch before the first use on any thread; Swift runs it once.
  static let initialised: Void = xmlInitParser()

  /// Our own limits replace those of libxml2, which `HUGE` turns off; the encoding has been dealt with.
  static let options = Int32(
    XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)

  /// The callbacks. Of what stands between tags only the size and the kind are taken.
  static var handler: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElementNs = xmlStartElement
    handler.endElementNs = xmlEndElement
    handler.characters = xmlCharacters
    // The same as for other character data, or libxml2 would ask itself each time which one it is.
    handler.ignorableWhitespace = xmlCharacters
    handler.cdataBlock = xmlSection
    handler.comment = xmlComment
    handler.processingInstruction = xmlInstruction
    handler.internalSubset = xmlDoctype
    handler.serror = xmlFault
    return handler
  }
}

// Called by libxml2 on the thread that reads: global functions, so that no actor claims them.

private func session(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSession>? {
  pointer?.assumingMemoryBound(to: XMLSession.self)
}

private func xmlStartElement(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
  _ namespace: UnsafePointer<xmlChar>?, _ namespaceCount: Int32,
  _ namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ attributeCount: Int32, _ defaulted: Int32,
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) {
  guard let session = session(pointer), session.pointee.fault == nil else { return }
  session.pointee.start(
    prefixLength: prefix.map { strlen($0) + 1 } ?? 0, namespace: namespace,
    declarations: Int(namespaceCount), attributes: attributes, attributeCount: Int(attributeCount))
}

private func xmlEndElement(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
  _ namespace: UnsafePointer<xmlChar>?
) {
  guard let session = session(pointer), session.pointee.fault == nil else { return }
  session.pointee.end()
}

private func xmlCharacters(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
  session(pointer)?.pointee.characterBytes &+= Int(length)
}

private func xmlSection(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?, _ length: Int32) {
  session(pointer)?.pointee.characterBytes = .min
}

private func xmlComment(_ pointer: UnsafeMutableRawPointer?, _ text: UnsafePointer<xmlChar>?) {
  session(pointer)?.pointee.characterBytes = .min
}

private func xmlInstruction(
  _ pointer: UnsafeMutableRawPointer?, _ target: UnsafePointer<xmlChar>?, _ data: UnsafePointer<xmlChar>?
) {
  session(pointer)?.pointee.characterBytes = .min
}

private func xmlDoctype(
  _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<xmlChar>?, _ external: UnsafePointer<xmlChar>?,
  _ system: UnsafePointer<xmlChar>?
) {
  guard let session = session(pointer) else { return }
  session.pointee.stop(.doctype, at: XMLScan.nextTag(session.pointee.source.span, session.pointee.offset))
}

private func xmlFault(_ pointer: UnsafeMutableRawPointer?, _ error: UnsafeMutablePointer<xmlError>?) {
  guard let session = session(pointer), session.pointee.fault == nil, let error = error?.pointee,
    error.level.rawValue >= XML_ERR_ERROR.rawValue
  else { return }
  // libxml2 must not be stopped from here: the code that reports may still hold pointers into its buffer.
  session.pointee.fault = XMLFault(
    kind: .library(
      code: Int(error.code), name: error.str1.map { String(cString: $0) } ?? "",
      other: error.str2.map { String(cString: $0) } ?? ""),
    offset: session.pointee.position)
}

/// Gives libxml2 the bytes that it asks for.
func xmlDraw(_ pointer: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int32) -> Int32 {
  guard let session = session(pointer), let buffer else { return -1 }
  return Int32(session.pointee.draw(into: buffer, size: Int(size)))
}

/// The length of a name that libxml2 hands over.
private func strlen(_ text: UnsafePointer<xmlChar>) -> Int {
  var length = 0
  while text[length] != 0 { length += 1 }
  return length
}
