import { mkdirSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { ORPCError } from '@orpc/client'
import { type FiledKey, isOfficeForm, paperKeys, paperTitle } from '../../shared/facts/paper-key.ts'
import { paperSizes } from '../../shared/features/centre/centre.ts'
import { papersInOrder } from '../../shared/features/paper/paper-order.ts'
import type { BackendClient } from '../backend/create-backend.ts'
import { saveFile } from '../backend/files/save-file.ts'
import { measurePdf } from '../backend/pdf/file/finished-pdf.ts'
import { type Command, readChoice, readOptions, UsageError } from './command.ts'
import { withBackend } from './with-backend.ts'

type WrittenPaper = {
  key: FiledKey
  title: string
  /** Relative to the folder of --out. */
  file: string
  /** Null for an office form: Word or Excel breaks its pages. */
  pages: number | null
  /** Of the first page, as displayed. */
  widthMm: number | null
  heightMm: number | null
}

/**
 * Writes every paper of a class as a separate PDF and every office form as its own file, or one of them. Unknown values are left blank to write on.
 * With --list only their keys.
 */
export const papers: Command = {
  usage:
    'papers --cohort CODE (--out DIR | --list) [--paper KEY] [--format pdf|docx|xlsx] [--size A4|F4] [--data DIR] [--today D] [--json]',
  async run(args) {
    const options = readOptions(args, {
      data: 'text',
      cohort: 'text',
      paper: 'text',
      size: 'text',
      out: 'text',
      list: 'flag',
      format: 'text',
    })
    const { cohort } = options
    if (!cohort) throw new UsageError('--cohort belum ditulis.')
    if (!options.out && !options.list) throw new UsageError('--out belum ditulis.')
    const size = options.size === undefined ? null : readChoice('--size', options.size, paperSizes)
    const format =
      options.format === undefined ? 'pdf' : readChoice('--format', options.format, ['pdf', 'docx', 'xlsx'])
    // Office forms are only known once the data is open.
    if (options.paper !== undefined && !isOfficeForm(options.paper)) choiceOf('--paper', options.paper, paperKeys)
    const folder = resolve(options.out ?? '.')
    return withBackend(options, async ({ client }) => {
      const { code } = await client.cohort.get({ code: cohort })
      const forms = (await client.officeForm.list({})).filter(
        form => form.subject === 'COHORT' || form.subject === 'PERSON',
      )
      const all: FiledKey[] = [...papersInOrder.map(place => place.key), ...forms.map(form => form.key)]
      const titleOf = (key: FiledKey) =>
        isOfficeForm(key) ? (forms.find(form => form.key === key)?.title ?? key) : paperTitle(key)
      if (options.list) {
        const rows = all.map(key => ({ key, title: titleOf(key) }))
        return { json: rows, words: rows.map(({ key, title }) => `${key}  ${title}`).join('\n') }
      }
      const keys =
        options.paper === undefined
          ? all
          : [choiceOf('--paper', options.paper, [...paperKeys, ...forms.map(form => form.key)])]
      mkdirSync(folder, { recursive: true })
      const written: WrittenPaper[] = []
      for (const key of keys) {
        if (isOfficeForm(key)) {
          const { file, title } = await client.officeForm.make({ key, code })
          const name = `${key}-${code}${extname(file.name)}`
          await saveFile(join(folder, name), await bytesOf(file))
          written.push({ key, title, file: name, pages: null, widthMm: null, heightMm: null })
          continue
        }
        if (format !== 'pdf') {
          const made = await officeCopy(client, { code, key, size, format }, options.paper === undefined)
          if (!made) continue
          const name = `${key}-${code}.${format}`
          await saveFile(join(folder, name), await bytesOf(made.file))
          written.push({ key, title: made.title, file: name, pages: null, widthMm: null, heightMm: null })
          continue
        }
        const { file, title } = await client.paper.make({ code, key, size, day: null })
        const bytes = await bytesOf(file)
        const measure = await measurePdf(bytes)
        if (!measure) throw new Error(`${key} is no PDF`)
        const name = `${key}-${code}.pdf`
        await saveFile(join(folder, name), bytes)
        const { pages, width, height } = measure
        written.push({ key, title, file: name, pages, widthMm: width, heightMm: height })
      }
      const lines = written.map(({ file, title, pages, widthMm, heightMm }) =>
        pages === null ? `${file}  ${title}` : `${file}  ${title}, ${pages} halaman, ${widthMm} × ${heightMm} mm`,
      )
      return { json: written, words: [...lines, `${written.length} berkas ada di ${folder}.`].join('\n') }
    })
  },
}

/**
 * A paper for Word or Excel. Null if all papers are written and this one is no table or is issued.
 * @throws DomainError if that paper was asked for by name
 */
async function officeCopy(
  client: BackendClient,
  request: Parameters<BackendClient['paper']['office']>[0],
  isOneOfAll: boolean,
) {
  try {
    return await client.paper.office(request)
  } catch (error) {
    const isLeftOut =
      error instanceof ORPCError && ['paper_without_table', 'paper_only_printed'].includes(error.data?.code ?? '')
    if (isOneOfAll && isLeftOut) return null
    throw error
  }
}

async function bytesOf(file: unknown): Promise<Uint8Array> {
  return new Uint8Array(await (file as File).arrayBuffer())
}

function choiceOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const choice = choices.find(one => one === text)
  if (choice === undefined)
    throw new UsageError(`${option} ${text} tidak dikenal. Pilih salah satu: ${choices.join(', ')}.`)
  return choice
}
