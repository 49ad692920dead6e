export type NamedPerson = { position: number; name: string }

export type NameProblem =
  | { code: 'unknown_name'; text: string }
  /** A name of several people; each as '3 Rina Sari'. */
  | { code: 'several_names'; text: string; people: string[] }

/** The end of a name: the letter of a mark, possibly with a time, 't08.30'. */
const markPiece = /^(?:[siath]|t\d[\d.:]*)$/
const wordPiece = /^\p{L}[\p{L}.'’-]*$/u
const timePiece = /^\d{1,2}[.:]\d{1,2}$/

/** Replaces typed names by list numbers: 'rina', 's', '7i' → '3s', '7i'. */
export function numberNames(
  pieces: readonly string[],
  people: readonly NamedPerson[],
): { numbered: string[]; problems: NameProblem[] } {
  const numbered: string[] = []
  const problems: NameProblem[] = []
  for (let at = 0; at < pieces.length; ) {
    const words = people.length === 0 ? [] : nameAt(pieces, at)
    if (words.length === 0) {
      numbered.push(pieces[at] ?? '')
      at += 1
      continue
    }
    at += words.length
    const mark = pieces[at] ?? ''
    let ending = ''
    if (markPiece.test(mark)) {
      ending = mark
      at += 1
      const time = pieces[at] ?? ''
      if (mark === 't' && timePiece.test(time)) {
        ending += time
        at += 1
      }
    }
    const found = bearers(words, people)
    const [only] = found
    if (only && found.length === 1) numbered.push(`${only.position}${ending}`)
    else if (only) {
      const names = found.map(({ position, name }) => `${position} ${name}`)
      problems.push({ code: 'several_names', text: words.join(' '), people: names })
    } else problems.push({ code: 'unknown_name', text: words.join(' ') })
  }
  return { numbered, problems }
}

/** The words of a name that starts here; a single letter is not a name. */
function nameAt(pieces: readonly string[], start: number): string[] {
  const words: string[] = []
  for (const piece of pieces.slice(start)) {
    if (markPiece.test(piece) || !wordPiece.test(piece)) break
    words.push(piece)
  }
  return words[0] && words[0].length > 1 ? words : []
}

/** People whose names have, for each typed word, a word that begins with it; an exact match wins over all others. */
function bearers(words: readonly string[], people: readonly NamedPerson[]): readonly NamedPerson[] {
  const typed = words.map(plain)
  const near = people.filter(({ name }) => {
    const own = name.split(/\s+/).map(plain)
    return typed.every(word => own.some(one => one.startsWith(word)))
  })
  const exact = near.filter(({ name }) => plain(name) === typed.join(' '))
  return exact.length > 0 ? exact : near
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
