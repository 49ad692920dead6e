import { zipSync } from 'fflate'
import type { OfficeKind } from '../../../../shared/features/office-form/office-form.ts'
import { safeFileName } from '../../../../shared/kernel/file-name.ts'
import { isText } from '../../office/form-values.ts'
import { openPackage } from '../../office/office-package.ts'
import { fillWord, fillWordForAll, namesInMargins } from '../../office/word.ts'
import { fillWorkbook } from '../../office/workbook.ts'
import type { FilledPart } from './read-form-values.ts'

/** A form of the office with its values; plain data for a thread. */
type FormToFill = {
  title: string
  kind: OfficeKind
  fileName: string
  content: Uint8Array
  parts: readonly FilledPart[]
  /** Code of the class; '' without one. */
  code: string
}

export type FilledFile = { name: string; kind: OfficeKind | 'zip'; bytes: Uint8Array<ArrayBuffer> }

/** One file; for several people a document with pages for each, or a file for each if its margins or cells contain their tokens. */
export async function fillForm(
  { title, kind, fileName, content, parts, code }: FormToFill,
  report: (done: number, total: number) => void,
): Promise<FilledFile> {
  const open = () => openPackage(fileName, content)
  const fillOne = async ({ values }: FilledPart) =>
    kind === 'docx' ? fillWord(await open(), values) : fillWorkbook(await open(), values)
  const [first] = parts
  if (first && parts.length === 1) return { name: `${title} ${first.name}`, kind, bytes: await fillOne(first) }
  const name = `${title} ${code}`
  if (kind === 'docx') {
    const office = await open()
    const margins = namesInMargins(office)
    const same = margins.every(token => parts.every(part => wordsOf(part, token) === wordsOf(first, token)))
    if (same) {
      const people = parts.map(part => part.values)
      // Text in the margins is filled once, with the first person.
      return { name, kind, bytes: await fillWordForAll(office, people) }
    }
  }
  const taken = new Set<string>()
  const files: Record<string, Uint8Array> = {}
  for (const [index, part] of parts.entries()) {
    files[safeFileName(`${title} ${part.name}.${kind}`, taken)] = await fillOne(part)
    report(index + 1, parts.length)
  }
  return { name, kind: 'zip', bytes: new Uint8Array(zipSync(files, { mtime: '1980-01-02' })) }
}

function wordsOf(part: FilledPart | undefined, token: string): string {
  const value = part?.values[token]
  return isText(value) ? value.text : JSON.stringify(value ?? null)
}
