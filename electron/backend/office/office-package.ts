import { strToU8, zipSync } from 'fflate'
import { type Entry, fromBufferPromise } from 'yauzl'
import { mostFormMegabytes, type OfficeKind } from '../../../shared/features/office-form/office-form.ts'
import { DomainError } from '../domain-error.ts'
import { childrenOf, elementsOf, parseXml, writeXml, type XmlElement, XmlRefused } from './xml-tree.ts'

/** A form of ten pages with pictures has about 5 MB; more than this is a zip bomb. */
const mostUnpackedBytes = 40 * 1024 * 1024
const mostParts = 800
/** Limit of one XML part, because its tree takes about ten times as much. */
const mostXml = 12 * 1024 * 1024

const contentTypes = '[Content_Types].xml'

/** Name of a file in errors. */
function called(name: string): string {
  return name.slice(0, 80)
}

/** The parts of a Word or Excel file by path; XML parts are parsed on first use. */
export class OfficePackage {
  readonly name: string
  readonly #bytes: Map<string, Uint8Array>
  readonly #trees = new Map<string, XmlElement>()

  constructor(name: string, bytes: Map<string, Uint8Array>) {
    this.name = called(name)
    this.#bytes = bytes
  }

  get paths(): string[] {
    return [...this.#bytes.keys()]
  }

  has(path: string): boolean {
    return this.#bytes.has(path)
  }

  /** @throws DomainError form_damaged, form_unsafe */
  tree(path: string): XmlElement {
    const known = this.#trees.get(path)
    if (known) return known
    const bytes = this.#bytes.get(path)
    if (!bytes || bytes.length > mostXml) throw new DomainError({ code: 'form_damaged', file: this.name })
    try {
      const tree = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
      this.#trees.set(path, tree)
      return tree
    } catch (error) {
      if (error instanceof XmlRefused)
        throw new DomainError({ code: 'form_unsafe', file: this.name, what: 'definisi XML sendiri (DOCTYPE)' })
      throw new DomainError({ code: 'form_damaged', file: this.name })
    }
  }

  text(path: string): string {
    return new TextDecoder().decode(this.#bytes.get(path))
  }

  /** Null if it is not valid XML and need not be. */
  soundTree(path: string): XmlElement | null {
    try {
      return this.tree(path)
    } catch {
      return null
    }
  }

  remove(path: string): void {
    this.#bytes.delete(path)
    this.#trees.delete(path)
    const types = this.tree(contentTypes)
    types.children = types.children.filter(node => typeof node === 'string' || node.attributes.PartName !== `/${path}`)
  }

  /** The file with all changes of its trees; deterministic. */
  bytes(): Uint8Array<ArrayBuffer> {
    const parts: Record<string, Uint8Array> = {}
    for (const [path, bytes] of this.#bytes) {
      const tree = this.#trees.get(path)
      parts[path] = tree ? strToU8(writeXml(tree)) : bytes
    }
    const { [contentTypes]: first, ...others } = parts
    return new Uint8Array(zipSync({ [contentTypes]: first ?? new Uint8Array(), ...others }, { mtime: '1980-01-02' }))
  }

  /** Relationships of a part, with the path of their file. */
  relationships(path: string): { path: string; entries: XmlElement[] } {
    const own = relationshipsPath(path)
    return { path: own, entries: this.has(own) ? elementsOf(this.tree(own), 'Relationship') : [] }
  }

  /** Paths of related parts of a type. */
  related(path: string, kind: string): string[] {
    return this.relationships(path)
      .entries.filter(one => kindOf(one) === kind && one.attributes.TargetMode !== 'External')
      .map(one => targetOf(path, one.attributes.Target ?? ''))
      .filter(target => this.has(target))
  }

  /** The document of Word, the workbook of Excel. */
  get main(): string {
    return found(this.related('', 'officeDocument')[0], this.name)
  }
}

/** Type of a relationship, without the URL prefix of the standard. */
export function kindOf(relationship: XmlElement): string {
  const { Type = '' } = relationship.attributes
  return Type.slice(Type.lastIndexOf('/') + 1)
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/')
  return `${path.slice(0, slash + 1)}_rels/${path.slice(slash + 1)}.rels`
}

/** 'word/document.xml' and 'media/image1.png' → 'word/media/image1.png'. */
export function targetOf(path: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const folders = path.split('/').slice(0, -1)
  for (const piece of target.split('/')) {
    if (piece === '..') folders.pop()
    else if (piece !== '.') folders.push(piece)
  }
  return folders.join('/')
}

function found(path: string | undefined, file: string): string {
  if (path === undefined) throw new DomainError({ code: 'form_damaged', file })
  return path
}

const kinds: Record<string, OfficeKind> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'xlsx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml': 'xlsx',
}

/**
 * The parts of an uploaded file, inflated within limits; nothing in it is trusted.
 * @throws DomainError form_too_large, form_not_office, form_locked, form_swells, form_damaged, form_unsafe
 */
export async function readPackage(
  name: string,
  bytes: Uint8Array,
): Promise<{ office: OfficePackage; kind: OfficeKind }> {
  const file = called(name)
  if (bytes.length > mostFormMegabytes * 1024 * 1024)
    throw new DomainError({ code: 'form_too_large', megabytes: mostFormMegabytes })
  // The container of Word 97, and of files with a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new DomainError({ code: 'form_locked', file })
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) throw new DomainError({ code: 'form_not_office', file })
  const office = new OfficePackage(name, await inflated(file, bytes))
  if (!office.has(contentTypes) || !office.has('_rels/.rels')) throw new DomainError({ code: 'form_not_office', file })
  const types = office.tree(contentTypes)
  const main = office.main
  const own = childrenOf(types, 'Override').find(one => one.attributes.PartName === `/${main}`)
  const type = own?.attributes.ContentType ?? ''
  if (/macroEnabled/i.test(type)) throw new DomainError({ code: 'form_unsafe', file, what: 'makro' })
  const kind = kinds[type]
  if (!own || !kind) throw new DomainError({ code: 'form_not_office', file })
  // A template is filled as a document, otherwise the program would open the template itself.
  own.attributes.ContentType = type.replace('.template.', kind === 'docx' ? '.document.' : '.sheet.')
  return { office, kind }
}

async function inflated(file: string, bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  const known = new Set<string>()
  const unpacksTooLarge = () => new DomainError({ code: 'form_swells', file })
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, autoClose: false })
    let stated = 0
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      stated += entry.uncompressedSize
      if (stated > mostUnpackedBytes || entries.length >= mostParts) throw unpacksTooLarge()
      entries.push(entry)
    }
    for (const entry of entries) {
      if (entry.fileName.endsWith('/')) continue
      const folded = entry.fileName.toLowerCase()
      if (known.has(folded)) throw new DomainError({ code: 'form_damaged', file })
      known.add(folded)
      const pieces: Uint8Array[] = []
      // Never more than the size in the directory: the stream fails there.
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Uint8Array)
      parts.set(entry.fileName, new Uint8Array(Buffer.concat(pieces)))
    }
    zip.close()
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError({ code: 'form_damaged', file })
  }
  return parts
}

/** A file that was made or checked here before. */
export async function openPackage(name: string, bytes: Uint8Array): Promise<OfficePackage> {
  return (await readPackage(name, bytes)).office
}
