import { type Face, hasLetter } from './fonts.ts'

type PrintableText = {
  text: string
  face: Face
  /** Letters that no font has; each is drawn as '?'. */
  missing: string
}

const substitutes: Partial<Record<Face, Face>> = {
  garamond: 'arimo',
  'garamond-medium': 'arimo',
  'garamond-semibold': 'arimo-bold',
  'garamond-italic': 'arimo-italic',
  cinzel: 'arimo-bold',
  'source-serif': 'arimo',
  'source-serif-semibold': 'arimo-bold',
  'source-sans': 'arimo',
  'source-sans-semibold': 'arimo-bold',
  'source-sans-italic': 'arimo-italic',
  tinos: 'arimo',
  'tinos-bold': 'arimo-bold',
}

// Joiners, selectors and skin tones only change the emoji beside them; without this each would become a '?'.
const companions = /\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/gu

/**
 * The text in letters that can be drawn, and the font to draw it: the wanted one, or Arimo if Arimo has more of the letters. PDFKit would silently
 * draw an empty box for a missing letter, which also breaks PDF/A.
 */
export function printableText(text: string, face: Face): PrintableText {
  const texts = remembered.get(face) ?? new Map<string, PrintableText>()
  remembered.set(face, texts)
  const known = texts.get(text)
  if (known) return known
  const found = findLetters(text, face)
  if (texts.size >= rememberedTexts) texts.clear()
  texts.set(text, found)
  return found
}

const rememberedTexts = 20_000
const remembered = new Map<Face, Map<string, PrintableText>>()

function findLetters(text: string, face: Face): PrintableText {
  const clean = text
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .replace(companions, '')
    .normalize('NFC')
  const missing = missingLetters(clean, face)
  if (missing === '') return { text: clean, face, missing }
  const substitute = substitutes[face]
  const stillMissing = substitute ? missingLetters(clean, substitute) : missing
  if (substitute && stillMissing.length < missing.length) {
    return { text: replaced(clean, substitute), face: substitute, missing: stillMissing }
  }
  return { text: replaced(clean, face), face, missing }
}

function missingLetters(text: string, face: Face): string {
  let missing = ''
  for (const letter of text) {
    if (!isDrawable(letter, face) && !missing.includes(letter)) missing += letter
  }
  return missing
}

function replaced(text: string, face: Face): string {
  return Array.from(text, letter => (isDrawable(letter, face) ? letter : '?')).join('')
}

function isDrawable(letter: string, face: Face): boolean {
  return hasLetter(face, letter.codePointAt(0) ?? 0)
}
