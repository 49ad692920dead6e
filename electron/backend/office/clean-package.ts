import type { OfficeKind } from '../../../shared/features/office-form/office-form.ts'
import { DomainError } from '../domain-error.ts'
import { kindOf, type OfficePackage, readPackage } from './office-package.ts'
import {
  around,
  childrenOf,
  elementsOf,
  localName,
  removeNode,
  replaceWith,
  textOf,
  type XmlElement,
} from './xml-tree.ts'

type CleanForm = {
  office: OfficePackage
  kind: OfficeKind
  /** What was removed, as text. */
  removed: string[]
}

/** Paths of parts that run code, or lead to it. */
const refusedPaths: readonly (readonly [RegExp, string])[] = [
  [/vba(project|data)|macrosheets\/|dialogsheets\//i, 'makro'],
  [/activex|ctrlprops\//i, 'tombol atau kotak isian ActiveX'],
  [/embeddings\/[^/]*(?<!\.xlsx)$/i, 'objek tertanam (OLE)'],
  [/externallinks\//i, 'rumus yang mengambil data dari berkas lain'],
  [/connections\.xml$|querytables\/|xl\/model\//i, 'sambungan data'],
  [/customui|webextensions?\/|taskpanes/i, 'tambahan (add-in)'],
  [/afchunk/i, 'potongan dokumen asing'],
]

/** Relationship types inside the file that are refused. */
const refusedKinds: Readonly<Record<string, string>> = {
  aFChunk: 'potongan dokumen asing',
  oleObject: 'objek tertanam (OLE)',
  control: 'tombol atau kotak isian ActiveX',
  vbaProject: 'makro',
  subDocument: 'dokumen lain di dalamnya',
  frame: 'bingkai dari luar',
  externalLink: 'rumus yang mengambil data dari berkas lain',
  connections: 'sambungan data',
}

/**
 * Reads an uploaded form and removes external links; parts that would run or load something are refused.
 * @throws DomainError form_unsafe and those of readPackage
 */
export async function cleanPackage(name: string, bytes: Uint8Array): Promise<CleanForm> {
  const { office, kind } = await readPackage(name, bytes)
  const refuse = (what: string): never => {
    throw new DomainError({ code: 'form_unsafe', file: office.name, what })
  }
  for (const path of office.paths) for (const [shape, what] of refusedPaths) if (shape.test(path)) refuse(what)
  const removed = new Set<string>()
  for (const path of office.paths) {
    if (/\.(xml|rels)$/i.test(path)) office.tree(path)
    // Excel writes notes in a dialect that is not always valid XML.
    else if (/\.vml$/i.test(path) && /<!(DOCTYPE|ENTITY)/i.test(office.text(path)))
      refuse('definisi XML sendiri (DOCTYPE)')
    if (path.endsWith('.rels')) cleanRelationships(office, path, removed, refuse)
  }
  if (kind === 'docx') checkFields(office, refuse)
  else checkFormulas(office, refuse)
  return { office, kind, removed: [...removed] }
}

type Refuse = (what: string) => never

function cleanRelationships(office: OfficePackage, path: string, removed: Set<string>, refuse: Refuse): void {
  const owner = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
  for (const one of elementsOf(office.tree(path), 'Relationship')) {
    const kind = kindOf(one)
    const { Id = '', Target = '' } = one.attributes
    if (one.attributes.TargetMode !== 'External') {
      const what = refusedKinds[kind]
      if (what) refuse(what)
      // A workbook behind a chart is data; behind a picture it opens on a click.
      if (kind === 'package' && !/\/charts?\//.test(owner)) refuse('objek tertanam (OLE)')
      continue
    }
    if (kind === 'image') refuse(`gambar dari luar (${shortened(Target)}); sisipkan gambarnya ke dalam berkas`)
    const words = takenOut[kind]
    if (!words) refuse(`tautan ke luar (${shortened(Target)})`)
    removeNode(one)
    if (office.has(owner)) unlink(office.tree(owner), Id)
    removed.add(words ?? '')
  }
}

/** External links of no use on paper: removed, their text stays. */
const takenOut: Readonly<Record<string, string>> = {
  hyperlink: 'Tautan dilepas, kata-katanya tetap.',
  attachedTemplate: 'Templat Word yang dirujuk dilepas.',
  mailMergeSource: 'Sumber data surat massal dilepas.',
  mailMergeHeaderSource: 'Sumber data surat massal dilepas.',
  mailMergeRecipientData: 'Sumber data surat massal dilepas.',
}

/** Removes elements that refer to a relationship id; the text of a link stays. */
function unlink(root: XmlElement, id: string): void {
  for (const element of elementsOf(root)) {
    if (!Object.entries(element.attributes).some(([name, value]) => name.includes(':') && value === id)) continue
    const list = localName(element) === 'hyperlink' ? element.parent : null
    const mailMerge = around(element, 'mailMerge')
    if (mailMerge) removeNode(mailMerge)
    else if (list && localName(list) === 'hyperlinks') {
      removeNode(element)
      if (childrenOf(list).length === 0) removeNode(list)
    } else replaceWith(element, ...(localName(element) === 'hyperlink' ? element.children : []))
  }
}

/** Word fields about the document itself; all others may load or run something. */
const fields = new Set(
  `PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE TOC TC REF PAGEREF NOTEREF SEQ STYLEREF
   FORMTEXT FORMCHECKBOX FORMDROPDOWN TITLE SUBJECT AUTHOR FILENAME SYMBOL EQ NUMWORDS LISTNUM AUTONUM IF QUOTE MERGEFIELD ADVANCE
   INDEX XE =`.split(/\s+/),
)

/** A field may be split over several runs, and its name may be produced by a nested field. */
function checkFields(office: OfficePackage, refuse: Refuse): void {
  for (const path of office.paths) {
    if (!/^word\/.*\.xml$/.test(path)) continue
    const open: { words: string; says: boolean }[] = []
    for (const element of elementsOf(office.tree(path), 'fldChar', 'instrText', 'fldSimple')) {
      const name = localName(element)
      if (name === 'fldSimple') checkField(attribute(element, 'instr'), refuse)
      else if (name === 'instrText') {
        const field = open.findLast(one => one.says)
        if (field) field.words += textOf(element)
        else checkField(textOf(element), refuse)
      } else {
        const type = attribute(element, 'fldCharType')
        if (type === 'begin') {
          if (open.some(one => one.says && one.words.trim() === '')) refuse('bidang (field) yang namanya dirakit')
          open.push({ words: '', says: true })
        } else if (type === 'separate') {
          const field = open.at(-1)
          if (field) field.says = false
        } else {
          const field = open.pop()
          if (field) checkField(field.words, refuse)
        }
      }
    }
  }
}

function checkField(words: string, refuse: Refuse): void {
  const [name = ''] = words
    .trim()
    .toUpperCase()
    .split(/[\s\\]/)
  if (name === '' || fields.has(name) || name.startsWith('=')) return
  // A link to a place in the same document, as in a table of contents.
  if (name === 'HYPERLINK' && /^HYPERLINK\s+\\l\s/i.test(words.trim())) return
  refuse(`bidang (field) ${shortened(name)}`)
}

function attribute(element: XmlElement, name: string): string {
  const key = Object.keys(element.attributes).find(one => one.slice(one.indexOf(':') + 1) === name)
  return key === undefined ? '' : (element.attributes[key] ?? '')
}

const reaching =
  /\b(WEBSERVICE|RTD|CALL|REGISTER(\.ID)?|EXEC|IMAGE|HYPERLINK|FILTERXML|SQL\.REQUEST|DDE|STOCKHISTORY)\s*\(/i

/** Formulas that load, run, or read another file; names that start automatically. */
function checkFormulas(office: OfficePackage, refuse: Refuse): void {
  for (const path of office.paths) {
    if (!/^xl\/.*\.xml$/.test(path)) continue
    for (const element of elementsOf(office.tree(path), 'f', 'formula', 'formula1', 'formula2', 'definedName')) {
      const words = textOf(element)
      const reaches = reaching.exec(words.replace(/"[^"]*"/g, '""'))
      if (reaches) refuse(`rumus ${reaches[1]?.toUpperCase()}`)
      if (/(^|[^\w\]])'?\[\d+\]|'[^']*\[[^\]]+\][^']*'!|\|\s*'/.test(words))
        refuse('rumus yang mengambil data dari berkas lain')
      if (localName(element) === 'definedName' && /^_xlnm\.auto_/i.test(element.attributes.name ?? ''))
        refuse('nama yang berjalan sendiri (Auto_Open)')
    }
  }
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
