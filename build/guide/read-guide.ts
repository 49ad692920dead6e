// Reads `guide/*.md`, one file per page. CONTRIBUTING.md says how a page is written.
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { marked, type Token, type Tokens } from 'marked'
import type {
  GuideBlock,
  GuideKind,
  GuidePage,
  GuidePicture,
  GuideStep,
  GuideText,
} from '../../renderer/app/guide/guide-book.ts'
import type { PracticeScene } from '../../shared/features/session/practice-scenes.ts'

/** What a step does in the browser; written in a comment right below the text of the step. */
export interface WalkLine {
  /** 'press', 'go', 'type', 'see', … */
  verb: string
  /** The arguments: each quoted string, or the rest of the line as it is. */
  values: string[]
}

export interface WrittenStep extends GuideStep {
  walk: WalkLine[]
}

/** A page with what only the build needs: its file and how each step is walked. */
export interface WrittenPage extends Omit<GuidePage, 'errorTexts'> {
  file: string
  steps: WrittenStep[]
}

const kinds: Record<string, GuideKind> = { tugas: 'task', pesan: 'trouble', gagasan: 'idea', pedoman: 'manual' }
/** The practice centre in which a task is walked and tried. */
const scenes: Record<string, PracticeScene> = {
  isi: 'classes',
  awal: 'new',
  lulus: 'decided',
  terbit: 'issued',
  pengganti: 'substitute',
}
const known = ['judul', 'jenis', 'layar', 'peran', 'mulai', 'balai', 'kata', 'nomor', 'galat', 'terkait']

/** All pages, sorted by file name. @throws Error that names the file and what is wrong in it */
export function readGuide(root: string): WrittenPage[] {
  return globSync('guide/*.md', { cwd: root })
    .toSorted()
    .map(file => readPage(basename(file), readFileSync(join(root, file), 'utf8')))
}

export function readPage(file: string, source: string): WrittenPage {
  const fail = (problem: string): never => {
    throw new Error(`guide/${file}: ${problem}`)
  }
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source)
  if (!parts) return fail('a page begins with its front matter between two lines of ---')
  const front = new Map<string, string>()
  for (const line of (parts[1] ?? '').split('\n')) {
    const pair = /^(\w+): ?(.*)$/.exec(line)
    if (!pair || !known.includes(pair[1] ?? '')) return fail(`front matter knows ${known.join(', ')}, not: ${line}`)
    front.set(pair[1] ?? '', (pair[2] ?? '').trim())
  }
  const list = (key: string) =>
    (front.get(key) ?? '')
      .split(',')
      .map(one => one.trim())
      .filter(Boolean)
  const title = front.get('judul') || fail('judul is missing')
  const kind = kinds[front.get('jenis') ?? ''] ?? fail(`jenis is one of ${Object.keys(kinds).join(', ')}`)
  const steps: WrittenStep[] = []
  const blocks = marked.lexer(parts[2] ?? '').flatMap(token => blockOf(token, steps, fail))
  if (kind === 'task' && steps.length === 0) fail('a task has numbered steps')
  return {
    file,
    id: file.replace(/^\d+-|\.md$/g, ''),
    title,
    kind,
    screens: list('layar'),
    role: front.get('peran') ?? '',
    start: front.get('mulai') || null,
    scene: scenes[front.get('balai') ?? 'isi'] ?? fail(`balai is one of ${Object.keys(scenes).join(', ')}`),
    words: list('kata'),
    messages: list('nomor'),
    errors: list('galat'),
    related: list('terkait'),
    blocks,
    steps,
  }
}

function blockOf(token: Token, steps: WrittenStep[], fail: (problem: string) => never): GuideBlock[] {
  switch (token.type) {
    case 'space':
      return []
    case 'paragraph':
      return [{ kind: 'paragraph', text: textOf(token.tokens ?? [], fail) }]
    case 'heading':
      return [{ kind: 'heading', text: token.text }]
    case 'list': {
      const { ordered, items } = token as Tokens.List
      if (!ordered) return [{ kind: 'bullets', items: items.map(item => textOf(inlineOf(item), fail)) }]
      const own = items.map(item => stepOf(item, fail))
      steps.push(...own)
      return [{ kind: 'steps', steps: own.map(({ text, picture }) => ({ text, picture })) }]
    }
    default:
      return fail(`the guide has no ${token.type}: ${token.raw.trim()}`)
  }
}

function inlineOf(item: Tokens.ListItem): Token[] {
  return item.tokens.flatMap(token => ('tokens' in token && token.tokens ? token.tokens : []))
}

function stepOf(item: Tokens.ListItem, fail: (problem: string) => never): WrittenStep {
  const pictures: GuidePicture[] = []
  const text = textOf(
    inlineOf(item).filter(token => {
      if (token.type !== 'image') return true
      pictures.push({ file: basename(token.href), alt: token.text })
      return false
    }),
    fail,
  )
  if (pictures.length > 1) fail(`a step has one picture: ${item.text}`)
  const comment = item.tokens.find(token => token.type === 'html')?.raw
  const inside =
    comment === undefined ? '' : (/^<!--([\s\S]*?)-->\s*$/.exec(comment)?.[1] ?? fail(`no HTML: ${comment}`))
  return { text, picture: pictures[0] ?? null, walk: walkOf(inside) }
}

/** Parses one act per line: `press Alt B`, `go "Nama lengkap"`, `see "3 peserta"`. */
function walkOf(text: string): WalkLine[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .map(line => {
      const [, verb = '', rest = ''] = /^(\S+) ?(.*)$/.exec(line) ?? []
      const quoted = [...rest.matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '')
      return { verb, values: quoted.length > 0 ? quoted : rest === '' ? [] : [rest] }
    })
}

function textOf(tokens: readonly Token[], fail: (problem: string) => never): GuideText[] {
  const parts = tokens.map((token): GuideText => {
    const text = unescaped('text' in token ? token.text : token.raw)
    if (token.type === 'strong') return { kind: 'label', text }
    if (token.type === 'codespan') return { kind: 'keys', text }
    if (token.type === 'em') return { kind: 'stress', text }
    if (token.type === 'link') return { kind: 'link', text, page: token.href.replace(/^\d+-|\.md$/g, '') }
    if (token.type === 'text' || token.type === 'escape') return { kind: 'text', text: text.replaceAll('\n', ' ') }
    return fail(`no ${token.type} in a sentence: ${token.raw}`)
  })
  const last = parts.at(-1)
  if (last?.kind === 'text') last.text = last.text.trimEnd()
  return parts.filter(part => part.text !== '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
}
