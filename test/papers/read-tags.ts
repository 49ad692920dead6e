import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Tag = { role: string; alt: string | undefined; text: string }

type Node = { role?: string; alt?: string; children?: Node[]; type?: string; id?: string }

/** The tags of a PDF in reading order; empty if it has none. */
export async function readTags(bytes: Uint8Array): Promise<Tag[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const tags: Tag[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const texts = await textsOfMarks(page)
    const walk = (node: Node): string => {
      if (node.type === 'content') return texts.get(node.id ?? '') ?? ''
      const tag = { role: node.role ?? '', alt: node.alt, text: '' }
      if (node.role !== undefined && node.role !== 'Root' && node.role !== 'Document') tags.push(tag)
      tag.text = (node.children ?? []).map(walk).join(' ').trim()
      return tag.text
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree) walk(tree)
  }
  await document.loadingTask.destroy()
  return tags
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function textsOfMarks(page: Page): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: (string | null)[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast(one => one !== null)
      if (id) texts.set(id, `${texts.get(id) ?? ''}${item.str}`)
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  return texts
}
