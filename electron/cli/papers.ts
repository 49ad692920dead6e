import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type PaperKey, paperKeys } from '../../shared/facts/paper-key.ts'
import { paperSizes } from '../../shared/features/centre/centre.ts'
import { papersInOrder } from '../../shared/features/paper/paper-order.ts'
import { runningClock, systemClock } from '../backend/clock.ts'
import { createBackend } from '../backend/create-backend.ts'
import { chooseDataFolder } from '../backend/data-folder.ts'
import { DomainError } from '../backend/domain-error.ts'
import { saveFile } from '../backend/files/save-file.ts'
import { measurePdf } from '../backend/pdf/file/finished-pdf.ts'
import { type Command, readChoice, readOptions, UsageError } from './command.ts'
import { silentHost } from './silent-host.ts'

type WrittenPaper = {
  key: PaperKey
  title: string
  /** Within the folder of --out. */
  file: string
  pages: number
  /** Of the first page, as it is seen. */
  widthMm: number
  heightMm: number
}

/** Every paper of a class as a PDF of its own, or one of them; what the class cannot say yet is left to be written on. */
export const papers: Command = {
  usage: 'papers --cohort CODE --out DIR [--paper KEY] [--size A4|F4] [--data DIR] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, { data: 'text', cohort: 'text', paper: 'text', size: 'text', out: 'text' })
    if (!options.cohort) throw new UsageError('--cohort belum ditulis.')
    if (!options.out) throw new UsageError('--out belum ditulis.')
    const size = options.size === undefined ? null : readChoice('--size', options.size, paperSizes)
    const keys =
      options.paper === undefined
        ? papersInOrder.map(place => place.key)
        : [choiceOf('--paper', options.paper, paperKeys)]
    const folder = resolve(options.out)
    const clock = options.today ? runningClock(options.today) : systemClock
    const dataFolder = chooseDataFolder(options.data)
    const backend = createBackend({ dataFolder, host: silentHost, clock, create: false, alone: true })
    try {
      if (backend.workspace.openingError) throw new DomainError(backend.workspace.openingError)
      const { code } = await backend.client.cohort.get({ code: options.cohort })
      mkdirSync(folder, { recursive: true })
      const written: WrittenPaper[] = []
      for (const key of keys) {
        const { file, title } = await backend.client.paper.make({ code, key, size, day: null })
        const bytes = new Uint8Array(await (file as File).arrayBuffer())
        const measure = await measurePdf(bytes)
        if (!measure) throw new Error(`${key} is no PDF`)
        const name = `${key}-${code}.pdf`
        await saveFile(join(folder, name), bytes)
        const { pages, width, height } = measure
        written.push({ key, title, file: name, pages, widthMm: width, heightMm: height })
      }
      const lines = written.map(({ file, title, pages, widthMm, heightMm }) => {
        return `${file}  ${title}, ${pages} halaman, ${widthMm} × ${heightMm} mm`
      })
      return { json: written, words: [...lines, `${written.length} berkas ada di ${folder}.`].join('\n') }
    } finally {
      await backend.close()
    }
  },
}

function choiceOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find(one => one === text)
  if (choice === undefined)
    throw new UsageError(`${option} ${text} tidak dikenal. Pilih salah satu: ${choices.join(', ')}.`)
  return choice
}
