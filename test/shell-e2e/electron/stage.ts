import type { BrowserContext, Page } from 'playwright-core'

/** One start of the program as the test sees it: what it may decide beforehand, and what the program did. */
class Stage {
  /** The profile that survives a restart. */
  context: BrowserContext | undefined
  dataFolder = ''
  ready = false
  /** False: another program was there first. */
  first = true
  /** Pages of windows on our address, in the order they were opened. */
  readonly pages: Page[] = []
  readonly printers: { name: string; displayName: string; description: string; options: object }[] = []
  readonly prints: { settings: Record<string, unknown>; pdf: Buffer }[] = []
  /** What a printer answers; undefined never answers. */
  printAnswer: [boolean, string] | undefined = [true, '']
  /** Answers before that one, each given once. */
  readonly printAnswers: [boolean, string][] = []
  /** Where the save dialog is told to save; '' calls it off. */
  saveTo = ''
  readonly saveDialogs: { defaultPath?: string; title?: string }[] = []
  /** Which button of a message is pressed, by what it says. */
  pressed = ''
  readonly messages: { message: string; detail: string; buttons: string[] }[] = []
  readonly errorBoxes: [string, string][] = []
  readonly handedOut: string[] = []
  /** Files that another program was asked to open, as they lay there then; and what the system answers, '' where it opened. */
  readonly opened: { path: string; bytes: Buffer }[] = []
  openAnswer = ''
  relaunched = false
  /** With the exit code. */
  readonly ended = Promise.withResolvers<number>()
}

export const stage = new Stage()
