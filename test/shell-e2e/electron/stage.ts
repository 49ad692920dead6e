import type { BrowserContext, Page } from 'playwright-core'

/** One start of the program as the test sees it: what the test sets beforehand, and what the program did. */
class Stage {
  /** The profile that survives a restart. */
  context: BrowserContext | undefined
  dataFolder = ''
  ready = false
  /** False if another program was started first. */
  first = true
  /** The pages of our windows, in the order of opening. */
  readonly pages: Page[] = []
  readonly printers: { name: string; displayName: string; description: string; options: object }[] = []
  readonly prints: { settings: Record<string, unknown>; pdf: Buffer }[] = []
  /** The answer of a printer; undefined means that it never answers. */
  printAnswer: [boolean, string] | undefined = [true, '']
  /** Answers before that one, each used once. */
  readonly printAnswers: [boolean, string][] = []
  /** The file chosen in the save dialog; '' cancels it. */
  saveTo = ''
  readonly saveDialogs: { defaultPath?: string; title?: string }[] = []
  /** The label of the button that is pressed in a message box. */
  pressed = ''
  readonly messages: { message: string; detail: string; buttons: string[] }[] = []
  readonly errorBoxes: [string, string][] = []
  readonly handedOut: string[] = []
  /** Files that another program was asked to open, with their content at that time, and the answer of the system ('' for success). */
  readonly opened: { path: string; bytes: Buffer }[] = []
  openAnswer = ''
  relaunched = false
  /** Resolves with the exit code. */
  readonly ended = Promise.withResolvers<number>()
}

export const stage = new Stage()
