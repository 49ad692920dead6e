import { expect, test } from 'vitest'
import { codeOf, sources } from './sources.ts'

/** Words that clerks did not understand or misread, and the word that they use instead. */
const unclear: readonly (readonly [RegExp, string])[] = [
  [/\bpindaian\b(?!['`/?])/i, 'hasil scan'],
  [/\blibur susulan\b/i, 'libur mendadak'],
  [/\b(kapasitas)\b/i, 'daya tampung'],
  [/\b(duplikat|peserta ganda)\b/i, 'data ganda'],
  [/\btanpa kredensial\b/i, 'tanpa sertifikat'],
  [/\bsisa \$\{[^}]*\} hari\b/i, 'tinggal … hari'],
  [/\b(maksimal|maksimum|maks\.) /i, 'paling banyak'],
  [/\b(dilewatkan|diloncati)\b/i, 'dilewati'],
  [/^\s*(Lihat\b|(Detail|Proses)\s*$)/, 'an act with its object: Buka bukti'],
  [/\bangka(nya)? dibekukan\b/i, 'tetap seperti hari ini'],
  [/\(SHA-256\)/, 'sidik berkas'],
]

/** Texts for people: quoted strings, and the text between tags. */
function textsOf(file: string): string[] {
  const code = codeOf(file).replace(/^import .*$/gm, '')
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`|>([^<>{}=;]*)</g)].map(
    match => match.slice(1).find(text => text !== undefined) ?? '',
  )
}

test('screens, papers and errors use the words of clerks', () => {
  const found = sources.flatMap(file =>
    textsOf(file).flatMap(text =>
      unclear.flatMap(([pattern, instead]) =>
        pattern.test(text) && !text.startsWith('/') ? [`${file}: “${text.trim().slice(0, 80)}”, say: ${instead}`] : [],
      ),
    ),
  )
  expect(found).toEqual([])
})
