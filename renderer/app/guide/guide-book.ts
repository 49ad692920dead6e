import type { PracticeScene } from '../../../shared/features/session/practice-scenes.ts'

/** A piece of a sentence. Pages of the guide are data; nothing is ever rendered as HTML. */
export type GuideText =
  | { kind: 'text'; text: string }
  /** A label on the screen: a button, a field, a title. */
  | { kind: 'label'; text: string }
  /** Keys as an action writes them: 'Ctrl S'. */
  | { kind: 'keys'; text: string }
  /** Text that a person types, or an emphasised word. */
  | { kind: 'stress'; text: string }
  | { kind: 'link'; text: string; page: string }

export interface GuidePicture {
  /** Name of the file in guide/gambar. */
  file: string
  /** Description for people who cannot see the picture. */
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

/** The chapters of the guide in their order. */
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
  /** Addresses of the screens it belongs to; `*` is one part of an address. */
  screens: string[]
  /** Who does it: 'Petugas pendaftaran'. */
  role: string
  /** Address where the task begins, with a class named by its trade ('/angkatan/{TB}/jadwal'); null when there are no steps to try. */
  start: string | null
  /** What the practice centre must contain for this task. */
  scene: PracticeScene
  /** Other words to find it by. */
  words: string[]
  /** Numbers of the messages it explains: 'M11'. */
  messages: string[]
  /** Codes of the errors it helps with. */
  errors: string[]
  /** Texts of these errors, for the search. */
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
  /** URLs of the pictures, by file name. */
  pictures: Record<string, string>
}

/** The plain text of a sentence. */
export function plainText(parts: readonly GuideText[]): string {
  return parts.map(part => part.text).join('')
}
