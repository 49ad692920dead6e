const longest = 120
const fallback = 'berkas'
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i
// Three or more letters of one case: 'S.Kom' at the end of a name is a degree, not an extension.
const extensionShape = /\.(?:[a-z][a-z0-9]{2,4}|[A-Z][A-Z0-9]{2,4})$/

/**
 * A name valid on Windows, macOS and Linux: at most 120 UTF-16 units, accents kept, never empty, extension kept. Slashes and other forbidden
 * characters become '-'. With `taken` the name is made unique by ' (2)', ' (3)' …, ignoring case, and its key is added to the set. The set contains
 * keys: convert existing names with fileNameKey.
 */
export function safeFileName(text: string, taken?: Set<string>): string {
  const clean = printable(text).replace(/[ .]+$/, '')
  const extension = extensionShape.exec(clean)?.[0] ?? ''
  const base = unreserved(trimmed(clean.slice(0, clean.length - extension.length)) || fallback)
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : ` (${copy})`
    const name = `${shortened(base, longest - suffix.length - extension.length)}${suffix}${extension}`
    const key = fileNameKey(name)
    if (taken?.has(key)) continue
    taken?.add(key)
    return name
  }
}

/** Two names with one key are the same file on Windows or macOS. */
export function fileNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC')
}

function printable(text: string): string {
  return text
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/\p{C}/gu, '')
    .normalize('NFC')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/ {2,}/g, ' ')
}

function trimmed(base: string): string {
  return base.replace(/^[ .]+|[ .]+$/g, '')
}

function unreserved(base: string): string {
  const device = base.split('.')[0]?.trim() ?? ''
  return reserved.test(device) ? `_${base}` : base
}

function shortened(base: string, length: number): string {
  if (base.length <= length) return base
  const cut = base.slice(0, length)
  // A cut surrogate pair would leave an invalid character.
  return trimmed(/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut)
}
