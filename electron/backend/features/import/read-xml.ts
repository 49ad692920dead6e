/// <reference path="../../office/saxen.d.ts" />
import type { Readable } from 'node:stream'
import { Parser } from 'saxen'
import { mostCellLetters } from '../../../../shared/features/import/cell.ts'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import { DomainError } from '../../domain-error.ts'
import type { Work } from '../../running-work.ts'

/** A character needs at most six in XML. The parser rescans an unfinished tag or text with every chunk. */
const longestToken = 6 * mostCellLetters

type XmlHandler = {
  /** Without namespace prefix. */
  open?(name: string, attributes: () => Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
  /** True if nothing more is needed. */
  done?(): boolean
}

/** Parses an XML document from a stream. Declared entities are not expanded, so it cannot fill the memory. */
export async function readXml(stream: Readable, handler: XmlHandler, work: Work<ImportProgress>): Promise<void> {
  const parser = new Parser()
  let waiting = 0
  parser.on('error', error => {
    throw error
  })
  parser.on('openTag', (name, attributes, decode) => {
    waiting = 0
    handler.open?.(bare(name), () => decoded(attributes(), decode))
  })
  parser.on('closeTag', name => {
    waiting = 0
    handler.close?.(bare(name))
  })
  if (handler.text) {
    const onText = handler.text.bind(handler)
    parser.on('text', (text, decode) => onText(decode(text)))
    parser.on('cdata', text => onText(text))
  }
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of stream) {
      const piece = decoder.decode(chunk as Uint8Array, { stream: true })
      waiting += piece.length
      parser.write(piece)
      if (waiting > longestToken + piece.length)
        throw new DomainError({ code: 'cell_too_long', row: null, letters: mostCellLetters })
      if (handler.done?.()) return
      await work.pause()
    }
    parser.end()
  } finally {
    stream.destroy()
  }
}

function bare(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Record<string, string> {
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    if (value.includes('&')) attributes[name] = decode(value)
  }
  return attributes
}
