/** Parts of names in lower case: "child of", and particles of other languages. */
const particles = new Set(['bin', 'binti', 'al', 'el', 'van', 'von', 'de', 'da', 'di', 'der', 'den'])

/**
 * The usual spelling of a name, or null if it is already so: 'SITI RAHAYU', 'siti rahayu' and 'SiTi Rahayu' become 'Siti Rahayu'. Only a proposal,
 * because a KTP prints capitals only and does not show how the person writes the name.
 */
export function usualCapitals(name: string): string | null {
  const proposal = name.split(' ').map(usualWord).join(' ')
  return proposal === name ? null : proposal
}

function usualWord(word: string): string {
  // Initials and degrees: 'M.', 'S.Pd.', 'A.Md'.
  if (word.includes('.')) return word
  // Roman numerals, and words without letters.
  if (/^[IVX]+$/u.test(word) || !/\p{L}/u.test(word)) return word
  if (particles.has(word)) return word
  if (word.length > 1 && word === word.toUpperCase() && particles.has(word.toLowerCase())) return word.toLowerCase()
  return word.split('-').map(usualPart).join('-')
}

function usualPart(part: string): string {
  // 'D’Arcy' and 'A’yun': after an apostrophe both are possible.
  const [first = '', ...rest] = part.split(/(?<=['’ʼ`‘])/u)
  const shouted = /\p{Lu}\p{Lu}/u.test(part)
  return [
    capital(first),
    ...rest.map(piece => (shouted ? piece.toLowerCase() : isUsual(piece) ? piece : small(piece))),
  ].join('')
}

function isUsual(piece: string): boolean {
  return piece === small(piece) || piece === capital(piece)
}

/** 'Mc' and 'Mac' keep their second capital. */
function capital(text: string): string {
  if (/^Ma?c\p{Lu}\p{Ll}+$/u.test(text)) return text
  const [first = '', ...rest] = [...text]
  return first.toUpperCase() + small(rest.join(''))
}

function small(text: string): string {
  return text.toLowerCase()
}
