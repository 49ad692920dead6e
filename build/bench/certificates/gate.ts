import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertificateRequest } from '../../../electron/backend/features/certificate-design/documents/certificate.ts'
import { certificateFileName } from '../../../shared/features/certificate/certificate-file-name.ts'
import { readPdf, readQr } from '../../../test/papers/read-pdf.ts'
import { assertRight } from '../part.ts'

/** Checks our files: each shows its number and full name on both pages, its code can be read, and two people of one name get two files. */
export async function checkSeparate(folder: string, requests: readonly CertificateRequest[]): Promise<void> {
  assertRight(readdirSync(folder).length === requests.length, `${requests.length} files`)
  for (const [index, { facts }] of requests.entries()) {
    const bytes = new Uint8Array(readFileSync(join(folder, `${index}.pdf`)))
    const { pages } = await readPdf(bytes)
    assertRight(pages.length === 2, `pages of ${facts.number}`)
    for (const { text } of pages) {
      assertRight(text.includes(facts.number) && text.includes(facts.name), `number and name of ${facts.number}`)
    }
    assertRight((await readQr(bytes, 0, 150)) === facts.qrText, `code of ${facts.number}`)
  }
  const [first, second] = requests
  assertRight(first?.facts.name === second?.facts.name, 'two equal names')
  const taken = new Set<string>()
  const names = requests.map(({ facts }) => certificateFileName(facts.number, facts.name, taken).toLowerCase())
  assertRight(new Set(names).size === requests.length, 'a file name for each')
}

/** Checks a merged file of any contender: each number and name once a page, in order. */
export async function checkMerged(file: string, requests: readonly CertificateRequest[], who: string): Promise<void> {
  const { pages } = await readPdf(new Uint8Array(readFileSync(file)))
  assertRight(pages.length === requests.length * 2, `${who}: ${pages.length} pages`)
  requests.forEach(({ facts }, index) => {
    for (const page of [pages[index * 2], pages[index * 2 + 1]]) {
      // Some libraries place each word by itself, so the spaces in the text differ; compare letters only.
      const text = page?.text.replace(/\s+/g, '') ?? ''
      assertRight(
        text.includes(facts.number) && text.includes(facts.name.replace(/\s+/g, '')),
        `${who}: number and name of ${facts.number}`,
      )
    }
  })
}
