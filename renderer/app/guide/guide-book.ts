import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'

/** A piece of a sentence. Every page of the guide is data: nothing of it is ever read as HTML. */
export type GuideText =
  | { kind: 'text'; text: string }
  /** Words that stand on the screen: a button, a field, a title. */
  | { kind: 'label'; text: string }
  /** Keys as an action writes them: 'Ctrl S'. */
  | { kind: 'keys'; text: string }
  /** What somebody types, or what a word means. */
  | { kind: 'stress'; text: string }
  | { kind: 'link'; text: string; page: string }

export interface GuidePicture {
  /** Name of the file in guide/gambar. */
  file: string
  /** What it shows, for whoever does not see it. */
  alt: string
}

export interface GuideStep {
  text: GuideText[]
  picture: GuidePicture | null
}

export type GuideBlock =
  | { kind: 'paragraph'; text: GuideText[] }
  | { kind: 'heading'; text: string }
  | { kind: 'steps'; steps: GuideStep[] }
  | { kind: 'bullets'; items: GuideText[][] }

export type GuideKind = 'task' | 'trouble' | 'idea' | 'manual'

/** The parts of the guide in their order. */
export const guideChapters: readonly { kind: GuideKind; title: string; one: string }[] = [
  { kind: 'task', title: 'Tugas', one: 'tugas' },
  { kind: 'trouble', title: 'Pesan dan jalan keluarnya', one: 'pesan' },
  { kind: 'idea', title: 'Pengertian', one: 'pengertian' },
  { kind: 'manual', title: 'Pedoman', one: 'pedoman' },
]

export interface GuidePage {
  id: string
  title: string
  kind: GuideKind
  /** Addresses it belongs to; `*` stands for one part of it. */
  screens: string[]
  /** Who does it: 'Petugas pendaftaran'. */
  role: string
  /** Where the task begins, a class by its trade ('/angkatan/{TB}/jadwal'); null where there is nothing to walk. */
  start: string | null
  /** What the practice centre holds when it is tried. */
  scene: PracticeScene
  /** Other words by which somebody looks for it. */
  words: string[]
  /** Numbers of the messages that it explains: 'M11'. */
  messages: string[]
  /** Codes of the errors that it helps with. */
  errors: string[]
  /** What those errors say, for the search. */
  errorTexts: string[]
  related: string[]
  blocks: GuideBlock[]
}

export interface GuideTerm {
  label: string
  /** One line in Indonesian. */
  meaning: string
}

export interface GuideBook {
  pages: GuidePage[]
  terms: GuideTerm[]
  /** Addresses of the pictures, by name of the file. */
  pictures: Record<string, string>
}

/** A sentence without its marks. */
export function plainText(parts: readonly GuideText[]): string {
  return parts.map(part => part.text).join('')
}
