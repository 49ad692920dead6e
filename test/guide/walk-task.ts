import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { WalkLine, WrittenPage, WrittenStep } from '../../build/guide/read-guide.ts'
import { samplePassword } from '../../electron/backend/sample/sample-centre.ts'
import { plainText } from '../../renderer/app/guide/guide-book.ts'
import { focusedName, readScreen } from './read-screen.ts'
import { type Mark, takePicture, takeScreen } from './take-picture.ts'

/** Give up after so many Tabs. */
const mostTabs = 160
const patience = 15_000

export type Pictures = Map<string, Buffer>

const named: Record<string, string> = {
  Ctrl: 'Control',
  Esc: 'Escape',
  Spasi: 'Space',
  Del: 'Delete',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
}

/** 'Ctrl S' in the form that Playwright expects: 'Control+s'. */
function pressedKeys(keys: string): string {
  return keys
    .split(' ')
    .map(key => named[key] ?? (/^[A-Z]$/.test(key) ? key.toLowerCase() : key))
    .join('+')
}

/** Does a task step by step as written, by keys alone. Returns its pictures. @throws Error that names the step and what is wrong */
export async function walkTask(page: Page, task: WrittenPage, scan: Buffer | null = null): Promise<Pictures> {
  const pictures: Pictures = new Map()
  for (const [index, step] of task.steps.entries()) {
    const walk = new StepWalk(page, step, index + 1, scan)
    try {
      await walk.run(pictures)
    } catch (error) {
      const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
      throw new Error(`guide/${task.file}, step ${index + 1} (${plainText(step.text)}): ${message}`)
    }
  }
  return pictures
}

class StepWalk {
  readonly #page: Page
  readonly #step: WrittenStep
  readonly #number: number
  readonly #scan: Buffer | null
  /** Labels of the step that were not on the screen yet. */
  #unseen: string[]
  #unpressed: string[]

  constructor(page: Page, step: WrittenStep, number: number, scan: Buffer | null) {
    this.#scan = scan
    this.#page = page
    this.#step = step
    this.#number = number
    this.#unseen = step.text.filter(part => part.kind === 'label').map(part => part.text)
    this.#unpressed = step.text.filter(part => part.kind === 'keys').map(part => part.text)
  }

  async run(pictures: Pictures): Promise<void> {
    if (this.#step.walk.length === 0) throw new Error('a step says below its words how it is walked')
    await this.#look()
    for (const line of this.#step.walk) {
      await this.#do(line, pictures)
      await this.#look()
    }
    await this.#until(
      () => this.#look().then(() => this.#unseen.length === 0),
      () => `not on the screen: ${this.#unseen.join(', ')}`,
    )
    if (this.#unpressed.length > 0) throw new Error(`named but not pressed: ${this.#unpressed.join(', ')}`)
    if (this.#step.picture && !pictures.has(this.#step.picture.file))
      throw new Error(`${this.#step.picture.file} is not taken`)
  }

  async #do({ verb, values }: WalkLine, pictures: Pictures): Promise<void> {
    const page = this.#page
    const [first = '', second = ''] = values
    switch (verb) {
      case 'press':
        this.#unpressed = this.#unpressed.filter(keys => keys !== first)
        return page.keyboard.press(pressedKeys(first))
      case 'type':
        return page.keyboard.type(first)
      case 'go':
        return this.#go(first)
      case 'fill':
        await this.#go(first)
        await page.keyboard.press('Control+a')
        return page.keyboard.type(second)
      case 'see':
        return this.#until(
          async () => (await page.evaluate(readScreen)).includes(first),
          () => `“${first}” does not come`,
        )
      case 'gone':
        return this.#until(
          async () => !(await page.evaluate(readScreen)).includes(first),
          () => `“${first}” does not go away`,
        )
      case 'file':
        page.once(
          'filechooser',
          chooser => void chooser.setFiles(join(import.meta.dirname, '../../build/sample-data', first)),
        )
        return
      case 'scan':
        page.once(
          'filechooser',
          chooser =>
            void chooser.setFiles({ name: 'scan.jpg', mimeType: 'image/jpeg', buffer: this.#scan ?? Buffer.alloc(0) }),
        )
        return
      case 'password':
        await page.getByLabel(first || 'PIN atau sandi Anda', { exact: true }).waitFor()
        await page.keyboard.type(samplePassword)
        return page.keyboard.press('Enter')
      case 'picture':
        return this.#take(values, pictures)
      case 'screen':
        if (this.#step.picture) pictures.set(this.#step.picture.file, await takeScreen(page))
        return
      default:
        throw new Error(
          `a walk knows press, type, go, fill, see, gone, file, scan, password, picture and screen, not ${verb}`,
        )
    }
  }

  /** Presses Tab until the element with this label has the focus. */
  async #go(label: string): Promise<void> {
    const seen: string[] = []
    const isThere = (name: string) => name === label || name.startsWith(label)
    for (let tabs = 0; tabs <= mostTabs; tabs++) {
      const name = await this.#page.evaluate(focusedName)
      if (isThere(name)) return
      seen.push(name)
      await this.#page.keyboard.press('Tab')
    }
    throw new Error(
      `“${label}” is not reached by Tab; there are: ${[...new Set(seen)].map(name => name.slice(0, 40)).join(' | ')}`,
    )
  }

  async #take(values: readonly string[], pictures: Pictures): Promise<void> {
    const { picture } = this.#step
    if (!picture) throw new Error('the walk takes a picture that the step does not show')
    const marks = values.map((value): Mark => {
      const [, number, label] = /^(?:(\d+) )?(.*)$/.exec(value) ?? []
      return { number: number === undefined ? this.#number : Number(number), label: label ?? '' }
    })
    for (const { label } of marks)
      await this.#until(
        async () => (await this.#page.evaluate(readScreen)).includes(label),
        () => `“${label}” does not come`,
      )
    pictures.set(picture.file, await takePicture(this.#page, marks))
  }

  /** Removes the labels that are on the screen now from the list of unseen ones. */
  async #look(): Promise<void> {
    if (this.#unseen.length === 0) return
    const screen = await this.#page.evaluate(readScreen)
    this.#unseen = this.#unseen.filter(label => !screen.includes(label))
  }

  async #until(isSo: () => Promise<boolean>, words: () => string): Promise<void> {
    const end = Date.now() + patience
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(words())
      await this.#page.waitForTimeout(30)
    }
  }
}
