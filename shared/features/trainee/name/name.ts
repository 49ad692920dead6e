type NameProblem =
  | { code: 'empty' }
  | { code: 'too_long'; length: number }
  /** A character that cannot be printed, or that changes how a name is read; `position` from 1. */
  | { code: 'control_character'; position: number }

type NameReading = { ok: true; name: string } | { ok: false; problem: NameProblem }

const longest = 100

// The two joiners are allowed: emoji and some scripts need them.
const unprintableLetter = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Parses a name: trimmed, single spaces, otherwise as typed; 1 to 100 characters. */
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

/** Normalised name for comparing and searching: no case, accents or apostrophes, single spaces. */
export function foldName(text: string): string {
  // Before NFKD, which turns some apostrophes into spaces, and after it, because it creates new ones.
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

// Keyboard accents, both quotation marks, and letters for ayin, hamza and similar.
const apostrophes = /['’‘‛`´ʼʻʽʾʿ′＇]/g
