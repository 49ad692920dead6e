import type { FormToken } from './form-token.ts'
import type { FormProblem, OfficeKind } from './office-form.ts'

/** Text between braces in a form, and its place. */
export type FoundToken = { raw: string; place: string }

/** '{#peserta}' → open 'peserta'. */
export function readToken(raw: string): { mark: '' | '#' | '/'; name: string } {
  const inside = raw.slice(1, -1)
  const mark = inside.startsWith('#') ? '#' : inside.startsWith('/') ? '/' : ''
  return { mark, name: mark === '' ? inside : inside.slice(1) }
}

type Open = { token: FormToken; found: FoundToken }

/** Errors in the tokens of each part of a file (body, header, sheet): unknown names, unclosed lists and conditions, fields outside of their list. */
export function checkTokens(
  stories: readonly (readonly FoundToken[])[],
  tokens: readonly FormToken[],
  kind: OfficeKind,
): FormProblem[] {
  return stories.flatMap(story => checkStory(story, tokens, kind))
}

function checkStory(story: readonly FoundToken[], tokens: readonly FormToken[], kind: OfficeKind): FormProblem[] {
  const problems: FormProblem[] = []
  const open: Open[] = []
  const complain = ({ raw, place }: FoundToken, words: string, suggestion: string | null = null) =>
    problems.push({ token: raw, place, words, suggestion })
  for (const found of story) {
    const { mark, name } = readToken(found.raw)
    if (mark === '/') {
      const last = open.at(-1)
      if (last && (name === last.token.name || name === '')) open.pop()
      else if (last) complain(found, `menutup bagian lain; yang terbuka {#${last.token.name}}`, `{/${last.token.name}}`)
      else complain(found, 'menutup bagian yang tidak dibuka')
      continue
    }
    const scope = [...open.toReversed().flatMap(one => one.token.fields ?? []), ...tokens]
    const token = scope.find(one => one.name === name)
    const opens = token?.kind === 'list' || token?.kind === 'condition'
    if (!token) {
      const inside = tokens.find(one => one.fields?.some(field => field.name === name))
      const near = nearest(name, scope)
      const words = inside && mark === '' ? `hanya di antara {#${inside.name}} dan {/${inside.name}}` : 'tidak dikenal'
      complain(found, words, inside && mark === '' ? null : near && written(near))
      // Prevents a second error for its end tag.
      if (mark === '#') open.push({ token: { name, kind: 'condition', explanation: '', example: '' }, found })
    } else if (mark === '#' && !opens) complain(found, 'bukan daftar atau syarat', `{${name}}`)
    else if (mark === '' && opens) complain(found, 'daftar atau syarat; buka dan tutup', `{#${name}} … {/${name}}`)
    else if (mark === '#') open.push({ token, found })
    else if (token.kind === 'picture' && kind === 'xlsx') complain(found, 'gambar hanya dapat diisikan di Word')
  }
  for (const { token, found } of open) complain(found, 'tidak ditutup', `{/${token.name}}`)
  return problems
}

function written({ name, kind }: FormToken): string {
  return kind === 'list' || kind === 'condition' ? `{#${name}}` : `{${name}}`
}

/** Common wrong names of tokens. */
const otherNames: Readonly<Record<string, string>> = {
  nama_lengkap: 'nama',
  nama_peserta: 'nama',
  nomor: 'no',
  nomor_urut: 'no',
  no_urut: 'no',
  tgl_lahir: 'tanggal_lahir',
  tempat_tanggal_lahir: 'ttl',
  no_hp: 'telepon',
  hp: 'telepon',
  no_telp: 'telepon',
  kelamin: 'jk',
  gender: 'jk',
  photo: 'foto',
  pas_foto: 'foto',
  desa: 'kelurahan',
  no_rekening: 'rekening',
  nomor_rekening: 'rekening',
  kelas: 'kode_kelas',
  program: 'nama_program',
  tgl_mulai: 'tanggal_mulai',
  tgl_selesai: 'tanggal_selesai',
  no_sertifikat: 'nomor_sertifikat',
  '^lulus': 'tidak_lulus',
}

/** The most similar token; null if none is similar enough. */
export function nearest(name: string, tokens: readonly FormToken[]): FormToken | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s.-]+/g, '_')
  const known = tokens.find(one => one.name === plain || one.name === otherNames[plain])
  if (known) return known
  const most = Math.max(1, Math.floor(plain.length / 3))
  const [best] = tokens
    .map(token => ({ token, far: distance(plain, token.name) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far)
  return best?.token ?? null
}

/** Edit distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1) {
      const exchange = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, exchange))
    }
    row = next
  }
  return row[to.length] ?? 0
}
