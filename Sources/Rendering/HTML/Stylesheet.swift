import Findings

/// The style of the page: light and dark, screen and paper, from 320 pixels up.
enum Stylesheet {
  /// The rules, with the digest of the report at the foot of each printed page.
  static func css(digest: String?) -> String {
    languages + palette + frame + content + source + narrow + print + foot(digest)
  }

  /// One language is displayed: the one whose button is chosen, or the first where a browser cannot tell.
  private static let languages: String = {
    let all = Language.allCases.map(\.rawValue)
    // `:has` stands at the header, which is small, and not at the root: a page of 26 MB opens three times as fast.
    let chosen = all.map { language in
      let header = "header.bar:has(#lang-\(language):checked)"
      return "\(header) .t:not(.\(language)), \(header) ~ * .t:not(.\(language))"
    }.joined(separator: ",\n")
    let first = all.map { "html[lang=\($0)] .t:not(.\($0))" }.joined(separator: ",\n")
    return """
      @supports selector(:has(a)) {
      \(chosen) { display: none }
      }
      @supports not selector(:has(a)) {
      \(first) { display: none }
      .languages { display: none !important }
      }

      """
  }()

  /// A digest is hexadecimal; anything else stays out of the style sheet.
  private static func foot(_ digest: String?) -> String {
    guard let digest, digest.utf8.count <= 80,
      digest.unicodeScalars.allSatisfy({ "a"..."z" ~= $0 || "0"..."9" ~= $0 || $0 == ":" })
    else { return "" }
    return """
      @page { @bottom-left { content: "\(digest)"; font: 7pt ui-monospace, monospace; color: #4b5666 } }

      """
  }

  private static let palette = """
    :root { color-scheme: light dark; \(light.declarations) }
    @media (prefers-color-scheme: dark) { :root { \(dark.declarations) } }

    """

  private static let frame = """
    *, *::before, *::after { box-sizing: border-box }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
    body {
      margin: 0; background: var(--ground); color: var(--ink); overflow-wrap: anywhere;
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
    }
    h1, h2, h3, h4, h5, h6 { margin: 0; line-height: 1.25 }
    p, ul, ol, dl, dd, figure { margin: 0 }
    a { color: var(--link); text-underline-offset: .15em }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 2px }
    main:focus { outline: none }
    code, pre { font-family: ui-monospace, "Cascadia Mono", "Segoe UI Mono", "Liberation Mono", Menlo, monospace;
      font-size: .875em; unicode-bidi: isolate }
    .sr { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap }
    .symbols { position: absolute }
    .skip { position: absolute; left: 1rem; top: -4rem; z-index: 2; background: var(--surface); color: var(--link);
      padding: .6rem 1rem; border-radius: 0 0 4px 4px }
    .skip:focus { top: 0 }
    header.bar { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
      justify-content: space-between; background: var(--brand); color: var(--on-brand);
      padding: .75rem max(1rem, calc((100vw - 76rem) / 2)) }
    .brand { display: flex; flex-wrap: wrap; gap: 0 .75rem; align-items: baseline }
    .brand strong { font-size: 1.25rem; letter-spacing: .01em }
    .tagline { font-size: .875rem; opacity: .92 }
    .languages { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem; min-width: 0 }
    .languages input { position: absolute; opacity: 0; width: 1px; height: 1px }
    .languages label { padding: .25rem .6rem; border: 1px solid transparent; border-radius: 4px; cursor: pointer;
      font-size: .875rem; line-height: 1.4 }
    .languages label:hover { border-color: currentColor }
    .languages input:checked + label { background: var(--on-brand); color: #14366b; font-weight: 600 }
    .languages input:focus-visible + label { outline: 3px solid var(--on-brand); outline-offset: 2px }
    .layout { display: grid; grid-template-columns: 13rem minmax(0, 1fr); gap: 2rem; max-width: 78rem; margin: 0 auto;
      padding: 1.5rem 1rem 3rem }
    .contents { min-width: 0; overflow-x: clip; overflow-clip-margin: 6px;
      position: sticky; top: 1.5rem; align-self: start; font-size: .9375rem }
    .contents ul { list-style: none; padding: 0; border-left: 2px solid var(--line) }
    .contents a { display: block; padding: .3rem .75rem; text-decoration: none; color: var(--ink) }
    .contents a:hover { text-decoration: underline; color: var(--link) }
    .label { font-size: .8125rem; font-weight: 600; color: var(--muted); margin-bottom: .4rem }
    .meta { font-size: .875rem; color: var(--muted) }
    main > * + *, .report > * + * { margin-top: 1.25rem }
    .report { margin-top: 3rem !important; border-top: 3px solid var(--edge); padding-top: 1.5rem }
    .panel { background: var(--surface); border: 1px solid var(--line); border-radius: 6px; padding: 1.25rem 1.5rem;
      overflow-x: clip }
    .panel > h1, .panel > h2, .panel > h3 { font-size: 1.25rem; margin-bottom: .9rem }
    .panel > p + dl { margin-top: .75rem }
    .foot { border-top: 1px solid var(--line); color: var(--muted); font-size: .875rem;
      padding: 1.25rem max(1rem, calc((100vw - 76rem) / 2)) 2rem }

    """

  private static let content = """
    .icon { width: 1.1em; height: 1.1em; flex: none; fill: currentColor; vertical-align: -.18em; margin-right: .35em }
    .sign { fill: none; stroke: var(--sign); stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round }
    .dot { fill: var(--sign) }
    .hero { display: flex; gap: 1.5rem; align-items: flex-start; padding: 1.75rem 1.5rem; border-radius: 6px;
      background: var(--g); border: 1px solid var(--c); border-left-width: 8px; overflow-x: clip }
    .hero.conformant { --c: var(--good); --g: var(--good-ground) }
    .hero.nonConformant { --c: var(--error); --g: var(--error-ground) }
    .hero.indeterminate { --c: var(--warning); --g: var(--warning-ground) }
    .hero > .icon { width: 4rem; height: 4rem; margin: 0; color: var(--c) }
    #i-conformant .sign, #i-nonConformant .sign, #i-indeterminate .sign { stroke-width: 4.5 }
    .hero h1, .hero h2 { font-size: clamp(1.5rem, 1.1rem + 2vw, 2.25rem); color: var(--c); letter-spacing: -.01em;
      text-wrap: balance }
    .statement { min-width: 0 }
    .eyebrow { font-size: .9375rem; color: var(--muted); margin-bottom: .25rem }
    .meaning { max-width: 46rem; margin-top: .5rem }
    .notice { font-weight: 600; margin-top: .5rem }
    .tally { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; padding: 0; margin-top: .9rem;
      font-weight: 600 }
    .error { --s: var(--error); --sg: var(--error-ground) }
    .warning { --s: var(--warning); --sg: var(--warning-ground) }
    .note { --s: var(--note); --sg: var(--note-ground) }
    .tally li { color: var(--s, var(--muted)) }
    .tally .zero { font-weight: 400 }
    .first { padding-left: 1.5rem }
    .first li + li { margin-top: .6rem }
    .first .meta { display: block }
    .facts { display: grid; gap: .55rem }
    .facts > div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 1rem }
    dt { color: var(--muted) }
    .digest { display: block; color: var(--muted) }
    .coverage { margin-bottom: 1.5rem }
    svg.bar { display: block; width: 100%; height: .875rem; border-radius: 2px; background: var(--code);
      outline: 1px solid var(--line) }
    rect.passed { fill: var(--good) }
    rect.failed { fill: url(#hatch) }
    rect.cantTell { fill: url(#dots) }
    rect.inapplicable { fill: var(--line) }
    .hatch-ground { fill: var(--error-ground) } .hatch-line { fill: var(--error) }
    .dots-ground { fill: var(--warning-ground) } .dots-dot { fill: var(--warning) }
    .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; margin-top: .6rem;
      font-size: .9375rem }
    .swatch { width: .875rem; height: .875rem; margin-right: .4rem; vertical-align: -.1em;
      outline: 1px solid var(--edge) }
    table { width: 100%; table-layout: fixed; border-collapse: collapse; font-variant-numeric: tabular-nums }
    th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); vertical-align: top;
      font-weight: 400; overflow-x: clip }
    thead th { overflow-x: visible; font-size: .8125rem; font-weight: 600; color: var(--muted); vertical-align: bottom }
    tbody tr:last-child > * { border-bottom: 0 }
    .figure { text-align: right }
    thead th, .scores .figure, .cards .verdict, td .head { overflow-wrap: normal }
    data.short { white-space: nowrap }
    th:last-child, td:last-child { padding-right: 0 }
    td.zero, .none { color: var(--muted) }
    .scores th:nth-child(n+2):nth-child(-n+5) { width: 11.75% }
    .scores th:last-child { width: 23% }
    .scores .share { padding-left: 1rem }
    .scores thead th { font-size: .75rem; padding-right: .5rem }
    .scores thead th:last-child { padding-right: 0 }
    .indicators th:nth-child(n+2) { width: 24% }
    .overview th:nth-child(1) { width: 24% }
    .overview th:nth-child(4) { width: 16% }
    .overview th:nth-child(5) { width: 9% }
    .overview th:nth-child(6) { width: 14% }
    .share .body { display: flex; align-items: center; gap: .75rem; justify-content: flex-end }
    .share .percent { flex: none; min-width: 3.25rem }
    .share .none { text-align: right }
    td .head { display: none }
    td.verdict.conformant { color: var(--good) }
    td.verdict.nonConformant { color: var(--error) }
    td.verdict.indeterminate { color: var(--warning) }
    .strand { display: inline-block; min-width: 2.1em; font-weight: 600; color: var(--muted) }
    .scores tbody th { padding-left: 2.5em; text-indent: -2.5em }
    .scores .strand { min-width: 2.2em; text-indent: 0 }
    .prose li + li { margin-top: .4rem }
    details + details { margin-top: .25rem; border-top: 1px solid var(--line) }
    summary { cursor: pointer; padding: .6rem 0; font-weight: 600; min-height: 24px }
    .number { display: inline-block; min-width: 1.6em; padding: 0 .45em; margin-left: .25rem; border-radius: 1em;
      background: var(--code); border: 1px solid var(--line); font-size: .8125rem; text-align: center }
    .rulelist { list-style: none; padding: 0 0 .75rem }
    .rulelist li { padding: .35rem 0 }
    .reason { display: block; color: var(--muted); font-size: .9375rem }
    .command { background: var(--code); border: 1px solid var(--line); border-radius: 4px; padding: .75rem 1rem;
      margin: .75rem 0 1.25rem; white-space: pre-wrap }

    """

  private static let source = """
    .group + .group { margin-top: 2rem }
    .group > h3, .group > h4 { font-size: 1.0625rem; padding-bottom: .5rem; border-bottom: 2px solid var(--edge) }
    .rule { padding: 1.1rem 0 }
    .many .finding { content-visibility: auto; contain-intrinsic-size: auto 16rem }
    .rule + .rule { border-top: 1px solid var(--line) }
    .rule > h4, .rule > h5 { font-size: 1rem; font-weight: 600; line-height: 1.5 }
    .rule > h4 code, .rule > h5 code, .rulelist > li > code:first-child {
      display: inline-block; max-width: 100% }
    .badge { display: inline-block; padding: .05rem .5rem; margin-right: .25rem; border-radius: 3px; color: var(--s);
      background: var(--sg); border: 1px solid var(--s); font-size: .8125rem }
    .finding { margin-top: .9rem; padding-left: .9rem; border-left: 4px solid var(--s) }
    .finding.waived { border-left-style: dashed }
    .waiver { margin-top: .35rem; padding: .35rem .6rem; background: var(--code); border-radius: 4px;
      max-width: 52rem }
    .finding:target { background: var(--sg); outline: 2px solid var(--s); outline-offset: 4px }
    .message { font-size: 1.0625rem; max-width: 52rem }
    .anchor { display: inline-block; min-width: 24px; text-align: center; text-decoration: none; color: var(--muted) }
    .source { margin-top: .6rem; border: 1px solid var(--line); border-radius: 4px; overflow: hidden }
    figcaption { padding: .35rem .75rem; font-size: .8125rem; color: var(--muted);
      border-bottom: 1px solid var(--line) }
    .lines { background: var(--code); padding: .5rem 0; font-size: .9375rem }
    .line { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: .75rem }
    .line .n { text-align: right; color: var(--muted); font: .875em/1.7 ui-monospace, "Liberation Mono", monospace;
      user-select: none }
    .line code { white-space: pre-wrap; line-height: 1.7; padding-right: .75rem }
    .gap { color: var(--muted); padding-left: 2.5rem; line-height: 1 }
    .continues { padding: 0 .75rem 0 4.25rem; font-size: .8125rem; color: var(--muted) }
    .withheld { padding: .5rem .75rem; color: var(--muted); font-style: italic; background: var(--code) }
    mark { background: var(--mark-other); color: inherit; border-radius: 2px; padding: .1em .05em;
      border-bottom: 2px dotted var(--note) }
    mark.main { background: var(--mark); color: var(--on-mark); border-bottom: 2px solid var(--s, var(--error)) }
    mark:empty::before { content: "\\2038"; font-weight: 700 }
    .esc { color: var(--error); border: 1px solid currentColor; border-radius: 2px; font-size: .85em; padding: 0 .15em }
    .workings { margin-top: .75rem }
    .working { font-variant-numeric: tabular-nums; font-weight: 600; overflow-wrap: anywhere }
    .operands { margin-top: .75rem; font-size: .9375rem }
    .operands dl > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 1rem; padding: .2rem 0 }
    .operands .value { font-weight: 600; margin-right: .75rem }
    .where { color: var(--muted) }
    .advice { margin-top: .75rem }
    .why { display: grid; gap: .4rem; margin-top: .9rem; padding: .75rem .9rem; background: var(--ground);
      border-radius: 4px; font-size: .9375rem }
    .why > div { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 1rem }
    .why ul { list-style: none; padding: 0 }

    """

  private static let narrow = """
    @media screen and (max-width: 60rem) {
      .layout { grid-template-columns: minmax(0, 1fr); gap: 1.25rem }
      .contents { position: static }
      .contents ul { border: 0; display: flex; flex-wrap: wrap; gap: .25rem .5rem }
      .contents a { padding: .25rem .6rem; background: var(--surface); border: 1px solid var(--line);
        border-radius: 4px }
    }
    @media screen and (max-width: 52rem) {
      .hero { flex-direction: column; gap: .75rem; padding: 1.25rem 1rem }
      .hero > .icon { width: 3rem; height: 3rem }
      .panel { padding: 1rem }
      .facts > div, .why > div, .operands dl > div { grid-template-columns: minmax(0, 1fr); gap: 0 }
      .facts dt, .why dt { font-size: .8125rem; font-weight: 600 }
      .line { grid-template-columns: 2.5rem minmax(0, 1fr); gap: .5rem }
      .continues { padding-left: 3rem }
      .cards, .cards tbody, .cards tr, .cards th, .cards td { display: block }
      .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
      .cards tr { padding: .75rem 0; border-bottom: 1px solid var(--line) }
      .cards tr:last-child { border-bottom: 0 }
      .cards th, .cards td { border: 0; padding: .1rem 0; width: auto !important }
      .cards tbody th { font-weight: 600 }
      .cards td { display: flex; gap: 1rem; justify-content: space-between; text-align: right }
      .cards td .body { min-width: 0 }
      .cards .verdict { overflow-wrap: anywhere }
      .cards td .head { display: inline; color: var(--muted); text-align: left }
      .scores td.share { display: block; padding: .25rem 0 0 }
      .scores td.share .head { display: none }
    }
    @media (forced-colors: active) {
      .icon, svg.bar, .swatch { forced-color-adjust: none }
      .languages input:checked + label { outline: 2px solid Highlight }
      mark.main { background: Mark; color: MarkText }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }

    """

  private static let print = """
    @media print {
      :root { color-scheme: light; \(paper.declarations) }
      html { font-size: 9.5pt }
      .digest { font-size: 7.5pt }
      .skip, .languages, .contents, .anchor { display: none !important }
      .layout { display: block; padding: 0; max-width: none }
      header.bar { padding: 0 0 6pt; border-bottom: 1pt solid #000000; margin-bottom: 12pt }
      .panel { border: 0; border-top: 1pt solid var(--line); border-radius: 0; padding: 10pt 0 }
      .many .finding { content-visibility: visible }
      .hero, .finding, .line, tr, .facts > div, .rulelist li { break-inside: avoid }
      h1, h2, h3, h4, h5, figcaption, summary { break-after: avoid }
      .report { break-before: page }
      details::details-content { content-visibility: visible !important; display: block !important;
        block-size: auto !important }
      .foot { padding: 8pt 0 0 }
      .foot p { display: inline }
      summary { list-style: none }
      a[rel]::after { content: " (" attr(href) ")"; font-size: .85em; color: var(--muted) }
      mark, svg, .badge, .hero { print-color-adjust: exact; -webkit-print-color-adjust: exact }
    }
    @page { size: A4; margin: 16mm 15mm 18mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #4b5666 } }

    """
}
