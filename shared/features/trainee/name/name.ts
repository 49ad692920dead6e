type NameProblem =
  | { code: 'empty' }
  | { code: 'too_long'; length: number }
  /** A letter that cannot be printed, or one that makes a name read as another; `position` counts from 1. */
  | { code: 'control_character'; position: number }

type NameReading = { ok: true; name: string } | { ok: false; problem: NameProblem }

const longest = 100

// The two joiners are let through: emoji and some scripts are written with them.
const unprintableLetter = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Reads a name as it stands on the KTP: trimmed, inner spaces single, otherwise exactly as typed; 1 to 100 characters. */
export function readName(text: string): NameReading {
  const trimmed = text.trim()
  const unprintable = unprintableLetter.exec(trimmed)
  if (unprintable) {
    const position = [...trimmed.slice(0, unprintable.index)].length + 1
    return { ok: false, problem: { code: 'control_character', position } }
  }
  const name = trimmed.replace(/\s+/gu, ' ')
  const { length } = [...name]
  if (length === 0) return { ok: false, problem: { code: 'empty' } }
  if (length > longest) return { ok: false, problem: { code: 'too_long', length } }
  return { ok: true, name }
}

export function checkName(text: string): NameProblem | null {
  const reading = readName(text)
  return reading.ok ? null : reading.problem
}

/** The form in which names are compared and searched: no case, accents or apostrophes, single spaces. */
export function foldName(text: string): string {
  // Apostrophes go first because NFKD makes a space of some, and last because it makes one of other letters.
  return text
    .normalize('NFC')
    .replace(apostrophes, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(apostrophes, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

// The acute and the grave of a keyboard, both quotation marks, and the letters for ayin, hamza and their kind.
const apostrophes = /['’‘‛`´ʼʻʽʾʿ′＇]/g
